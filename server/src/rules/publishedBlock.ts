/** The published text of one block, and where its words stand in the block. */
import type { Block } from '../syntax/document.ts';
import { stripPart } from '../syntax/strip.ts';

export class PublishedBlock {
  readonly text: string;
  /** Published offset, then the offset in the block, of each piece that nothing is cut from. */
  readonly #pieces: readonly (readonly [number, number])[];

  constructor(block: Block) {
    this.text = stripPart(block);
    const pieces: [number, number][] = [[0, 0]];
    let cut = 0;
    for (let i = 0; i < block.cuts.length; i += 2) {
      const [start, end] = [block.cuts[i] as number, block.cuts[i + 1] as number];
      cut += end - start;
      pieces.push([end - cut, end]);
    }
    this.#pieces = pieces;
  }

  /** Where a published character stands in the block. */
  toSource(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle] as readonly [number, number])[0] <= offset) low = middle;
      else high = middle;
    }
    const [published, source] = this.#pieces[low] as readonly [number, number];
    return source + offset - published;
  }
}
