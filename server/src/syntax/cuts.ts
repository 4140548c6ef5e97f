/**
 * What `strip` takes out of a block: marks, memos with the white space that is theirs, and the backslash of an
 * escape. As pairs of offsets into the block, in order, none touching the next.
 */
import type { BlockTree, Memo, Tag } from './tree.ts';

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
  const ranges: [number, number][] = [];
  for (const tag of tree.tags) ranges.push(...marksOf(tag));
  for (const backslash of tree.escapes) ranges.push([backslash, backslash + 1]);
  ranges.push(...memoCuts(text, contentLength, tree.memos));
  return merge(ranges);
}

/** Opening and closing mark of a tag. */
function marksOf(tag: Tag): [number, number][] {
  const opening: [number, number] = [tag.start, tag.bodyStart];
  return tag.end > tag.bodyEnd ? [opening, [tag.bodyEnd, tag.end]] : [opening];
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

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/**
 * A memo goes with one space before it (at a line's start, with one after it); lines of memos only go with
 * their line end; a block of memos only goes with one blank line after it too.
 */
function memoCuts(text: string, contentLength: number, memos: readonly Memo[]): [number, number][] {
  const cuts: [number, number][] = [];
  let previousEnd = 0;
  let startsLine = false;
  for (let i = 0; i < memos.length; i++) {
    const memo = memos[i] as Memo;
    const line = Math.max(lineStart(text, memo.start), startsLine ? previousEnd : 0);
    if (skip(SPACES, text, line) >= memo.start) {
      const last = lastOfLines(text, memos, i);
      const contentEnd = skip(SPACES, text, (memos[last] as Memo).end);
      const lineEnd = skip(LINE_END, text, contentEnd);
      if (lineEnd > contentEnd || contentEnd >= contentLength) {
        const isWholeBlock =
          cuts.length === 0 && skip(SPACES, text, 0) >= memo.start && contentEnd >= contentLength;
        cuts.push([line, isWholeBlock ? skipBlankLine(text, lineEnd) : lineEnd]);
        previousEnd = lineEnd;
        startsLine = false;
        i = last;
        continue;
      }
    }
    startsLine = memo.start === lineStart(text, memo.start) || (startsLine && memo.start === previousEnd);
    const before = !startsLine && text[memo.start - 1] === ' ' && memo.start > previousEnd ? 1 : 0;
    const after = startsLine && text[memo.end] === ' ' ? 1 : 0;
    cuts.push([memo.start - before, memo.end + after]);
    previousEnd = memo.end + after;
  }
  return cuts;
}

/** The last memo of those that follow the one at `index` with nothing but spaces and tabs between them. */
function lastOfLines(text: string, memos: readonly Memo[], index: number): number {
  let last = index;
  while (last + 1 < memos.length && skip(SPACES, text, (memos[last] as Memo).end) === memos[last + 1]?.start)
    last++;
  return last;
}

function skipBlankLine(text: string, from: number): number {
  const end = skip(SPACES, text, from);
  return skip(LINE_END, text, end);
}
