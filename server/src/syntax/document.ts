/**
 * A document as its head and its blocks. A block owns its text and all that follows from the text alone, so an
 * edit parses the blocks that it touches and no more; the others only move.
 */
import { parse } from '../../../grammar/demarche.peggy';
import type { Division, HeadRange } from '../../../grammar/events.ts';
import { parseBlocks } from './block.ts';
import { type Cuts, cutsOf, NO_CUTS } from './cuts.ts';
import type { BlockTree } from './tree.ts';

/** A run of non-blank lines, or a heading, with the blank lines after it. Never changes. */
export class Block {
  #cuts: Cuts | null = null;

  constructor(
    readonly text: string,
    /** Where the content of its last line ends. */
    readonly contentLength: number,
    /** 1 to 6 for a heading, else 0. */
    readonly level: number,
    readonly tree: BlockTree,
  ) {}

  /** What `strip` leaves out of it. */
  get cuts(): Cuts {
    this.#cuts ??= cutsOf(this.text, this.contentLength, this.tree);
    return this.#cuts;
  }
}

/** All that stands before the first block: byte order mark, head, blank lines. */
export interface Preamble {
  readonly text: string;
  readonly bom: boolean;
  readonly head: HeadRange | null;
  /** What `strip` leaves out of it: the head with one blank line after it. */
  readonly cuts: Cuts;
}

/** What an edit did: blocks were replaced from `index` on, and perhaps the preamble. */
export interface BlockChange {
  readonly index: number;
  readonly removed: readonly Block[];
  readonly added: readonly Block[];
  readonly preambleChanged: boolean;
}

/** A document that is edited in place. Offsets are UTF-16 units from its start, byte order mark included. */
export class SourceDocument {
  #preamble: Preamble;
  #blocks: Block[];
  /** Where each block starts; valid up to `#knownStarts`. */
  readonly #starts: number[] = [];
  #knownStarts = 0;
  #length: number;
  #parseCount = 0;

  constructor(text: string) {
    const division = parse(text, { startRule: 'Document' });
    this.#preamble = preambleOf(text, division);
    this.#blocks = this.#parse(piecesOf(text, division));
    this.#length = text.length;
  }

  get preamble(): Preamble {
    return this.#preamble;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  get length(): number {
    return this.#length;
  }

  /** How many blocks have been parsed since it was made: what tests count. */
  get parseCount(): number {
    return this.#parseCount;
  }

  /** The whole text. Linear in its length: ask seldom. */
  get text(): string {
    return this.#preamble.text + this.#blocks.map((block) => block.text).join('');
  }

  /** Where a block starts; for the number of blocks, the document's length. */
  startOf(index: number): number {
    if (this.#knownStarts === 0) {
      this.#starts[0] = this.#preamble.text.length;
      this.#knownStarts = 1;
    }
    for (let i = this.#knownStarts; i <= index; i++) {
      this.#starts[i] = (this.#starts[i - 1] as number) + (this.#blocks[i - 1]?.text.length ?? 0);
    }
    this.#knownStarts = Math.max(this.#knownStarts, index + 1);
    return this.#starts[index] as number;
  }

  /** Index of the block that holds an offset: the last that starts at or before it, or -1 in the preamble. */
  blockAt(offset: number): number {
    this.startOf(this.#blocks.length);
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Replaces the text from `start` to `end`. Parses only the blocks touched that really changed. */
  edit(start: number, end: number, inserted: string): BlockChange {
    const blocks = this.#blocks;
    // A neighbour may join what was edited: a blank line goes, a heading turns into text.
    const low = Math.max(0, this.blockAt(start) - 1);
    let high = Math.min(blocks.length - 1, this.blockAt(end) + 1);
    const withPreamble = this.blockAt(start) <= 0;
    // A head that opens now runs to a blank line, so the piece split anew must reach one.
    if (withPreamble) while (high < blocks.length - 1 && !endsInBlankLine(blocks[high] as Block)) high++;

    const old = blocks.slice(low, high + 1);
    const from = withPreamble ? 0 : this.startOf(low);
    let text = withPreamble ? this.#preamble.text : '';
    for (const block of old) text += block.text;
    text = text.slice(0, start - from) + inserted + text.slice(end - from);

    const division = parse(text, { startRule: withPreamble ? 'Document' : 'Blocks' });
    const preamble = withPreamble ? preambleOf(text, division) : this.#preamble;
    const preambleChanged = preamble.text !== this.#preamble.text;
    this.#preamble = preamble;

    const pieces = piecesOf(text, division);
    const kept = sharedStart(old, pieces);
    const tail = sharedEnd(old, pieces, kept);
    const index = low + kept;
    const removed = old.slice(kept, old.length - tail);
    const added = this.#parse(pieces.slice(kept, pieces.length - tail));
    this.#replace(index, removed.length, added);
    this.#length += inserted.length - (end - start);
    this.#knownStarts = preambleChanged ? 0 : Math.min(this.#knownStarts, index + 1);
    return { index, removed, added, preambleChanged };
  }

  #parse(pieces: readonly Piece[]): Block[] {
    this.#parseCount += pieces.length;
    const trees = parseBlocks(pieces.map(({ text, contentLength }) => text.slice(0, contentLength)));
    return pieces.map(
      ({ text, contentLength, level }, i) => new Block(text, contentLength, level, trees[i] as BlockTree),
    );
  }

  /** Array.splice, but for any number of new blocks (arguments are limited) and cheap where the number stays. */
  #replace(index: number, count: number, added: readonly Block[]): void {
    if (added.length === count) for (let i = 0; i < count; i++) this.#blocks[index + i] = added[i] as Block;
    else if (added.length < 1_000) this.#blocks.splice(index, count, ...added);
    else this.#blocks = [...this.#blocks.slice(0, index), ...added, ...this.#blocks.slice(index + count)];
  }
}

/** A block that has not been parsed. */
interface Piece {
  readonly text: string;
  readonly contentLength: number;
  readonly level: number;
}

function piecesOf(text: string, { blocks }: Division): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < blocks.length; i += 4) {
    const start = blocks[i] as number;
    const contentLength = (blocks[i + 1] as number) - start;
    pieces.push({ text: text.slice(start, blocks[i + 2]), contentLength, level: blocks[i + 3] as number });
  }
  return pieces;
}

function preambleOf(text: string, { bom, head, blocksStart }: Division): Preamble {
  const preamble = text.slice(0, blocksStart);
  if (head === null) return { text: preamble, bom, head, cuts: NO_CUTS };
  const blankLine = /^[ \t]*(\r\n|\n|\r)/.exec(preamble.slice(head.end))?.[0] ?? '';
  return { text: preamble, bom, head, cuts: [head.start, head.end + blankLine.length] };
}

/** A piece stays the block that it was if its text and level do. */
function isSame(block: Block | undefined, piece: Piece | undefined): boolean {
  return block?.text === piece?.text && block?.level === piece?.level;
}

function sharedStart(old: readonly Block[], pieces: readonly Piece[]): number {
  const most = Math.min(old.length, pieces.length);
  let count = 0;
  while (count < most && isSame(old[count], pieces[count])) count++;
  return count;
}

function sharedEnd(old: readonly Block[], pieces: readonly Piece[], kept: number): number {
  const most = Math.min(old.length, pieces.length) - kept;
  let count = 0;
  while (count < most && isSame(old[old.length - 1 - count], pieces[pieces.length - 1 - count])) count++;
  return count;
}

function endsInBlankLine(block: Block): boolean {
  return /(\r\n|\n|\r(?!\n))[ \t]*(\r\n|\n|\r)$/.test(block.text.slice(block.contentLength));
}
