/** The language client in a browser: the server is a worker. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
  State,
} from 'vscode-languageclient/browser';
import { clientOptions } from './clientOptions.ts';
import type { ClientParts } from './languageServer.ts';
import { serveFiles } from './requests/files.ts';

/** What is used of a browser's worker: with the types of a browser, all the client could use what Node lacks. */
type Worker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (url: string) => Worker;

export function createBrowserClient(
  context: vscode.ExtensionContext,
  parts: ClientParts,
  isRunning: () => boolean,
): LanguageClient {
  let worker: Worker | undefined;
  const start = async (): Promise<MessageTransports> => {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js');
    worker = new Worker(script.toString(true));
    // The client knows a worker by its class, but those in an editor's own worker are of another.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new LanguageClient('demarche', 'Demarche', start, clientOptions(parts, isRunning));
  serveFiles(client);
  client.onDidChangeState(({ newState }) => {
    // A worker does not end by itself, nor does the client end it: each restart would leave one with all it read.
    if (newState === State.Stopped) worker?.terminate();
  });
  return client;
}
