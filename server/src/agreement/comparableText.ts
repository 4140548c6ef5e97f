/** The published text as coders' copies are compared: without byte order mark, line ends as LF. Offsets are UTF-16 units. */
import type { DocumentModel } from '../model/document.ts';

export interface ComparableText {
  readonly text: string;
  /** The offset in it of one in the published text. */
  readonly fromPublished: (offset: number) => number;
  readonly toPublished: (offset: number) => number;
}

export function comparableText(document: DocumentModel): ComparableText {
  const published = document.published.text;
  const skip = published.startsWith('\uFEFF') ? 1 : 0;
  const text = published.slice(skip).replace(/\r\n?/g, '\n');
  /** Where line feeds are left out, in the published text. */
  const left = Array.from(published.matchAll(/\r\n/g), ({ index }) => index + 1);
  return {
    text,
    fromPublished: (offset) => Math.max(0, offset - skip - countBelow(left, (at) => at < offset)),
    toPublished: (offset) => offset + skip + countBelow(left, (at, index) => at - skip - index <= offset),
  };
}

/** How many of a sorted list, from its start on, are below something. */
function countBelow(list: readonly number[], isBelow: (value: number, index: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(list[middle] as number, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place at which two texts differ; null if they are the same. */
export interface TextDifference {
  /** Line and column from 1, in the published text. */
  readonly line: number;
  readonly column: number;
  /** What each has from there on, to the end of the line, at most 40 characters. */
  readonly a: string;
  readonly b: string;
}

export function firstDifference(a: string, b: string): TextDifference | null {
  if (a === b) return null;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const lineStart = a.lastIndexOf('\n', at - 1) + 1;
  let line = 1;
  for (let i = a.indexOf('\n'); i >= 0 && i < at; i = a.indexOf('\n', i + 1)) line++;
  const excerpt = (text: string) => /^[^\n]*/.exec(text.slice(at, at + 40))?.[0] ?? '';
  return { line, column: at - lineStart + 1, a: excerpt(a), b: excerpt(b) };
}
