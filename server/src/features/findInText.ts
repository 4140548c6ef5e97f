/** Finding words in published texts: marks between them do not count, nor do case and the width of white space. */
import { matchesIn, patternFor } from '../analysis/concordance.ts';
import type { DocumentModel } from '../model/document.ts';
import { PublishedText } from '../syntax/strip.ts';

/** Words found. Offsets are of the document's source, marks within included. */
export interface FoundWords {
  readonly document: DocumentModel;
  readonly start: number;
  readonly end: number;
  /** The words with those around them, on one line; `from` and `to` say where they stand in it. */
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Characters that are shown before the words and after them. */
const BEFORE = 24;
const AFTER = 48;

/** The places of words in a document's published text, in order; `*` is any letters of a word. Linear in the text. */
export function* findInText(document: DocumentModel, query: string): Generator<FoundWords> {
  const pattern = patternFor({ words: query, wholeWords: false, matchCase: false });
  if (pattern === null) return;
  // Not the document's own, which stays: of thousands of documents looked through, none should keep its text twice.
  const published = new PublishedText(document.source);
  const { text } = published;
  for (const { start, end } of matchesIn(text, pattern)) {
    const before = lineOf(text.slice(Math.max(0, start - BEFORE), start)).trimStart();
    const found = lineOf(text.slice(start, end));
    yield {
      document,
      start: published.toSource(start, 'after'),
      end: published.toSource(end, 'before'),
      words: `${before}${found}${lineOf(text.slice(end, end + AFTER)).trimEnd()}`,
      from: before.length,
      to: before.length + found.length,
    };
  }
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ');
}
