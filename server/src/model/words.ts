/** A statement's words, to be read. */
import { stripRange } from '../syntax/strip.ts';
import type { Statement } from './document.ts';
import { piecesOf } from './spans.ts';

/** A statement's words as published, its pieces parted by an ellipsis, white space folded. */
export function wordsOf(statement: Statement): string {
  return piecesOf(statement)
    .map(({ block, tag }) => stripRange(block, tag.bodyStart, tag.bodyEnd))
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
    .join(' … ');
}
