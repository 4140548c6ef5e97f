/** The line of a source that a finding is about, cut to fit, with the finding underlined. */
import { cellsOf, charactersOf, neutralized } from './cells.ts';

export interface Excerpt {
  readonly line: string;
  /** Cells before the underlined words, and how many those take: at least one. */
  readonly indent: number;
  readonly length: number;
}

/** More of a line than any terminal shows is never looked at. UTF-16 units. */
const REACH = 400;

/** How much of the width stands before the finding, where the line has to be cut. */
const BEFORE = 0.3;

/**
 * @param line without its line end
 * @param start offset in the line, UTF-16 units
 * @param end exclusive; beyond the line's end for what runs on
 * @param width cells
 */
export function excerptOf(line: string, start: number, end: number, width: number): Excerpt {
  const last = Math.min(Math.max(end, start), line.length);
  const before = neutralized(line.slice(Math.max(0, start - REACH), start)).trimStart();
  const words = neutralized(line.slice(start, Math.min(last, start + REACH)));
  const after = neutralized(line.slice(last, last + REACH)).trimEnd();
  const cutBefore = start > REACH;
  const cutWords = last > start + REACH;
  const cutAfter = line.length > last + REACH;
  const whole = cellsOf(before) + cellsOf(words) + cellsOf(after);
  if (whole <= width && !cutBefore && !cutWords && !cutAfter) {
    return { line: before + words + after, indent: cellsOf(before), length: Math.max(1, cellsOf(words)) };
  }
  const room = Math.floor(width * BEFORE);
  const shownBefore = takenFromEnd(before, room, cutBefore);
  const shownWords = takenFromStart(words, width - cellsOf(shownBefore), cutWords);
  const left = width - cellsOf(shownBefore) - cellsOf(shownWords);
  const shownAfter = left > 0 ? takenFromStart(after, left, cutAfter) : '';
  return {
    line: shownBefore + shownWords + shownAfter,
    indent: cellsOf(shownBefore),
    length: Math.max(1, cellsOf(shownWords)),
  };
}

/**
 * As much of a text's start as fits, with `…` for what does not.
 *
 * @param isCut whether there was more of it already
 */
export function takenFromStart(text: string, width: number, isCut: boolean): string {
  if (!isCut && cellsOf(text) <= width) return text;
  return taken(charactersOf(text), width - 1).join('') + '…';
}

/** The same of a text's end. */
export function takenFromEnd(text: string, width: number, isCut: boolean): string {
  if (!isCut && cellsOf(text) <= width) return text;
  return `…${taken(charactersOf(text).reverse(), width - 1)
    .reverse()
    .join('')}`;
}

function taken(characters: readonly string[], width: number): string[] {
  const shown: string[] = [];
  let cells = 0;
  for (const character of characters) {
    cells += cellsOf(character);
    if (cells > width) break;
    shown.push(character);
  }
  return shown;
}
