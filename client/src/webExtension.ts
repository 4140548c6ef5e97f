/**
 * The extension in a browser. There an extension is one script, which can load no other; what is large, the language
 * client, is run in the next turn only.
 */
import type * as vscode from 'vscode';
import { type Extension, startExtension } from './start.ts';

let extension: Extension | undefined;

export function activate(context: vscode.ExtensionContext): void {
  extension = startExtension(context, async () => (await import('./browserClient.ts')).createBrowserClient);
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
