/**
 * A published text as a document: a head, one blank line, and the text with its braces escaped; where actors are
 * given, with their names tagged. `strip` gives the text back, character by character.
 */
import { stringify } from 'yaml';
import type { Actor } from '../codebook/codebook.ts';
import type { NamedWords } from '../model/nameSearch.ts';
import { SourceDocument } from '../syntax/document.ts';
import { escapeText } from '../syntax/escape.ts';
import { strip } from '../syntax/strip.ts';
import { mentionsIn } from './tagMentions.ts';

/** What the head says; what is missing is left out, in this order. */
export interface TagHead {
  readonly title?: string | undefined;
  readonly author?: readonly string[] | undefined;
  readonly date?: string | undefined;
  readonly source?: string | undefined;
  readonly lang?: string | undefined;
  readonly coder?: string | undefined;
  /** SHA-256 of the text: whoever changes a word is told. */
  readonly sourceHash?: string | undefined;
}

export interface TagOptions {
  readonly head?: TagHead;
  /** Whose names to tag. */
  readonly actors?: readonly Actor[];
}

/**
 * Makes a document of a text. A byte order mark stays first; the head's lines end as the text's first does.
 *
 * @throws Error if the text could not be had back: nothing is known that leads to that
 */
export function tagText(text: string, { head = {}, actors = [] }: TagOptions = {}): string {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(bom.length);
  const lineEnd = /\r\n|\n|\r/.exec(body)?.[0] ?? '\n';
  const headLines = `---\n${headYaml(head)}---\n\n`.replaceAll('\n', lineEnd);
  const document = bom + headLines + marked(body, mentionsIn(body, actors));
  if (strip(new SourceDocument(document)) !== text) throw new Error('the text would not come back unchanged');
  return document;
}

/** Each value on one line, in quotes where YAML needs them. */
function headYaml({ title, author, date, source, lang, coder, sourceHash }: TagHead): string {
  const authors = author?.map(oneLine).filter((name) => name !== '') ?? [];
  const entries = [
    ['title', title && oneLine(title)],
    ['author', authors.length > 1 ? authors : authors[0]],
    ['date', date && oneLine(date)],
    ['source', source && oneLine(source)],
    ['lang', lang && oneLine(lang)],
    ['coder', coder && oneLine(coder)],
    ['source-hash', sourceHash],
  ].filter(([, value]) => value !== undefined && value !== '');
  if (entries.length === 0) return '';
  return stringify(Object.fromEntries(entries), { lineWidth: 0 });
}

/** Control characters and line ends of every kind would end the head's line, or not be YAML. */
function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
}

/** The text with its escapes and marks. A backslash that stands before a mark is doubled, or it would escape it. */
function marked(text: string, mentions: readonly NamedWords[]): string {
  let document = '';
  let from = 0;
  const take = (end: number) => {
    const piece = text.slice(from, end);
    from = end;
    return piece.endsWith('\\') ? `${escapeText(piece)}\\` : escapeText(piece);
  };
  for (const { start, end, actors } of mentions) {
    document += `${take(start)}{@${actors[0]}: `;
    document += `${take(end)}}`;
  }
  return document + escapeText(text.slice(from));
}

/** A title is no longer than this. UTF-16 units. */
const LONGEST_TITLE = 120;

/**
 * The title that a text seems to have: its first Markdown heading of the first level; else its first line, if that
 * stands alone and is short; else its first heading.
 *
 * @returns null where none of them is there
 */
export function titleOf(text: string): string | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const headings = lines.map((line) => /^(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line));
  const found = headings.find((match) => match?.[1] === '#') ?? null;
  const first = lines.findIndex((line) => line.trim() !== '');
  const standsAlone = !headings[first] && (lines[first + 1] ?? '').trim() === '';
  const alone = standsAlone ? wordsOf(lines[first] ?? '') : null;
  return wordsOf(found?.[2] ?? '') ?? alone ?? wordsOf(headings.find((match) => match !== null)?.[2] ?? '');
}

/** A line's words without Markdown's emphasis around them; null if it has none, or too many. */
function wordsOf(line: string): string | null {
  const words = line.trim().replace(/^(\*{1,3}|_{1,3})(\S.*\S|\S)\1$/u, '$2');
  return /[\p{L}\p{Nd}]/u.test(words) && words.length <= LONGEST_TITLE ? words : null;
}
