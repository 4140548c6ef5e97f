/** Where the blocks of a document stand in its published text. */
import type { DocumentModel } from '../../model/document.ts';
import type { Block } from '../../syntax/document.ts';

export class BlockGrid {
  readonly blocks: readonly Block[];
  readonly #document: DocumentModel;
  readonly #starts: readonly number[];

  constructor(document: DocumentModel) {
    this.#document = document;
    this.blocks = document.source.blocks;
    this.#starts = this.blocks.map((_, index) => document.published.offsetInBlock(index, 0));
  }

  /** Where a block starts in the published text; 0 where there is none. */
  startOf(index: number): number {
    return this.#starts[index] ?? 0;
  }

  /** The block of a published offset; of one where a block ends and another starts, the second. */
  blockAt(place: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) <= place) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** How much of a block’s published text there is before the end of its last line. */
  contentLength(index: number): number {
    const block = this.blocks[index];
    if (block === undefined) return 0;
    return this.#document.published.offsetInBlock(index, block.contentLength) - this.startOf(index);
  }

  /** How much of a block's published text is no place for marks: a heading's number signs. */
  prefixOf(index: number): number {
    const block = this.blocks[index];
    return !block || block.level === 0 ? 0 : (/^#+[ \t]?/.exec(block.text)?.[0].length ?? 0);
  }
}
