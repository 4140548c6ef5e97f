/**
 * The signs of the language as pieces of regular expressions, in the dialect of Oniguruma (TextMate). They say
 * again what grammar/demarche.peggy says, since neither can import the other; test/syntaxes/parser.test.ts
 * holds them against the parser.
 */
import { LOOKALIKES } from '../../server/src/syntax/headProblems.ts';

/** A character as it stands in a class; one that can't be seen, by its number. */
function inClass(char: string): string {
  if (/[\p{Z}\p{Cf}]/u.test(char) && char !== ' ') {
    return `\\x{${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}}`;
  }
  return char;
}

/** A sign and all that is read as it, as the inside of a class. */
function withLookalikes(sign: string): string {
  const lookalikes = [...LOOKALIKES].filter(([, meant]) => meant === sign).map(([char]) => inClass(char));
  return sign + lookalikes.join('');
}

const COLONS = withLookalikes(':');
const EQUALS = withLookalikes('=');
const COMMAS = withLookalikes(',');
const DIRECTIONS = '\\x{200E}\\x{200F}\\x{061C}';
const SPACES = `${withLookalikes(' ')}\\t\\r\\n`;
const ID_CHARACTERS = '\\p{L}\\p{M}\\p{Nd}_-';
const WORD_ENDS = `${SPACES}${COMMAS}${COLONS}${EQUALS}{}"${DIRECTIONS}`;

export const AT = `[${withLookalikes('@')}]`;
export const HASH = `[${withLookalikes('#')}]`;
export const EQUAL = `[${EQUALS}]`;
export const COMMA = `[${COMMAS}]`;
export const COLON = `[${COLONS}]`;

/** Marks of direction, which a head skips. */
export const DIRECTION = `[${DIRECTIONS}]*`;

/** White space of a head, with marks of direction. */
export const GAP = `[${SPACES}${DIRECTIONS}]`;
export const NO_GAP = `[^${SPACES}${DIRECTIONS}]`;

/** Atomic: what an id has taken it never gives back, so a long word is read once. */
export const ID = `(?>[\\p{L}\\p{Nd}][${ID_CHARACTERS}]*)`;

/** Where an id may start. A search that begins inside a long word must not try it again from every letter. */
export const ID_START = `(?<![${ID_CHARACTERS}])`;

/** Where an id, or a word of the language, ends. */
export const ID_END = `(?![${ID_CHARACTERS}])`;

/** A bare word as a value. */
export const WORD = `[^${WORD_ENDS}${withLookalikes('@')}${withLookalikes('#')}][^${WORD_ENDS}]*`;

/** Where a bare word ends. */
export const WORD_END = `(?![^${WORD_ENDS}])`;

/** Right after the sign that a value follows. A gap there ends the list. */
export const AFTER_SIGN = `(?<=[${EQUALS}${COMMAS}"${DIRECTIONS}])`;

/** The inside of a quoted value on one line. Each character can be read in one way only: linear. */
export const QUOTED_INSIDE = '(?>[^"\\\\{}]+|\\\\["\\\\{}]|\\\\)*+';

/** What stands after a closing quote. */
export const AFTER_QUOTE = `(?=${DIRECTION}(?:[${SPACES}${COMMAS}${COLONS}}]|$))`;

/** The end of a line; some hosts leave the CR of a CRLF. */
export const LINE_END = '\\r?$';

/** At a line's start: nothing but spaces and tabs. */
export const BLANK_LINE = `[ \\t]*${LINE_END}`;

/** At a line's start: the signs of a heading have ended. */
export const HEADING_END = `(?=[ \\t]|${LINE_END})`;
