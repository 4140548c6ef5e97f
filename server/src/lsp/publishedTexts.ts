/** Answers what is asked of published texts (requests/texts.ts). */
import { type FoundWords, findInText } from '../features/findInText.ts';
import { pastedText } from '../features/pastedText.ts';
import { exportDocument } from '../formats/exportDocument.ts';
import type { NamedFile } from '../formats/format.ts';
import { guessHead, readDate } from '../formats/guessHead.ts';
import { FORMATS } from '../formats/index.ts';
import { tagText } from '../formats/tag.ts';
import type { DocumentModel } from '../model/document.ts';
import { fingerprint } from '../model/identity.ts';
import { SourceDocument } from '../syntax/document.ts';
import { encodeBase64 } from './base64.ts';
import { drive } from './longWork.ts';
import {
  EXPORT,
  EXPORT_FORMATS,
  type ExportedFile,
  type ExportFormat,
  type ExportParams,
  type ExportResult,
  FIND_IN_TEXT,
  type FindInTextParams,
  type FindInTextResult,
  type FoundInText,
  GUESS_HEAD,
  type GuessHeadParams,
  type GuessHeadResult,
  NEW_DOCUMENT,
  type NewDocumentParams,
  type NewDocumentResult,
  PASTE,
  type PasteParams,
  type PasteResult,
  PUBLISHED_TEXT,
  type PublishedTextParams,
  type PublishedTextResult,
  READ_DATE,
  type ReadDateParams,
  type ReadDateResult,
} from './requests/index.ts';
import type { Session } from './session.ts';

/** Places that are listed. */
const MOST_FOUND = 200;

/** Answers what is asked of published texts: new documents, copies, exports, searches, pastes. */
export function servePublishedTexts(session: Session): void {
  const { connection, texts, workspace } = session;
  connection.onRequest(GUESS_HEAD, ({ text }: GuessHeadParams): GuessHeadResult => guessHead(text));
  connection.onRequest(READ_DATE, ({ text }: ReadDateParams): ReadDateResult => ({ date: readDate(text) }));
  connection.onRequest(NEW_DOCUMENT, newDocument);
  connection.onRequest(PUBLISHED_TEXT, (params: PublishedTextParams): PublishedTextResult | null => {
    const document = session.document(params.textDocument.uri);
    if (document === null) return null;
    const { location, published } = document;
    if (params.ranges === undefined) return { texts: [published.text] };
    const placeOf = (position: FoundInText['range']['start']) =>
      published.fromSource(texts.offsetAt(location, position));
    return {
      texts: params.ranges.map(({ start, end }) => published.text.slice(placeOf(start), placeOf(end))),
    };
  });
  connection.onRequest(EXPORT_FORMATS, (): ExportFormat[] =>
    [...FORMATS.values()].map(({ name, title, summary, ending, writer }) => ({
      id: name,
      name: title,
      note: summary,
      ending: ending.slice(1),
      isFolder: writer.makes === 'files',
    })),
  );
  connection.onRequest(EXPORT, (params: ExportParams): ExportResult | null => {
    const document = session.document(params.textDocument.uri);
    const format = FORMATS.get(params.format);
    if (document === null || format === undefined) return null;
    const { files, losses } = exportDocument(workspace, document, format);
    return { files: files.map(toExported), losses };
  });
  connection.onRequest(FIND_IN_TEXT, async (params: FindInTextParams, token): Promise<FindInTextResult> => {
    const found = await drive(search(session, params), token);
    return {
      found: found.slice(0, MOST_FOUND).map((each) => toFound(session, each)),
      hasMore: found.length > MOST_FOUND,
    };
  });
  connection.onRequest(PASTE, (params: PasteParams): PasteResult | null => {
    const document = session.document(params.textDocument.uri);
    if (document === null) return null;
    const { location } = document;
    const replaced = params.ranges.map(({ start, end }) => ({
      start: texts.offsetAt(location, start),
      end: texts.offsetAt(location, end),
    }));
    const text = pastedText(document, replaced, params.text);
    return text === null ? null : { text };
  });
}

function newDocument({ text, title, author, date, source }: NewDocumentParams): NewDocumentResult {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const head = { title, author, date, source, sourceHash: fingerprint(plain) };
  const document = tagText(text, { head });
  const made = new SourceDocument(document);
  const paragraph = made.blocks.findIndex((block) => block.level === 0);
  return { text: document, cursor: made.startOf(Math.max(0, paragraph)) };
}

function toExported({ name, content }: NamedFile): ExportedFile {
  return typeof content === 'string' ? { name, text: content } : { name, base64: encodeBase64(content) };
}

/** The first places of the words, and one more if there is: first in one document, then in the others by name. */
function* search(session: Session, { uri, query }: FindInTextParams): Generator<void, FoundWords[]> {
  const first = uri === null ? null : session.document(uri);
  const others = [...session.workspace.documents.values()]
    .filter((document) => document !== first)
    .sort((a, b) => (a.location < b.location ? -1 : 1));
  const found: FoundWords[] = [];
  for (const document of first ? [first, ...others] : others) {
    for (const each of findInText(document, query)) {
      found.push(each);
      if (found.length > MOST_FOUND) return found;
    }
    yield;
  }
  return found;
}

function toFound(
  { texts, uris }: Session,
  { document, start, end, words, from, to }: FoundWords,
): FoundInText {
  const { location } = document;
  return {
    uri: uris.toUri(location),
    document: titleOf(document),
    range: texts.rangeAt(location, start, end),
    words,
    start: from,
    end: to,
  };
}

function titleOf(document: DocumentModel): string {
  return document.head.title?.value ?? document.id;
}
