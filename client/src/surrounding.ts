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

/** Milliseconds for which the selection may be behind the text. */
const LATEST = 1_000;

async function enterHeads(editor: vscode.TextEditor): Promise<void> {
  const { version } = editor.document;
  if (!(await selectionFollows(editor)) || editor.document.version !== version) return;
  editor.selections = editor.selections.map(({ start }) => new vscode.Selection(start, start));
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}

/** Waits until the words in the braces are selected: the selection follows the text in a message of its own. */
function selectionFollows(editor: vscode.TextEditor): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isThere: boolean) => {
      clearTimeout(timer);
      listening.dispose();
      resolve(isThere);
    };
    const timer = setTimeout(() => end(isSurrounded(editor)), LATEST);
    const listening = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === editor && isSurrounded(editor)) end(true);
    });
    if (isSurrounded(editor)) end(true);
  });
}

/** Whether each selection has an opening brace right before it. */
function isSurrounded({ document, selections }: vscode.TextEditor): boolean {
  return selections.every(
    (selection) =>
      !selection.isEmpty &&
      selection.start.character > 0 &&
      document.getText(new vscode.Range(selection.start.translate(0, -1), selection.start)) === '{',
  );
}
