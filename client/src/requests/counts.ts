/** What a document has marked, in figures. */
import type * as vscode from 'vscode';
import { COUNTS, type CountsParams, type CountsResult } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';

export type Counts = CountsResult;

/** The counts of a document; undefined if the server does not know it. @throws If the server can't be reached */
export async function countsOf(
  server: LanguageServer,
  document: vscode.TextDocument,
): Promise<Counts | undefined> {
  const client = await server.client();
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const params: CountsParams = { textDocument };
  return (await client.sendRequest<Counts | null>(COUNTS, params)) ?? undefined;
}
