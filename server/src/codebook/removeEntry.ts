/** Takes an entry out of a codebook or head: with its comma between braces, with its lines elsewhere. */
import type { TextRange } from './codebook.ts';
import type { EntryEdit } from './insertEntry.ts';

/**
 * The edit that takes an entry out. Comments on lines of their own stay.
 *
 * @param text the whole YAML
 * @param entry from its key to the end of its value, in offsets of that text
 */
export function removeEntry(text: string, { start, end }: TextRange): EntryEdit {
  const lineStart = /[^\r\n]*$/.exec(text.slice(0, start))?.index ?? 0;
  const standsFirst = text.slice(lineStart, start).trim() === '';
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
  if (comma > 0) {
    const after = end + comma;
    // A line of its own between braces goes whole; in a row, the space after the comma goes.
    const rest = (standsFirst ? /^[ \t]*(?:\r\n|\n|\r)?/ : /^[ \t]*/).exec(text.slice(after))?.[0] ?? '';
    const wholeLine = standsFirst && /[\r\n]$/.test(rest);
    return { start: wholeLine ? lineStart : start, end: after + rest.length, text: '' };
  }
  const before = /(,?)\s*$/.exec(text.slice(0, start));
  if (/^\s*[}\]]/.test(text.slice(end)) && (before?.[1] === ',' || /\{\s*$/.test(text.slice(0, start)))) {
    return { start: before?.[1] === ',' ? before.index : start, end, text: '' };
  }
  const lineEnd = end + (/^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(end))?.[0].length ?? 0);
  return { start: standsFirst ? lineStart : start, end: lineEnd, text: '' };
}
