/** Text on a terminal: what is safe to show, and how many cells it takes. */
import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Characters that steer a terminal, break a line or turn the direction of what follows, and halves of a pair. The
 * marks of direction that right-to-left texts need stay.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

/** Text of unknown origin, safe to show on one line: tabs and line ends as spaces, other controls as U+FFFD. */
export function neutralized(text: string): string {
  return text.replace(/\r\n|[\t\r\n]/g, ' ').replace(UNSAFE, '\uFFFD');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters of a text, as a reader counts them. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

const WIDE_EMOJI = /^(?:\p{Regional_Indicator}{2}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)/u;
const EMPTY = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const PLAIN = /^[\x20-\x7E]*$/;

/** How many cells a text takes that is safe to show. */
export function cellsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let cells = 0;
  for (const character of charactersOf(text)) cells += cellsOfCharacter(character);
  return cells;
}

function cellsOfCharacter(character: string): number {
  if (EMPTY.test(character)) return 0;
  if (WIDE_EMOJI.test(character)) return 2;
  return eastAsianWidth(character.codePointAt(0) ?? 0x20);
}

/**
 * Breaks a text into lines of at most so many cells: at spaces, and where a word is longer, inside it.
 *
 * @param text safe to show; runs of spaces count as one
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let cells = 0;
  for (const word of text.split(/ +/).filter((each) => each !== '')) {
    let rest = word;
    const needed = cellsOf(word);
    if (line !== '' && cells + 1 + needed > width) {
      lines.push(line);
      line = '';
      cells = 0;
    }
    if (line === '' && needed > width) {
      const pieces = cutIntoPieces(word, width);
      rest = pieces.pop() ?? '';
      lines.push(...pieces);
    }
    line = line === '' ? rest : `${line} ${rest}`;
    cells = cellsOf(line);
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function cutIntoPieces(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let cells = 0;
  for (const character of charactersOf(word)) {
    const needed = cellsOfCharacter(character);
    if (cells + needed > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      cells = 0;
    }
    piece += character;
    cells += needed;
  }
  pieces.push(piece);
  return pieces;
}
