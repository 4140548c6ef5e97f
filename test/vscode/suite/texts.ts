/** Texts in the editor: opened, marked, changed, and left as they were. */
import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { extractMarkers } from '../../kit/markers.ts';

/** A file of the workspace. */
export function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Shows a file of the workspace for as long as the work takes, then takes back what was changed. */
export async function withFile(name: string, work: (editor: vscode.TextEditor) => unknown): Promise<void> {
  await withDocument(await vscode.workspace.openTextDocument(fileUri(name)), work);
}

/**
 * Shows a text that is not saved anywhere. What the markers say is selected: `<|>` a cursor, `[[…]]` a range.
 */
export async function withText(marked: string, work: (editor: vscode.TextEditor) => unknown): Promise<void> {
  const { text, cursors, ranges } = extractMarkers(marked);
  const document = await vscode.workspace.openTextDocument({ language: 'demarche', content: text });
  await withDocument(document, (editor) => {
    const selected = [...cursors.map((cursor) => ({ start: cursor, end: cursor })), ...ranges];
    if (selected.length > 0) {
      editor.selections = selected.map(
        ({ start, end }) => new vscode.Selection(document.positionAt(start), document.positionAt(end)),
      );
    }
    return work(editor);
  });
}

/** Where words stand in a document: their first occurrence. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  ok(start >= 0, `“${words}” is not in the text.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** A position within words: behind their first character. */
export function inside(document: vscode.TextDocument, words: string): vscode.Position {
  return rangeOf(document, words).start.translate(0, 1);
}

/** Adds to the end of a text, as one typing step. */
export async function append(editor: vscode.TextEditor, words: string): Promise<void> {
  const { document } = editor;
  const end = document.positionAt(document.getText().length);
  ok(await editor.edit((builder) => builder.insert(end, words)), 'The text could not be changed.');
}

async function withDocument(
  document: vscode.TextDocument,
  work: (editor: vscode.TextEditor) => unknown,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  try {
    await work(editor);
  } finally {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
