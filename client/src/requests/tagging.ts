/** Tagging what is selected. */
import * as vscode from 'vscode';
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
  type TagSelectionParams,
  type TagSelectionResult,
} from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';

export type TagKind = TagSelectionParams['kind'];

/** What is said of a tag before it is made. */
export type TagWishes = Pick<TagSelectionParams, 'attributes' | 'actors' | 'memo' | 'entries' | 'isPlain'>;

/** The edit that makes a tag, or why it can't be made. */
export type Tagging =
  | { readonly edit: vscode.WorkspaceEdit; readonly refusal: null }
  | { readonly edit: null; readonly refusal: string };

/** What makes a tag of a range. @throws If the server can't be reached, as all requests */
export function taggingOf(
  server: LanguageServer,
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: TagKind,
  wishes: TagWishes,
): Promise<Tagging> {
  return tagging(server, document, TAG_SELECTION, { ...placeOf(document, range), kind, ...wishes });
}

/** What makes a range a continuation. @param statement where its tag starts, as the server said */
export function continuationOf(
  server: LanguageServer,
  document: vscode.TextDocument,
  range: vscode.Range,
  statement: ContinuableChoice['position'],
): Promise<Tagging> {
  const params: ContinueStatementParams = { ...placeOf(document, range), statement };
  return tagging(server, document, CONTINUE_STATEMENT, params);
}

/** What there is to choose from for a range; undefined if the server does not know the document. */
export async function choicesFor(
  server: LanguageServer,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<ChoicesResult | undefined> {
  const client = await server.client();
  const params: ChoicesParams = placeOf(document, range);
  return (await client.sendRequest<ChoicesResult | null>(CHOICES, params)) ?? undefined;
}

/** The statements that a range may continue, nearest first. */
export async function continuableFor(
  server: LanguageServer,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly ContinuableChoice[]> {
  const client = await server.client();
  const params: ChoicesParams = placeOf(document, range);
  return client.sendRequest<ContinuableChoice[]>(CONTINUABLE, params);
}

/** The id for a new name. @throws If the server does not know the document */
export async function newNameFor(
  server: LanguageServer,
  document: vscode.TextDocument,
  section: NewNameParams['section'],
  name: string,
): Promise<NewNameResult> {
  const client = await server.client();
  const { textDocument } = placeOf(document, new vscode.Range(0, 0, 0, 0));
  const params: NewNameParams = { textDocument, section, name };
  const answer = await client.sendRequest<NewNameResult | null>(NEW_NAME, params);
  if (answer === null) throw new Error(`${document.uri}: not known`);
  return answer;
}

/** A client converts positions as they are: the editor's and the protocol's count alike. */
function placeOf({ uri }: vscode.TextDocument, { start, end }: vscode.Range): ChoicesParams {
  return {
    textDocument: { uri: uri.toString() },
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  };
}

async function tagging(
  server: LanguageServer,
  document: vscode.TextDocument,
  method: string,
  params: object,
): Promise<Tagging> {
  const client = await server.client();
  const answer = await client.sendRequest<TagSelectionResult>(method, params);
  if (answer.refusal !== null) return { edit: null, refusal: answer.refusal };
  const { asRange, asUri } = client.protocol2CodeConverter;
  const toEdit = ({ range, newText, snippet }: TagEdit) =>
    snippet
      ? new vscode.SnippetTextEdit(asRange(range), new vscode.SnippetString(newText))
      : new vscode.TextEdit(asRange(range), newText);
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, answer.edits.map(toEdit) as vscode.TextEdit[]);
  for (const { uri, edits } of answer.others) edit.set(asUri(uri), edits.map(toEdit) as vscode.TextEdit[]);
  return { edit, refusal: null };
}
