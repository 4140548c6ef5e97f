/** Changes of a text, and those that take them back. Knows no editor; offsets are UTF-16 units. */

export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What takes changes back, in offsets of the text after them.
 *
 * @param changes made at once: offsets of the text before, none overlapping another
 */
export function inverse(before: string, changes: readonly Change[]): Change[] {
  let shift = 0;
  return [...changes]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text }) => {
      const from = start + shift;
      shift += text.length - (end - start);
      return { start: from, end: from + text.length, text: before.slice(start, end) };
    });
}
