/** Tagging what is selected. */
import * as vscode from 'vscode';
import {
  TAG_SELECTION,
  type TagSelectionParams,
  type TagSelectionResult,
} from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';

export type TagKind = TagSelectionParams['kind'];

/** The edits that make a tag, to be made as one, or why it can't be made. */
export type Tagging =
  | { readonly edits: readonly (vscode.TextEdit | vscode.SnippetTextEdit)[]; readonly refusal: null }
  | { readonly edits: null; readonly refusal: string };

/** What makes a tag of a range. @throws If the server can't be reached */
export async function taggingOf(
  server: LanguageServer,
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: TagKind,
): Promise<Tagging> {
  const client = await server.client();
  const { asTextDocumentIdentifier, asRange } = client.code2ProtocolConverter;
  const answer = await client.sendRequest<TagSelectionResult>(TAG_SELECTION, {
    textDocument: asTextDocumentIdentifier(document),
    range: asRange(range),
    kind,
  } satisfies TagSelectionParams);
  if (answer.refusal !== null) return answer;
  const edits = answer.edits.map((edit) => {
    const place = client.protocol2CodeConverter.asRange(edit.range);
    return edit.snippet
      ? new vscode.SnippetTextEdit(place, new vscode.SnippetString(edit.newText))
      : new vscode.TextEdit(place, edit.newText);
  });
  return { edits, refusal: null };
}
