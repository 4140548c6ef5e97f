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
  const inverses: Change[] = [];
  let shift = 0;
  for (const { start, end, text } of [...changes].sort((a, b) => a.start - b.start)) {
    const from = start + shift;
    const back = { start: from, end: from + text.length, text: before.slice(start, end) };
    shift += text.length - (end - start);
    const last = inverses.at(-1);
    // Those that touch are one: which of two at one place comes first would be left to the editor.
    if (last?.end === back.start)
      inverses.push({ ...back, start: (inverses.pop() as Change).start, text: last.text + back.text });
    else inverses.push(back);
  }
  return inverses;
}
