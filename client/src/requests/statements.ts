/** From one statement to the next. */
import type * as vscode from 'vscode';
import {
  NEXT_STATEMENT,
  type NextStatementParams,
  type NextStatementResult,
} from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';

export type Direction = NextStatementParams['direction'];

/**
 * The words of the statement before or after a position, undefined if there is none.
 *
 * @throws If the server can't be reached, as all requests.
 */
export async function statementFrom(
  server: LanguageServer,
  document: vscode.TextDocument,
  from: vscode.Position,
  direction: Direction,
): Promise<vscode.Range | undefined> {
  const client = await server.client();
  const { asTextDocumentIdentifier, asPosition } = client.code2ProtocolConverter;
  const statement = await client.sendRequest<NextStatementResult | null>(NEXT_STATEMENT, {
    textDocument: asTextDocumentIdentifier(document),
    position: asPosition(from),
    direction,
  } satisfies NextStatementParams);
  return statement ? client.protocol2CodeConverter.asRange(statement.words) : undefined;
}
