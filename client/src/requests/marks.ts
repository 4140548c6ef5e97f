/** Where the marks of a text are. */
import type * as vscode from 'vscode';
import { MARKS, type MarksParams, type MarksResult } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';

/**
 * The marks of a document, or what of them changed since an answer that is still there.
 *
 * @returns Undefined if the server does not know the document.
 * @throws If the server can't be reached, or the text changed while it was answering.
 */
export async function marksOf(
  server: LanguageServer,
  document: vscode.TextDocument,
  previous: number | null,
): Promise<MarksResult | undefined> {
  const client = await server.client();
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const params: MarksParams = { textDocument, previous };
  return (await client.sendRequest<MarksResult | null>(MARKS, params)) ?? undefined;
}
