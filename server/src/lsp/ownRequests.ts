/** Our own requests beyond the protocol (requests/). */

import type { Insertion } from '../features/marks.ts';
import { adjacentStatement, countsOf } from '../features/navigation.ts';
import { tagSelection } from '../features/tagSelection.ts';
import {
  COUNTS,
  type CountsParams,
  type CountsResult,
  NEXT_STATEMENT,
  type NextStatementParams,
  type NextStatementResult,
  TAG_SELECTION,
  type TagEdit,
  type TagSelectionParams,
  type TagSelectionResult,
} from './requests/index.ts';
import type { Session } from './session.ts';

/** Answers our own requests. */
export function serveOwnRequests(session: Session): void {
  const { connection, texts, workspace } = session;
  connection.onRequest(NEXT_STATEMENT, (params: NextStatementParams): NextStatementResult | null => {
    const document = session.document(params.textDocument.uri);
    if (document === null) return null;
    const { location } = document;
    const found = adjacentStatement(document, texts.offsetAt(location, params.position), params.direction);
    if (found === null) return null;
    return {
      range: texts.rangeAt(location, found.start, found.end),
      words: texts.rangeAt(location, found.wordsStart, found.wordsEnd),
    };
  });
  connection.onRequest<TagSelectionResult, never>(TAG_SELECTION, (params: TagSelectionParams) => {
    const document = session.document(params.textDocument.uri);
    if (document === null) return { edits: null, refusal: 'This is not a document that Demarche knows.' };
    const { location } = document;
    const start = texts.offsetAt(location, params.range.start);
    const end = texts.offsetAt(location, params.range.end);
    const tagging = tagSelection(workspace, document, start, end, params.kind);
    if (tagging.insertions === null) return { edits: null, refusal: tagging.refusal };
    return {
      edits: tagging.insertions.map((insertion) => toEdit(session, location, insertion)),
      refusal: null,
    };
  });
  connection.onRequest(COUNTS, (params: CountsParams): CountsResult | null => {
    const document = session.document(params.textDocument.uri);
    return document && countsOf(document);
  });
}

function toEdit({ texts }: Session, location: string, { offset, text, placeholders }: Insertion): TagEdit {
  const range = texts.rangeAt(location, offset, offset);
  if (placeholders.length === 0) return { range, newText: text, snippet: false };
  let snippet = '';
  let from = 0;
  placeholders.forEach(({ start, end }, index) => {
    const placeholder = escapeSnippet(text.slice(start, end));
    snippet += escapeSnippet(text.slice(from, start));
    snippet += placeholder ? `\${${index + 1}:${placeholder}}` : `$${index + 1}`;
    from = end;
  });
  return { range, newText: snippet + escapeSnippet(text.slice(from)), snippet: true };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
