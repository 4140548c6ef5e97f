/** Finding words in published texts: marks between them do not count, nor do case and the width of white space. */
import type { DocumentModel } from '../model/document.ts';
import { FoldedText } from '../model/foldedText.ts';
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

/** The places of words in a document's published text, in order. Linear in the text. */
export function* findInText(document: DocumentModel, query: string): Generator<FoundWords> {
  const wanted = foldCase(query.normalize('NFC').trim().replace(/\s+/g, ' '));
  if (wanted === '') return;
  // Not the document's own, which stays: of thousands of documents looked through, none should keep its text twice.
  const published = new PublishedText(document.source);
  const { text } = published;
  const folded = new FoldedText(text);
  const searched = foldCase(folded.text);
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    const first = folded.toText(at);
    const last = folded.toText(at + wanted.length);
    const before = lineOf(text.slice(Math.max(0, first - BEFORE), first)).trimStart();
    const found = lineOf(text.slice(first, last));
    yield {
      document,
      start: published.toSource(first, 'after'),
      end: published.toSource(last, 'before'),
      words: `${before}${found}${lineOf(text.slice(last, last + AFTER)).trimEnd()}`,
      from: before.length,
      to: before.length + found.length,
    };
  }
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Small letters, sign by sign: one whose small letter has another length stays, so that places do not move. */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}
