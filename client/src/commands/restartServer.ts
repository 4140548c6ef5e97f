/** Ends the language server and starts a new one. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';

export async function restartServer(server: LanguageServer): Promise<void> {
  const title = vscode.l10n.t('Restarting the Demarche server');
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    server.restart(),
  );
}
