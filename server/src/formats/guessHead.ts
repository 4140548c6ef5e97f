/** What the head of a document could say, going by the text that it is made of. */
import { isoFormOf, parseDate } from '../codebook/index.ts';
import { titleOf } from './tag.ts';

export interface GuessedHead {
  readonly title: string | null;
  readonly date: string | null;
  readonly source: string | null;
}

/** Lines with words in which a date or an address may stand: those of a page's top, not of its argument. */
const TOP_LINES = 12;
/** A line with a date in it is short: a longer one is a sentence. */
const LONGEST_DATED_LINE = 120;
const TOP_LENGTH = 4_000;

/** Guesses title, date and source. Looks at the text's beginning and its last line only. */
export function guessHead(text: string): GuessedHead {
  const top = text.slice(0, TOP_LENGTH);
  const lines = linesWithWords(top).slice(0, TOP_LINES);
  const last = linesWithWords(text.slice(-500)).at(-1) ?? '';
  return { title: titleOf(top), date: firstDate(lines), source: firstAddress([...lines, last]) };
}

/** A date in the language's form, however it is written; null for none, and where it can be read in two ways. */
export function readDate(written: string): string | null {
  const text = written.trim();
  return parseDate(text) ? text : isoFormOf(text);
}

function linesWithWords(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/[\s\u200B]+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Whatever could be a whole day: numbers with signs between, or a month's name between two numbers. */
const DAYS = [
  /\d{4}-\d{2}-\d{2}/gu,
  /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号號]/gu,
  /\d{4}[/.]\d{1,2}[/.]\d{1,2}/gu,
  /\d{1,2}[./-]\d{1,2}[./-]\d{4}/gu,
  /\d{1,2}(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?\p{L}{3,9}\.?,?[\s-]+\d{4}/giu,
  /\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/giu,
];

function firstDate(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (line.length > LONGEST_DATED_LINE) continue;
    for (const form of DAYS) {
      for (const [written] of line.matchAll(form)) {
        const date = readDate(written);
        if (date !== null) return date;
      }
    }
  }
  return null;
}

function firstAddress(lines: readonly string[]): string | null {
  const alone = /^(?:\p{L}+:?\s+)?(https?:\/\/\S+)$/iu;
  return lines.map((line) => alone.exec(line)?.[1]).find((address) => address !== undefined) ?? null;
}
