/**
 * Marked texts for tests: `<|>` is a cursor, `[[…]]` a range, so that no test counts characters. `[[` and `]]`
 * pair from the inside out; a `]]` without its `[[` is text, and so is a `[[` that never closes.
 */

export interface MarkedRange {
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  /** The text without its markers. */
  readonly text: string;
  /** Offsets (UTF-16 units) of the cursors, in order. */
  readonly cursors: number[];
  /** The ranges, in order of their starts. */
  readonly ranges: MarkedRange[];
}

const MARKER = /<\|>|\[\[|\]\]/g;

/** Takes the markers out of a text and says where they stood. */
export function extractMarkers(marked: string): MarkedText {
  const pairs = pairBrackets(marked);
  const cursors: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  let from = 0;
  for (const { 0: marker, index } of marked.matchAll(MARKER)) {
    if (marker !== '<|>' && !pairs.has(index)) continue;
    text += marked.slice(from, index);
    from = index + marker.length;
    if (marker === '<|>') cursors.push(text.length);
    else if (marker === '[[') open.push(ranges.push({ start: text.length, end: -1 }) - 1);
    else (ranges[open.pop() as number] as { end: number }).end = text.length;
  }
  return { text: text + marked.slice(from), cursors, ranges };
}

/** The inverse, for ranges that do not overlap: what a failed test should show. */
export function insertMarkers(text: string, ranges: readonly MarkedRange[]): string {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  let marked = '';
  let from = 0;
  for (const { start, end } of sorted) {
    marked += `${text.slice(from, start)}[[${text.slice(Math.max(from, start), end)}]]`;
    from = Math.max(from, end);
  }
  return marked + text.slice(from);
}

/** Places of the `[[` and `]]` that have a partner. */
function pairBrackets(marked: string): Set<number> {
  const paired = new Set<number>();
  const open: number[] = [];
  for (const { 0: marker, index } of marked.matchAll(MARKER)) {
    if (marker === '[[') open.push(index);
    else if (marker === ']]' && open.length > 0) paired.add(open.pop() as number).add(index);
  }
  return paired;
}
