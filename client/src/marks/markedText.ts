/**
 * Where the marks of a text are, and where each of its published words stands in the source. Kept up by the answers
 * of the server, each of which replaces some blocks. Knows no editor; all offsets are UTF-16 units from the text's
 * start, byte order mark included, as the server counts them.
 */
import {
  type BlockMarks,
  CONTINUES,
  type MarksResult,
  MEMO_SIZE,
  TAG_SIZE,
} from '../../../server/src/lsp/requests/index.ts';

export interface TagMarks {
  /** CLAIM, DEMAND, MENTION or UNKNOWN. */
  readonly kind: number;
  readonly continues: boolean;
  readonly depth: number;
  readonly start: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
}

export interface MemoMarks {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

const TAGS = 2;

export class MarkedText {
  #blocks: BlockMarks[] = [];
  /** Where each block starts in the source, and in the published text; one more for the ends. */
  #starts: number[] = [0];
  #publishedStarts: number[] = [0];
  #tagCount = 0;
  #id: number | null = null;
  #version = -1;

  /** What the next request is to name as the answer that there is. */
  get id(): number | null {
    return this.#id;
  }

  /** The version of the text that the marks are in. */
  get version(): number {
    return this.#version;
  }

  /** The length of the source. */
  get length(): number {
    return this.#starts.at(-1) as number;
  }

  get publishedLength(): number {
    return this.#publishedStarts.at(-1) as number;
  }

  get tagCount(): number {
    return this.#tagCount;
  }

  /** Takes an answer in. @throws Error on one that changes another than the last: all must be asked for anew */
  apply({ version, id, base, index, removed, blocks }: MarksResult): void {
    if (base !== null && base !== this.#id) throw new Error(`Marks that follow ${base}, not ${this.#id}`);
    this.#blocks =
      base === null
        ? blocks.slice()
        : [...this.#blocks.slice(0, index), ...blocks, ...this.#blocks.slice(index + removed)];
    this.#id = id;
    this.#version = version;
    this.#measure();
  }

  /** The published text of the source that the marks are in. */
  published(source: string): string {
    let text = '';
    let from = 0;
    this.#blocks.forEach((block, index) => {
      const base = this.#starts[index] as number;
      for (let i = cutsStart(block); i < block.length; i += 2) {
        text += source.slice(from, base + (block[i] as number));
        from = base + (block[i + 1] as number);
      }
    });
    return text + source.slice(from);
  }

  /** Where a place in the source is in the published text; one in a mark is where the next published sign is. */
  toPublished(offset: number): number {
    const index = lastAtOrBefore(this.#starts, this.#blocks.length, offset);
    const block = this.#blocks[index];
    if (block === undefined) return 0;
    const within = Math.min(offset, this.length) - (this.#starts[index] as number);
    const first = cutsStart(block);
    let cut = 0;
    for (let i = first; i < block.length && (block[i] as number) < within; i += 2) {
      cut += Math.min(block[i + 1] as number, within) - (block[i] as number);
    }
    return (this.#publishedStarts[index] as number) + within - cut;
  }

  /**
   * Where a place of the published text is in the source. At a mark there are several: `before` it, where words
   * end, or `after` it, where words start.
   */
  toSource(offset: number, side: 'before' | 'after'): number {
    const inside = Math.max(0, Math.min(offset, this.publishedLength));
    const starts = this.#publishedStarts;
    const count = this.#blocks.length;
    // A block starts where the one before ends: words that end there end in the one before.
    const index =
      side === 'after' ? lastAtOrBefore(starts, count, inside) : lastBefore(starts, count, inside);
    const block = this.#blocks[index];
    if (block === undefined) return 0;
    let place = inside - (starts[index] as number);
    for (let i = cutsStart(block); i < block.length; i += 2) {
      const start = block[i] as number;
      if (side === 'after' ? start > place : start >= place) break;
      place += (block[i + 1] as number) - start;
    }
    return (this.#starts[index] as number) + place;
  }

  /** The tags that a range touches, in order of place. */
  *tags(from = 0, to = this.length): Generator<TagMarks> {
    for (const { block, base } of this.#blocksIn(from, to)) {
      const end = TAGS + (block[1] as number) * TAG_SIZE;
      for (let i = TAGS; i < end; i += TAG_SIZE) {
        if (base + (block[i + 2] as number) > to) break;
        if (base + (block[i + 5] as number) < from) continue;
        const code = block[i] as number;
        yield {
          kind: code % CONTINUES,
          continues: code >= CONTINUES,
          depth: block[i + 1] as number,
          start: base + (block[i + 2] as number),
          bodyStart: base + (block[i + 3] as number),
          bodyEnd: base + (block[i + 4] as number),
          end: base + (block[i + 5] as number),
        };
      }
    }
  }

  /** The memos that a range touches, in order of place. */
  *memos(from = 0, to = this.length): Generator<MemoMarks> {
    for (const { block, base } of this.#blocksIn(from, to)) {
      const first = memosStart(block);
      const end = first + (block[first - 1] as number) * MEMO_SIZE;
      for (let i = first; i < end; i += MEMO_SIZE) {
        if (base + (block[i] as number) > to) break;
        if (base + (block[i + 1] as number) < from) continue;
        yield {
          start: base + (block[i] as number),
          end: base + (block[i + 1] as number),
          closed: block[i + 2] === 1,
        };
      }
    }
  }

  /** Where the backslashes of escapes stand in the paragraphs that a range touches. */
  *escapes(from = 0, to = this.length): Generator<number> {
    for (const { block, base } of this.#blocksIn(from, to)) {
      const first = escapesStart(block);
      for (let i = first; i < first + (block[first - 1] as number); i++) yield base + (block[i] as number);
    }
  }

  /** The innermost tag around a place of the source, its edges included; undefined without one. */
  tagAt(offset: number): TagMarks | undefined {
    let found: TagMarks | undefined;
    for (const tag of this.tags(offset, offset)) if (tag.start <= offset && offset <= tag.end) found = tag;
    return found;
  }

  *#blocksIn(from: number, to: number): Generator<{ block: BlockMarks; base: number }> {
    const count = this.#blocks.length;
    for (let index = Math.max(0, lastBefore(this.#starts, count, from)); index < count; index++) {
      const base = this.#starts[index] as number;
      if (base > to) return;
      yield { block: this.#blocks[index] as BlockMarks, base };
    }
  }

  #measure(): void {
    const starts = [0];
    const publishedStarts = [0];
    let start = 0;
    let published = 0;
    this.#tagCount = 0;
    for (const block of this.#blocks) {
      const length = block[0] as number;
      start += length;
      published += length;
      for (let i = cutsStart(block); i < block.length; i += 2) {
        published -= (block[i + 1] as number) - (block[i] as number);
      }
      starts.push(start);
      publishedStarts.push(published);
      this.#tagCount += block[1] as number;
    }
    this.#starts = starts;
    this.#publishedStarts = publishedStarts;
  }
}

function memosStart(block: BlockMarks): number {
  return TAGS + (block[1] as number) * TAG_SIZE + 1;
}

function escapesStart(block: BlockMarks): number {
  const memos = memosStart(block);
  return memos + (block[memos - 1] as number) * MEMO_SIZE + 1;
}

function cutsStart(block: BlockMarks): number {
  const escapes = escapesStart(block);
  return escapes + (block[escapes - 1] as number);
}

/** Index of the last of some ascending numbers that is at or before a place; -1 if none is. */
function lastAtOrBefore(numbers: readonly number[], count: number, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function lastBefore(numbers: readonly number[], count: number, place: number): number {
  return lastAtOrBefore(numbers, count, place - 1);
}
