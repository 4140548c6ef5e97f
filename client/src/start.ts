/** What the desktop's and the browser's extension share: the parts of the client, put together. */
import * as vscode from 'vscode';
import { registerCommands } from './commands/index.ts';
import { type CreateClient, LanguageServer } from './languageServer.ts';
import { Pictures } from './pictures/index.ts';
import { showCounts } from './views/counts.ts';

export interface Extension {
  /** Ends the language server. */
  stop(): Promise<void>;
}

/**
 * Starts the extension; gives way at once, and the server follows.
 *
 * @param loadClient Loads the module with the language client for this kind of editor. It is called in the next
 *   turn, since the module is large and nothing in the window should wait for it.
 */
export function startExtension(
  context: vscode.ExtensionContext,
  loadClient: () => Promise<CreateClient>,
): Extension {
  const output = vscode.window.createOutputChannel('Demarche', { log: true });
  const server = new LanguageServer(context, { output }, loadClient);
  const pictures = new Pictures(context, server, output);
  context.subscriptions.push(
    output,
    registerCommands(server, output, pictures),
    showCounts(server),
    pictures,
  );
  setTimeout(() => server.start(), 0);
  return server;
}
