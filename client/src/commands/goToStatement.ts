/** Next and previous statement: the cursor goes to its words, in the source or in the text view. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { type Direction, statementFrom } from '../requests/statements.ts';
import { markingTarget } from '../textView/markingTarget.ts';
import type { TextViews } from '../textView/textViews.ts';

/** Milliseconds for which it is said that there is no more. */
const MESSAGE_TIME = 4_000;

export async function goToStatement(
  server: LanguageServer,
  views: TextViews,
  direction: Direction,
): Promise<void> {
  const target = await markingTarget(views);
  if (!target) return;
  const { editor, source } = target;
  // Past the marks that stand here, or else before them: they are of statements that the cursor is at already.
  const from = target.positionInSource(editor.selection.active, direction === 'next' ? 'after' : 'before');
  const words = await statementFrom(server, source, from, direction);
  if (!words) {
    const message =
      direction === 'next'
        ? vscode.l10n.t('There is no statement after this place.')
        : vscode.l10n.t('There is no statement before this place.');
    vscode.window.setStatusBarMessage(message, MESSAGE_TIME);
    return;
  }
  const start = target.fromSource(words.start);
  editor.selection = new vscode.Selection(start, start);
  // Not all the words: a range of several lines is not scrolled to sideways, in a window without word wrap.
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
