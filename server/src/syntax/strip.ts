/**
 * The published text, and where each of its words stands in the source. Offsets of both are UTF-16 units.
 *
 * `strip` drops the head with its closing line and one blank line after it, every memo and every mark; an escape
 * becomes its character; line ends and byte order mark stay.
 */
import type { Cuts } from './cuts.ts';
import type { SourceDocument } from './document.ts';

/** A part of a document: a block, or the preamble. */
export interface Part {
  readonly text: string;
  readonly cuts: Cuts;
}

/** The text as published: the document without head, marks and memos. */
export function strip(document: SourceDocument): string {
  const parts = [stripPart(document.preamble)];
  for (const block of document.blocks) parts.push(stripPart(block));
  return parts.join('');
}

/** What is published of a part, with its line ends and the blank lines after it. */
export function stripPart(part: Part): string {
  return stripRange(part, 0, part.text.length);
}

/** What is published between two offsets of a part. */
export function stripRange({ cuts, text }: Part, start: number, end: number): string {
  if (cuts.length === 0) return text.slice(start, end);
  let published = '';
  let from = start;
  for (let i = firstCutAfter(cuts, start); i < cuts.length && (cuts[i] as number) < end; i += 2) {
    if ((cuts[i] as number) > from) published += text.slice(from, cuts[i]);
    from = cuts[i + 1] as number;
  }
  return from < end ? published + text.slice(from, end) : published;
}

/** Index of the first cut that ends after an offset: a block may hold very many, and be asked about each of its tags. */
function firstCutAfter(cuts: Cuts, offset: number): number {
  let low = 0;
  let high = cuts.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[2 * middle + 1] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** How much of a part is published before an offset in it. */
export function publishedLength({ cuts }: Part, offset: number): number {
  let length = offset;
  for (let i = 0; i < cuts.length && (cuts[i] as number) < offset; i += 2) {
    length -= Math.min(cuts[i + 1] as number, offset) - (cuts[i] as number);
  }
  return length;
}

/** Maps offsets between a document and its published text. Made for one state of the document. */
export class PublishedText {
  readonly #document: SourceDocument;
  /** Where each block starts in the published text, and the text's length. */
  readonly #starts: number[];
  #text: string | null = null;

  constructor(document: SourceDocument) {
    this.#document = document;
    let start = publishedLength(document.preamble, document.preamble.text.length);
    this.#starts = [start];
    for (const block of document.blocks) {
      start += publishedLength(block, block.text.length);
      this.#starts.push(start);
    }
  }

  get text(): string {
    this.#text ??= strip(this.#document);
    return this.#text;
  }

  /** The published offset of a place in a block: of the next published character, if the place is in a mark. */
  offsetInBlock(index: number, offset: number): number {
    const block = this.#document.blocks[index];
    return (this.#starts[index] ?? 0) + (block ? publishedLength(block, offset) : 0);
  }

  /** The published offset of a place in the document; for one in a mark, of what is published next. */
  fromSource(offset: number): number {
    const index = this.#document.blockAt(offset);
    if (index < 0) return publishedLength(this.#document.preamble, offset);
    return this.offsetInBlock(index, offset - this.#document.startOf(index));
  }

  /**
   * The place in the document of a published offset. At a mark there are several: `before` it (where a range
   * would end) or after it (where a range would start).
   */
  toSource(offset: number, side: 'before' | 'after' = 'after'): number {
    const index = this.#blockOf(offset, side);
    const { cuts } = this.#document.blocks[index] ?? this.#document.preamble;
    const base = index < 0 ? 0 : this.#document.startOf(index);
    let place = offset - (index < 0 ? 0 : (this.#starts[index] as number));
    for (let i = 0; i < cuts.length; i += 2) {
      const start = cuts[i] as number;
      if (side === 'after' ? start > place : start >= place) break;
      place += (cuts[i + 1] as number) - start;
    }
    return base + place;
  }

  /** Index of the block that a published offset is in, or -1. */
  #blockOf(offset: number, side: 'before' | 'after'): number {
    let low = 0;
    let high = this.#document.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.#starts[middle] as number;
      if (side === 'after' ? start <= offset : start < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
