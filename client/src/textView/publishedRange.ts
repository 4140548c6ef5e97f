/** Which words of the source a selection in the published text means. Knows no editor; offsets are UTF-16 units. */
import { MENTION } from '../../../server/src/lsp/requests/index.ts';
import type { MarkedText } from '../marks/markedText.ts';

/**
 * The range of the source to tag for a range of published words: with all tags around parts of it, so that the new
 * tag goes around them, and without those that reach further. Around exactly its words, a mention stays inside of what
 * is made and, if a mention is made, everything else outside.
 *
 * @param tight whether tags around exactly these words are left outside
 */
export function sourceRange(
  text: MarkedText,
  start: number,
  end: number,
  tight = false,
): { start: number; end: number } {
  const range = { start: text.toSource(start, 'after'), end: text.toSource(end, 'before') };
  // Nothing but marks, or a cursor.
  if (start >= end || range.start >= range.end) return { start: range.start, end: range.start };
  const inner = { ...range };
  const from = text.toSource(start, 'before');
  for (const tag of text.tags(from, text.toSource(end, 'after'))) {
    const tagStart = text.toPublished(tag.bodyStart);
    const tagEnd = text.toPublished(tag.bodyEnd);
    const isWithin = start <= tagStart && tagEnd <= end && tagStart < tagEnd;
    if (!isWithin) continue;
    const isExact = tagStart === start && tagEnd === end;
    if (tight && isExact && tag.kind !== MENTION) continue;
    range.start = Math.min(range.start, tag.start);
    range.end = Math.max(range.end, tag.end);
  }
  // Tags that cross each other's places do not exist; but one outside must not be cut by one inside.
  return range.start <= inner.start && range.end >= inner.end ? range : inner;
}
