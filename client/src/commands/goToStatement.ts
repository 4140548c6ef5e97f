/** Next and previous statement: the cursor goes to its words. */
import * as vscode from 'vscode';
import { activeEditor } from '../documents.ts';
import type { LanguageServer } from '../languageServer.ts';
import { type Direction, statementFrom } from '../requests/statements.ts';

/** Milliseconds for which it is said that there is no more. */
const MESSAGE_TIME = 4_000;

export async function goToStatement(server: LanguageServer, direction: Direction): Promise<void> {
  const editor = activeEditor();
  if (!editor) return;
  const words = await statementFrom(server, editor.document, editor.selection.active, direction);
  if (!words) {
    const message =
      direction === 'next'
        ? vscode.l10n.t('There is no statement after this place.')
        : vscode.l10n.t('There is no statement before this place.');
    vscode.window.setStatusBarMessage(message, MESSAGE_TIME);
    return;
  }
  const { start } = words;
  editor.selection = new vscode.Selection(start, start);
  // Not all the words: a range of several lines is not scrolled to sideways, in a window without word wrap.
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
