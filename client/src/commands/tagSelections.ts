/** Tags what is selected, in the source or in the text view; each selection as one edit and so as one step to undo. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { type TagKind, taggingOf } from '../requests/tagging.ts';
import type { MarkingHistory } from '../textView/markingHistory.ts';
import { activeTextView, type MarkingTarget, markingTarget } from '../textView/markingTarget.ts';
import type { TextViews } from '../textView/textViews.ts';

/** What commands that tag need beside the server. */
export interface Marking {
  readonly views: TextViews;
  readonly history: MarkingHistory;
}

export async function tagSelections(server: LanguageServer, marking: Marking, kind: TagKind): Promise<void> {
  // In the text view there is no place to type the memo in.
  const memo = kind === 'memo' && activeTextView() ? await askForMemo() : '';
  if (memo === undefined) return;
  const target = await markingTarget(marking.views);
  if (!target) {
    if (activeTextView()) void vscode.window.showInformationMessage(stillChanging());
    return;
  }
  const ranges = rangesToTag(target.editor, kind);
  if (ranges.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the words first.'));
  }
  // Worked out before the first edit: a text view is out of step for a moment after it.
  const words = ranges.map((range) => target.toSource(range, kind === 'actor'));
  for (const range of words) {
    if (!(await tagRange(server, marking, target, range, { kind, memo }))) return;
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

/** @returns The words of a memo; undefined if there are to be none. */
async function askForMemo(): Promise<string | undefined> {
  const words = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('A note of your own on these words. It is no part of the text.'),
    placeHolder: vscode.l10n.t('Memo'),
    validateInput: (value) =>
      value.includes('<<}') ? vscode.l10n.t('A memo can’t hold “<<}”: it ends there.') : undefined,
  });
  return words?.trim() || undefined;
}

/** @returns Whether the words were tagged; if not, the reason has been shown. */
async function tagRange(
  server: LanguageServer,
  { history }: Marking,
  { source, isTextView }: MarkingTarget,
  range: vscode.Range,
  { kind, memo }: { kind: TagKind; memo: string },
): Promise<boolean> {
  const { version } = source;
  const { edits, refusal } = await taggingOf(server, source, range, kind);
  if (refusal !== null) {
    void vscode.window.showInformationMessage(refusal);
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(source.uri, isTextView ? edits.map((each) => asPlain(each, memo)) : (edits as vscode.TextEdit[]));
  // What was typed in the meantime would be torn apart.
  if (source.version === version) {
    const isTagged = await (isTextView ? history.apply(source, edit) : vscode.workspace.applyEdit(edit));
    if (isTagged) return true;
  }
  void vscode.window.showInformationMessage(stillChanging());
  return false;
}

function stillChanging(): string {
  return vscode.l10n.t('The text changed in the meantime, so nothing was tagged. Please try again.');
}

/** An edit without places to type in: a text view has none. @param memo what goes into an empty one */
function asPlain(edit: vscode.TextEdit | vscode.SnippetTextEdit, memo: string): vscode.TextEdit {
  if (edit instanceof vscode.TextEdit) return edit;
  return new vscode.TextEdit(edit.range, plainText(edit.snippet.value, memo));
}

/** What a snippet is once its placeholders are taken as they stand. */
function plainText(snippet: string, whereEmpty = ''): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:((?:\\.|[^\\}])*)\}|\$\d+/g,
    (_, escaped: string | undefined, words: string | undefined) =>
      escaped ?? (words === undefined ? whereEmpty : plainText(words)),
  );
}
