/** The language client for editors with Node: the server is a process of its own in the editor's runtime. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './clientOptions.ts';
import type { ClientParts } from './languageServer.ts';
import { serveFiles } from './requests/files.ts';

export function createNodeClient(
  context: vscode.ExtensionContext,
  parts: ClientParts,
  isRunning: () => boolean,
): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  const client = new LanguageClient(
    'demarche',
    'Demarche',
    { module, transport: TransportKind.ipc },
    clientOptions(parts, isRunning),
  );
  serveFiles(client);
  return client;
}
