/**
 * Ranges that were painted, as the editor has moved them since: decorations follow edits by themselves, so after most
 * keystrokes nothing has to be painted anew. Where it is not certain what the editor did with a range, it counts as
 * unknown, and equals nothing.
 */

/** A change of a text, in offsets of the text before it. */
export interface TextChange {
  readonly offset: number;
  readonly removed: number;
  readonly inserted: number;
}

/** @param ranges `[start, end, …]` @returns where they are after the change; null if that is not certain */
export function moved(
  ranges: readonly number[],
  { offset, removed, inserted }: TextChange,
): readonly number[] | null {
  const changeEnd = offset + removed;
  const by = inserted - removed;
  const result: number[] = [];
  for (let i = 0; i < ranges.length; i += 2) {
    const start = ranges[i] as number;
    const end = ranges[i + 1] as number;
    if (end < offset) result.push(start, end);
    else if (start > changeEnd) result.push(start + by, end + by);
    else if (start < offset && changeEnd < end) result.push(start, end + by);
    else return null;
  }
  return result;
}

/** Whether two lists of ranges are the same. */
export function sameRanges(some: readonly number[], others: readonly number[]): boolean {
  if (some.length !== others.length) return false;
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false;
  return true;
}
