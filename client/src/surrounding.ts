/**
 * Typing `{` over a selection puts braces around it and leaves it selected: the next key would delete the words. So the
 * cursor goes behind the brace, into the head of the tag that begins there. On keyboards where `{` is Shift and `[`, a
 * keybinding (package.json) does it before the next key can come; this is for all others, and for input methods.
 */
import * as vscode from 'vscode';
import { LANGUAGE } from './documents.ts';

/** Moves the cursor into the head of a tag that is made by typing its brace over a selection. */
export function enterHeadOfSurround(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const editor = vscode.window.activeTextEditor;
    if (document.languageId !== LANGUAGE || editor?.document !== document || reason !== undefined) return;
    const braces = contentChanges.map(({ text }) => text).sort();
    const pairs = braces.length / 2;
    const isSurround =
      pairs >= 1 &&
      contentChanges.every(({ rangeLength }) => rangeLength === 0) &&
      braces.every((brace, index) => brace === (index < pairs ? '{' : '}'));
    if (isSurround) void enterHeads(editor);
  });
}

async function enterHeads(editor: vscode.TextEditor): Promise<void> {
  // The selection follows the text in a message of its own.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const { document, selections } = editor;
  const isSurrounded = (selection: vscode.Selection) =>
    !selection.isEmpty &&
    selection.start.character > 0 &&
    document.getText(new vscode.Range(selection.start.translate(0, -1), selection.start)) === '{';
  if (!selections.every(isSurrounded)) return;
  editor.selections = selections.map(({ start }) => new vscode.Selection(start, start));
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}
