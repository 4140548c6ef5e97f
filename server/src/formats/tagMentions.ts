/** Where the names of actors stand in a plain text that is to become a document. */
import type { Actor } from '../codebook/codebook.ts';
import { type NamedWords, NameSearch } from '../model/nameSearch.ts';

/** The places of names that are one actor's, in order, none overlapping another, each within what will be a block. */
export function mentionsIn(text: string, actors: readonly Actor[]): NamedWords[] {
  const search = new NameSearch([new Map(actors.map((actor) => [actor.id, actor]))]);
  return search
    .in(text)
    .filter(
      (words) => words.actors.length === 1 && !isInHeadingMark(text, words.start) && !endsBlock(text, words),
    );
}

/** Whether an offset lies in the signs that make a line a heading: a mark there would make it another line. */
function isInHeadingMark(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === '#' && offset - start <= 6) start--;
  if (start > 0 && !/[\r\n]/.test(text[start - 1] as string)) return false;
  return offset < start + headingMark(text, start).length;
}

/** Whether a block ends within words that run over a line: they begin in a heading, or a heading begins in them. */
function endsBlock(text: string, { start, end }: NamedWords): boolean {
  const words = text.slice(start, end);
  const lineEnd = words.search(/[\r\n]/);
  if (lineEnd < 0) return false;
  return headingMark(text, startOfLine(text, start)) !== '' || /[\r\n]#/.test(words);
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** The signs at a line's start that make it a heading. */
function headingMark(text: string, lineStart: number): string {
  return /^#{1,6}(?=[ \t\r\n]|$)/.exec(text.slice(lineStart, lineStart + 8))?.[0] ?? '';
}
