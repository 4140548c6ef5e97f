/** Marks to put around words, and the backslashes that must not turn them into text. */
import type { DocumentModel } from '../model/document.ts';
import type { FileEdit } from '../rules/rule.ts';
import type { Segment } from './selection.ts';

/** Text to insert, and the ranges of `text` that are placeholders: where the cursor goes, in their order. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
  readonly placeholders: readonly Segment[];
}

/** The opening mark of a tag, with its colon and space. */
export interface OpeningMark {
  readonly text: string;
  readonly placeholder?: Segment;
}

/** The insertions that put a tag around words. */
export function around(
  document: DocumentModel,
  { start, end }: Segment,
  { text, placeholder }: OpeningMark,
): Insertion[] {
  const guard = backslashBefore(document, start);
  const shift = guard.length;
  const placeholders = placeholder
    ? [{ start: placeholder.start + shift, end: placeholder.end + shift }]
    : [];
  return [
    { offset: start, text: guard + text, placeholders },
    { offset: end, text: `${backslashBefore(document, end)}}`, placeholders: [] },
  ];
}

/** A backslash that stands free before a place would escape a brace that is put there: the one that doubles it. */
export function backslashBefore({ source }: DocumentModel, offset: number): string {
  const index = source.blockAt(offset);
  const block = source.blocks[index];
  const place = offset - source.startOf(Math.max(0, index));
  if (block === undefined || block.text[place - 1] !== '\\') return '';
  // The second sign of an escape is a character already.
  return block.tree.escapes.includes(place - 2) ? '' : '\\';
}

/** Insertions as edits, without their placeholders. */
export function editsOf(insertions: readonly Insertion[]): FileEdit[] {
  return insertions.map(({ offset, text }) => ({ start: offset, end: offset, text }));
}
