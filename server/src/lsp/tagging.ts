/** Answers the requests of the tagging commands (requests/tagging.ts). */
import { choicesFor, newNameFor } from '../features/choices.ts';
import { continuable, continueStatement } from '../features/continueStatement.ts';
import type { Insertion } from '../features/marks.ts';
import { type Tagging, tagSelection } from '../features/tagSelection.ts';
import { openingWords, shorten, summaryOf } from '../features/wording.ts';
import type { DocumentModel } from '../model/document.ts';
import type { FileEdit } from '../rules/rule.ts';
import {
  CHOICES,
  type ChoicesParams,
  type ChoicesResult,
  CONTINUABLE,
  CONTINUE_STATEMENT,
  type ContinuableChoice,
  type ContinueStatementParams,
  NEW_NAME,
  type NewNameParams,
  type NewNameResult,
  TAG_SELECTION,
  type TagEdit,
  type TagEntry,
  type TagSelectionParams,
  type TagSelectionResult,
} from './requests/index.ts';
import type { Session } from './session.ts';

/** Statements that are offered to be continued. */
const MOST_STATEMENTS = 200;
/** Their words that are shown: marks counted, then characters. */
const LOOKED_AT = 400;
const SHOWN = 90;

const UNKNOWN: TagSelectionResult = { edits: null, refusal: 'This is not a document that Demarche knows.' };

/** Answers what the commands that tag a selection ask. */
export function serveTagging(session: Session): void {
  const { connection, texts, workspace } = session;
  const rangeIn = ({ location }: DocumentModel, { range }: { readonly range: TagSelectionParams['range'] }) =>
    [texts.offsetAt(location, range.start), texts.offsetAt(location, range.end)] as const;

  connection.onRequest<TagSelectionResult, never>(TAG_SELECTION, (params: TagSelectionParams) => {
    const document = session.document(params.textDocument.uri);
    if (document === null) return UNKNOWN;
    const { kind, attributes, actors, memo, entries } = params;
    const wishes = { attributes, actors, memo, entries: entries?.map(toEntry) };
    const tagging = tagSelection(workspace, document, ...rangeIn(document, params), kind, wishes);
    return toResult(session, document, tagging, params.isPlain ?? false);
  });
  connection.onRequest(CHOICES, (params: ChoicesParams): ChoicesResult | null => {
    const document = session.document(params.textDocument.uri);
    return document && choicesFor(workspace, document, ...rangeIn(document, params));
  });
  connection.onRequest(NEW_NAME, (params: NewNameParams): NewNameResult | null => {
    const document = session.document(params.textDocument.uri);
    return document && newNameFor(workspace, document, params.section, params.name);
  });
  connection.onRequest(CONTINUABLE, (params: ChoicesParams): ContinuableChoice[] => {
    const document = session.document(params.textDocument.uri);
    if (document === null) return [];
    const names = workspace.namesFor(document);
    return continuable(document, ...rangeIn(document, params), MOST_STATEMENTS).map((statement) => ({
      position: texts.positionAt(document.location, document.startOf(statement.block) + statement.tag.start),
      kind: statement.fact.kind === 'demand' ? 'demand' : 'claim',
      id: statement.fact.id,
      words: shorten(openingWords(statement, LOOKED_AT), SHOWN),
      summary: summaryOf(names, statement),
    }));
  });
  connection.onRequest<TagSelectionResult, never>(CONTINUE_STATEMENT, (params: ContinueStatementParams) => {
    const document = session.document(params.textDocument.uri);
    if (document === null) return UNKNOWN;
    const tagStart = params.statement && texts.offsetAt(document.location, params.statement);
    const found = continueStatement(document, ...rangeIn(document, params), tagStart);
    if (found === null)
      return {
        edits: null,
        refusal:
          'These words can’t continue that statement: they may stand inside it, or its marks are not sound.',
      };
    return {
      edits: found.edits.map((edit) => plainEdit(session, document, edit)),
      others: [],
      refusal: null,
    };
  });
}

function toEntry({ section, id, name, kind }: TagEntry) {
  return { section, id, fields: { name, ...(section === 'actors' && kind ? { kind } : {}) } };
}

function toResult(
  session: Session,
  document: DocumentModel,
  tagging: Tagging,
  isPlain: boolean,
): TagSelectionResult {
  if (tagging.insertions === null) return { edits: null, refusal: tagging.refusal };
  const here = tagging.entries.filter(({ location }) => location === document.location);
  const byUri = new Map<string, TagEdit[]>();
  for (const edit of tagging.entries) {
    if (edit.location === undefined || edit.location === document.location) continue;
    const uri = session.uris.toUri(edit.location);
    byUri.set(uri, [...(byUri.get(uri) ?? []), plainEdit(session, document, edit)]);
  }
  return {
    edits: [
      ...here.map((edit) => plainEdit(session, document, edit)),
      ...tagging.insertions.map((insertion) => insertionEdit(session, document.location, insertion, isPlain)),
    ],
    others: [...byUri].map(([uri, edits]) => ({ uri, edits })),
    refusal: null,
  };
}

function plainEdit({ texts }: Session, document: DocumentModel, edit: FileEdit): TagEdit {
  const { start, end, text, location = document.location } = edit;
  return { range: texts.rangeAt(location, start, end), newText: text, snippet: false };
}

function insertionEdit(
  { texts }: Session,
  location: string,
  { offset, text, placeholders }: Insertion,
  isPlain: boolean,
): TagEdit {
  const range = texts.rangeAt(location, offset, offset);
  if (isPlain || placeholders.length === 0) return { range, newText: text, snippet: false };
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
