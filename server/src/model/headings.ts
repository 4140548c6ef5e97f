/** A document's headings. */

import type { Block } from '../syntax/document.ts';
import { stripRange } from '../syntax/strip.ts';

/** The published words of a heading block, without its `#` signs. */
export function headingText(block: Block): string {
  return stripRange(block, block.level, block.contentLength).trim();
}

/** The nearest heading above each block, or null; runs parallel to the blocks. */
export function headingsAbove(blocks: readonly Block[]): (string | null)[] {
  let current: string | null = null;
  return blocks.map((block) => {
    if (block.level > 0) current = headingText(block);
    return current;
  });
}
