/** Where the names of actors stand in a plain text. */
import type { Actor } from '../codebook/codebook.ts';
import { isId } from '../codebook/index.ts';

/** Words that name an actor. Offsets are UTF-16 units of the text. */
export interface NamedWords {
  readonly start: number;
  readonly end: number;
  /** The actor's id. */
  readonly id: string;
}

/**
 * The places of names and aliases, in order, none overlapping: of two that do, the one that starts first, then the
 * longer one. Case counts. A name that two actors share is nobody's, and a name is not found inside a word.
 */
export function mentionsIn(text: string, actors: readonly Actor[]): NamedWords[] {
  const found: NamedWords[] = [];
  for (const [name, id] of idsByName(actors)) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (isBoundary(text, start) && isBoundary(text, end) && !isInHeadingMark(text, start))
        found.push({ start, end, id });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** The names that are one actor's, as written and as Unicode composes and decomposes them. */
function idsByName(actors: readonly Actor[]): Map<string, string> {
  const holders = new Map<string, string | null>();
  for (const { id, name, aka } of actors) {
    if (!isId(id)) continue;
    for (const each of [name, ...aka.map(({ value }) => value)]) {
      for (const form of new Set(
        [each, each.normalize('NFC'), each.normalize('NFD')].map((one) => one.trim()),
      )) {
        // What runs over a line might run over a block.
        if (form === '' || /[\r\n]/.test(form)) continue;
        const holder = holders.get(form);
        holders.set(form, holder === undefined || holder === id ? id : null);
      }
    }
  }
  return new Map([...holders].filter((entry): entry is [string, string] => entry[1] !== null));
}

const PART_OF_WORD = /[\p{L}\p{M}\p{Nd}]/u;
/** Joined to the character before, in every script. */
const JOINED = /[\p{M}\u200D]/u;
/** Scripts that put no space between words: a name in them may stand against any character. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Whether a word may start or end at an offset. */
function isBoundary(text: string, offset: number): boolean {
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
  if (JOINED.test(after)) return false;
  const before = characterBefore(text, offset);
  if (!PART_OF_WORD.test(before) || !PART_OF_WORD.test(after)) return true;
  return UNSPACED.test(before) || UNSPACED.test(after);
}

/** The code point that ends at an offset; a space at the start. */
function characterBefore(text: string, offset: number): string {
  const isPair =
    offset >= 2 &&
    /[\uDC00-\uDFFF]/.test(text[offset - 1] ?? '') &&
    /[\uD800-\uDBFF]/.test(text[offset - 2] ?? '');
  return text.slice(Math.max(0, offset - (isPair ? 2 : 1)), offset) || ' ';
}

/** Whether an offset lies in the signs that make a line a heading: a mark there would make it another line. */
function isInHeadingMark(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === '#' && offset - start <= 6) start--;
  if (start > 0 && !/[\r\n]/.test(text[start - 1] as string)) return false;
  const mark = /^#{1,6}(?=[ \t\r\n]|$)/.exec(text.slice(start, start + 8))?.[0] ?? '';
  return offset < start + mark.length;
}
