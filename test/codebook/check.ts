/** Reads a marked text and compares the problems with its markers. */
import { expect } from 'vitest';
import type { CodebookProblem, Definitions } from '../../server/src/codebook/codebook.ts';
import { readCodebook, readHead } from '../../server/src/codebook/index.ts';
import { extractMarkers, insertMarkers } from '../kit/markers.ts';

/** A problem's rule, and some of its message. */
export type Expected = readonly [rule: CodebookProblem['rule'], words?: string | RegExp];

/** Reads a head whose problems are marked, in order; the head stands at an odd place in its document. */
export function checkHead(marked: string, ...expected: Expected[]) {
  const { text, ranges } = extractMarkers(marked);
  const base = 1_000;
  const head = readHead(text, base);
  const problems = head.problems.map((problem) => ({
    ...problem,
    start: problem.start - base,
    end: problem.end - base,
  }));
  compare(text, problems, marked, ranges, expected);
  return head;
}

/** Reads a codebook whose problems are marked, in order. */
export function checkCodebook(marked: string, ...expected: Expected[]) {
  const { text, ranges } = extractMarkers(marked);
  const codebook = readCodebook(text);
  compare(text, codebook.problems, marked, ranges, expected);
  return codebook;
}

function compare(
  text: string,
  problems: readonly CodebookProblem[],
  marked: string,
  ranges: readonly { start: number; end: number }[],
  expected: readonly Expected[],
): void {
  expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(
    expected.map(([rule, words = '']) =>
      expect.stringMatching(
        words instanceof RegExp
          ? new RegExp(`^${rule}: .*${words.source}`, 's')
          : new RegExp(`^${rule}: .*${escaped(words)}`, 's'),
      ),
    ),
  );
  if (ranges.length > 0 || expected.length > 0) expect(insertMarkers(text, problems)).toBe(marked);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The text of a head after all its fixes. */
export function fixHead(text: string): string {
  return applyFixes(text, readHead(text, 0));
}

/** The text of a codebook after all its fixes. */
export function fixCodebook(text: string): string {
  return applyFixes(text, readCodebook(text));
}

function applyFixes(text: string, { problems }: Definitions): string {
  const edits = problems.flatMap(({ fix }) => fix?.edits ?? []);
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((fixed, edit) => fixed.slice(0, edit.start) + edit.text + fixed.slice(edit.end), text);
}
