/** Undo and redo in a text view: of what was done to its source. */
import * as vscode from 'vscode';
import type { MarkingHistory } from '../textView/markingHistory.ts';
import { activeTextView } from '../textView/markingTarget.ts';
import { openSource } from '../textView/textViews.ts';

/**
 * Takes the last marking back, or does it again. Where the source was changed otherwise since, the editor's own undo
 * knows what comes next: it needs the source to have the focus for a moment.
 */
export async function undoMarking(history: MarkingHistory, way: 'undo' | 'redo'): Promise<void> {
  const editor = activeTextView();
  if (!editor) return;
  const { document, viewColumn } = editor;
  const source = await openSource(document.uri);
  if (await history[way](source)) return;
  const inSight = vscode.window.visibleTextEditors.find((each) => each.document === source);
  const column = inSight?.viewColumn ?? viewColumn ?? vscode.ViewColumn.Active;
  await vscode.window.showTextDocument(source, { viewColumn: column, preview: false });
  await vscode.commands.executeCommand(way);
  await vscode.window.showTextDocument(document, {
    viewColumn: viewColumn ?? vscode.ViewColumn.Active,
    preview: false,
  });
}
