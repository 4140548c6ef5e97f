/** Tags what is selected, each selection as one edit and so as one step to undo. */
import * as vscode from 'vscode';
import { activeEditor } from '../documents.ts';
import type { LanguageServer } from '../languageServer.ts';
import { type TagKind, taggingOf } from '../requests/tagging.ts';

export async function tagSelections(server: LanguageServer, kind: TagKind): Promise<void> {
  const editor = activeEditor();
  if (!editor) return;
  const ranges = rangesToTag(editor, kind);
  if (ranges.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the words first.'));
  }
  for (const range of ranges) {
    if (!(await tagRange(server, editor.document, range, kind))) return;
  }
}

/**
 * The selections, from the last to the first, so that none moves before its turn. Without any: for an actor the
 * word at the cursor, for a memo the cursor itself. A statement is longer than a word, so none is guessed.
 */
function rangesToTag(editor: vscode.TextEditor, kind: TagKind): vscode.Range[] {
  const selected = editor.selections.filter((selection) => !selection.isEmpty);
  if (selected.length > 0) return selected.sort((a, b) => b.start.compareTo(a.start));
  if (kind === 'memo') return [editor.selection];
  const word = editor.document.getWordRangeAtPosition(editor.selection.active);
  return kind === 'actor' && word ? [word] : [];
}

/** @returns Whether the words were tagged; if not, the reason has been shown. */
async function tagRange(
  server: LanguageServer,
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: TagKind,
): Promise<boolean> {
  const { version } = document;
  const { edits, refusal } = await taggingOf(server, document, range, kind);
  if (refusal !== null) {
    void vscode.window.showInformationMessage(refusal);
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits as vscode.TextEdit[]);
  // What was typed in the meantime would be torn apart.
  if (document.version === version && (await vscode.workspace.applyEdit(edit))) return true;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The text changed in the meantime, so nothing was tagged. Please try again.'),
  );
  return false;
}
