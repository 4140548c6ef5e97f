/** Splitting a statement's tag at the cursor, or leaving the selected words out of it: its rest is continued. */
import type { DocumentModel } from '../model/document.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import { stripRange } from '../syntax/strip.ts';
import { bodyAround } from './enclosingTag.ts';
import { identified } from './giveId.ts';
import { backslashBefore } from './marks.ts';
import type { TagPlace } from './target.ts';

/**
 * The edits that end a tag before a range and continue it after. It is given an id if it lacks one.
 *
 * @returns null where the range is not among a statement's own words, or none of them would be left on one side
 */
export function splitTag(document: DocumentModel, start: number, end: number): FileEdit[] | null {
  const place = bodyAround(document, start, end);
  if (place === null || !isFree(place, start) || !isFree(place, end)) return null;
  const statement = identified(document, place);
  if (statement === null) return null;
  for (const { left, right } of gaps(place, start, end)) {
    if (!hasWordsAround(place, left, right)) continue;
    const edits = [...statement.edits, ...continued(document, left, right, statement.id)];
    if (keepsPublishedText(document, edits)) return edits;
  }
  return null;
}

/** With the white space around the cursor between the pieces, and, where a memo takes its part of it, without. */
function gaps(
  { block, blockStart, tag }: TagPlace,
  start: number,
  end: number,
): { left: number; right: number }[] {
  const before = block.text.slice(tag.bodyStart, start - blockStart);
  const after = block.text.slice(end - blockStart, tag.bodyEnd);
  const left = start - (before.length - before.trimEnd().length);
  const right = end + (after.length - after.trimStart().length);
  return [
    { left, right },
    { left: start, right: end },
  ];
}

function hasWordsAround({ block, blockStart, tag }: TagPlace, left: number, right: number): boolean {
  const before = stripRange(block, tag.bodyStart, left - blockStart);
  const after = stripRange(block, right - blockStart, tag.bodyEnd);
  return before.trim() !== '' && after.trim() !== '';
}

function continued(document: DocumentModel, left: number, right: number, id: string): FileEdit[] {
  const close = `${backslashBefore(document, left)}}`;
  const open = `{+#${id}: `;
  if (left === right) return [{ start: left, end: left, text: close + open }];
  return [
    { start: left, end: left, text: close },
    { start: right, end: right, text: backslashBefore(document, right) + open },
  ];
}

/** Whether a place is in no mark, memo or escape of a tag's words, and in no tag among them. */
function isFree({ block, blockStart, tag }: TagPlace, offset: number): boolean {
  const place = offset - blockStart;
  const { tags, memos, escapes } = block.tree;
  const isInside = (range: { start: number; end: number }) => range.start < place && place < range.end;
  const isInner = (other: { start: number; end: number }) =>
    tag.bodyStart <= other.start && other.end <= tag.bodyEnd;
  if (tags.some((other) => other !== tag && isInner(other) && isInside(other))) return false;
  return !memos.some(isInside) && !escapes.includes(place - 1);
}
