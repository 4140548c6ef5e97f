/** What the protocol counts within a line: bytes of UTF-8, units of UTF-16 or code points. A string has UTF-16. */

export const ENCODINGS = ['utf-16', 'utf-8', 'utf-32'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The encoding to use: the first that the client names and we know. One that names none counts in UTF-16. */
export function negotiateEncoding(offered: readonly unknown[] | undefined): Encoding {
  for (const each of Array.isArray(offered) ? offered : []) {
    const known = ENCODINGS.find((encoding) => encoding === each);
    if (known) return known;
  }
  return 'utf-16';
}

/** How many units the text between two offsets has. A pair that `end` cuts in two does not count. */
export function unitsBetween(text: string, start: number, end: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return end - start;
  let units = 0;
  for (let at = start; at < end; ) {
    const next = at + widthAt(text, at);
    if (next > end) break;
    units += encoding === 'utf-32' ? 1 : bytesAt(text, at);
    at = next;
  }
  return units;
}

/** The offset that many units after `start`, at most `end`; within a character, its start. */
export function offsetAfter(
  text: string,
  start: number,
  end: number,
  units: number,
  encoding: Encoding,
): number {
  if (encoding === 'utf-16') return Math.min(start + Math.max(0, units), end);
  let left = units;
  let at = start;
  while (at < end) {
    left -= encoding === 'utf-32' ? 1 : bytesAt(text, at);
    if (left < 0) break;
    at += widthAt(text, at);
  }
  return Math.min(at, end);
}

/** UTF-16 units of the character at an offset. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Bytes of the character at an offset. Half a pair has three, as has U+FFFD, which writers put in its place. */
function bytesAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code <= 0xffff ? 3 : 4;
}
