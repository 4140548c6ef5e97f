/** From the source to its text view and back: the cursor and the first line in sight stay the same. */
import * as vscode from 'vscode';
import { activeEditor } from '../documents.ts';
import type { MarkedTexts } from '../marks/markedTexts.ts';
import { activeTextView } from '../textView/markingTarget.ts';
import { openSource, type TextViews } from '../textView/textViews.ts';
import { textViewUri } from '../textView/textViewUri.ts';

/** Shows the published text of the active source, in its place. */
export async function showText(marks: MarkedTexts): Promise<void> {
  const editor = activeEditor();
  if (!editor) return;
  const source = editor.document;
  const view = await vscode.workspace.openTextDocument(textViewUri(source.uri));
  const text = await marks.current(source);
  const toView = (position: vscode.Position) =>
    view.positionAt(text?.toPublished(source.offsetAt(position)) ?? 0);
  await showAt(view, editor, toView);
}

/** Shows the source of the active text view, with the cursor at the same words. */
export async function showSource(views: TextViews): Promise<void> {
  const editor = activeTextView();
  if (!editor) return;
  const view = editor.document;
  const source = await openSource(view.uri);
  const inStep = await views.inStep(view);
  const toSource = (position: vscode.Position) =>
    source.positionAt(inStep?.marks.toSource(view.offsetAt(position), 'after') ?? 0);
  await showAt(source, editor, toSource);
}

/**
 * Shows a document where it is in sight already, else in the place of an editor.
 *
 * @param map gives for a position of the editor's document that of the other
 */
async function showAt(
  document: vscode.TextDocument,
  { selection, visibleRanges, viewColumn }: vscode.TextEditor,
  map: (position: vscode.Position) => vscode.Position,
): Promise<void> {
  const top = visibleRanges[0]?.start;
  const isCursorInSight = visibleRanges.some((range) => range.contains(selection.active));
  const inSight = vscode.window.visibleTextEditors.find((each) => each.document === document);
  const column = inSight?.viewColumn ?? viewColumn ?? vscode.ViewColumn.Active;
  const shown = await vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
  shown.selection = new vscode.Selection(map(selection.anchor), map(selection.active));
  if (top === undefined) return;
  const place = top.line === 0 ? new vscode.Position(0, 0) : map(top);
  shown.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
  if (isCursorInSight) shown.revealRange(new vscode.Range(shown.selection.active, shown.selection.active));
}
