/**
 * What `strip` takes out of a block: marks, memos with the white space that is theirs, and the backslash of an
 * escape. As pairs of offsets into the block, in order, none touching the next.
 */
import type { BlockTree, Memo } from './tree.ts';

/** `[start, end, start, end, …]`: ranges to leave out. */
export type Cuts = readonly number[];

export const NO_CUTS: Cuts = [];

/**
 * The cuts of a block.
 *
 * @param text the block with its line ends and the blank lines after it
 * @param contentLength where its last line's content ends
 */
export function cutsOf(text: string, contentLength: number, tree: BlockTree): Cuts {
  if (tree.tags.length + tree.memos.length + tree.escapes.length === 0) return NO_CUTS;
  const ranges = memoCuts(text, contentLength, tree.memos);
  for (const tag of tree.tags) {
    ranges.push([tag.start, tag.bodyStart]);
    if (tag.end > tag.bodyEnd) ranges.push([tag.bodyEnd, tag.end]);
  }
  for (const backslash of tree.escapes) ranges.push([backslash, backslash + 1]);
  return merge(ranges);
}

function merge(ranges: [number, number][]): number[] {
  ranges.sort((a, b) => a[0] - b[0]);
  const merged: number[] = [];
  for (const [start, end] of ranges) {
    const last = merged.length - 1;
    if (last >= 0 && start <= (merged[last] as number)) merged[last] = Math.max(merged[last] as number, end);
    else merged.push(start, end);
  }
  return merged;
}

const SPACES = /[ \t]*/y;
const LINE_END = /\r\n|\n|\r/y;

/** Where a run of this sticky pattern that starts at `from` ends. */
function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Where the spaces and tabs before a place start, if a line starts there too; else -1. */
function startOfIndentedLine(text: string, place: number): number {
  let start = place;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  const before = text[start - 1];
  return before === undefined || before === '\n' || before === '\r' ? start : -1;
}

/**
 * A memo goes with one space before it (at a line's start, with one after it); lines of memos only go with
 * their line end; a block of memos only goes with one blank line after it too.
 */
function memoCuts(text: string, contentLength: number, memos: readonly Memo[]): [number, number][] {
  const cuts: [number, number][] = [];
  /** How much of the block, from its start on, is lines of memos only. */
  let onlyMemos = 0;
  for (let first = 0, next = 0; first < memos.length; first = next) {
    next = endOfRun(text, memos, first);
    const line = startOfIndentedLine(text, (memos[first] as Memo).start);
    const contentEnd = skip(SPACES, text, (memos[next - 1] as Memo).end);
    const lineEnd = skip(LINE_END, text, contentEnd);
    if (line >= 0 && (lineEnd > contentEnd || contentEnd >= contentLength)) {
      cuts.push([line, lineEnd]);
      if (line === onlyMemos) onlyMemos = lineEnd;
    } else {
      cutMemosAmongText(text, memos, first, next, cuts);
    }
  }
  const last = cuts.at(-1);
  if (last && onlyMemos >= contentLength) last[1] = skip(LINE_END, text, skip(SPACES, text, onlyMemos));
  return cuts;
}

/** The index after the last of the memos that follow each other with nothing but spaces and tabs between them. */
function endOfRun(text: string, memos: readonly Memo[], first: number): number {
  let next = first + 1;
  while (skip(SPACES, text, (memos[next - 1] as Memo).end) === memos[next]?.start) next++;
  return next;
}

/**
 * Cuts a run of memos that has text in its line: one space before each; at the line's start, one after, and then
 * what follows stands at the line's start.
 */
function cutMemosAmongText(
  text: string,
  memos: readonly Memo[],
  first: number,
  next: number,
  cuts: [number, number][],
): void {
  const place = (memos[first] as Memo).start;
  let lineStart = place === 0 || text[place - 1] === '\n' || text[place - 1] === '\r' ? place : -1;
  for (let i = first; i < next; i++) {
    const { start, end } = memos[i] as Memo;
    if (start === lineStart) {
      lineStart = text[end] === ' ' ? end + 1 : end;
      cuts.push([start, lineStart]);
    } else {
      cuts.push([text[start - 1] === ' ' ? start - 1 : start, end]);
    }
  }
}
