/**
 * The extension in an editor with Node. This file stays tiny, since the editor waits for it: what is large, the
 * language client, is loaded in the next turn.
 */
import module from 'node:module';
import type * as vscode from 'vscode';
import { type Extension, startExtension } from './start.ts';

let extension: Extension | undefined;

export function activate(context: vscode.ExtensionContext): void {
  // Compiled code is kept between starts, where the editor's Node can do so (from 22.1).
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  extension = startExtension(context, async () => (await import('./nodeClient.ts')).createNodeClient);
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
