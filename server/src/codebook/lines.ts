/** Lines of a YAML text. Offsets are UTF-16 units; a line ends in LF or CRLF. */
import type { TextRange } from './codebook.ts';

/** The line that holds an offset, without its line end. */
export function lineAt(text: string, offset: number): TextRange {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', Math.max(offset, start));
  const end = next < 0 ? text.length : next;
  return { start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
}

/** How many spaces begin a line; Infinity for a blank one, which belongs to what is around it. */
export function indentOf(text: string, { start, end }: TextRange): number {
  const match = /^ */.exec(text.slice(start, Math.min(end, start + 1000)));
  const indent = match?.[0].length ?? 0;
  return start + indent >= end ? Number.POSITIVE_INFINITY : indent;
}

/** Where the line after this one starts; the text's length after the last. */
export function nextLine(text: string, { end }: TextRange): number {
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}

/**
 * The end of the lines that belong to a line because they are indented deeper.
 *
 * @param column the column that they must be beyond
 * @returns where the last of them ends, without its line end; the line's own end if there are none
 */
export function endOfDeeperLines(text: string, line: TextRange, column: number): number {
  let end = line.end;
  for (let start = nextLine(text, line); start < text.length; ) {
    const next = lineAt(text, start);
    const indent = indentOf(text, next);
    if (indent <= column) break;
    if (indent !== Number.POSITIVE_INFINITY) end = next.end;
    start = nextLine(text, next);
  }
  return end;
}

/** A piece of text to put in the place of another of the same length, so that all offsets stay. */
export interface Mask extends TextRange {
  readonly text: string;
}

/** A mask that turns every character but white space into another one. */
export function maskOf(text: string, { start, end }: TextRange, by: 'x' | ' '): Mask {
  return { start, end, text: text.slice(start, end).replace(/[^ \t\r\n]/g, by) };
}

/** The text under its masks; of two that overlap, the first counts. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
  let result = '';
  let from = 0;
  for (const mask of [...masks].sort((a, b) => a.start - b.start)) {
    if (mask.start < from) continue;
    result += text.slice(from, mask.start) + mask.text;
    from = mask.end;
  }
  return result + text.slice(from);
}
