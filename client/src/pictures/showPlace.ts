/** Shows a place of a text where the text is open, or else beside the view. */
import * as vscode from 'vscode';
import type { PicturePlace } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { InStep, TextViews } from '../textView/textViews.ts';
import { textViewOf } from './sourceShown.ts';

/**
 * Shows the words of a place: in the text view where that is what one reads, else in the source.
 *
 * @param panelColumn The column of the view, which a text should not cover.
 * @param focus Whether the text takes the focus. The words are selected only if it does not: the next key would
 *   replace them. With the cursor in them, the editor highlights the statement by itself.
 * @throws If the text can't be opened.
 */
export async function showPlace(
  server: LanguageServer,
  views: TextViews,
  { uri, words }: PicturePlace,
  panelColumn: vscode.ViewColumn | undefined,
  focus: boolean,
): Promise<vscode.TextEditor> {
  const { protocol2CodeConverter } = await server.client();
  const target = protocol2CodeConverter.asUri(uri);
  const range = protocol2CodeConverter.asRange(words);
  const view = textViewOf(target);
  const inStep = view && (await views.inStep(view.document));
  const document = inStep ? view.document : await vscode.workspace.openTextDocument(target);
  const place = inStep ? inView(document, inStep, range) : document.validateRange(range);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: (inStep ? view.viewColumn : columnOf(target)) ?? columnBeside(panelColumn),
    preserveFocus: !focus,
  });
  editor.selection = new vscode.Selection(place.start, focus ? place.start : place.end);
  const start = new vscode.Range(place.start, place.start);
  editor.revealRange(start, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** A range of the source in its text view. */
function inView(view: vscode.TextDocument, { source, marks }: InStep, range: vscode.Range): vscode.Range {
  const placeOf = (position: vscode.Position) =>
    view.positionAt(marks.toPublished(source.offsetAt(position)));
  return new vscode.Range(placeOf(range.start), placeOf(range.end));
}

/** The column in which a text is open: where it can be seen, if there are several. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const visible = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) => viewColumn !== undefined && isSame(document.uri, uri),
  );
  if (visible) return visible.viewColumn;
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && isSame(input.uri, uri)),
  )?.viewColumn;
}

/** A column that is not the view's: one that is there, or a new one. */
function columnBeside(panelColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const columns = vscode.window.tabGroups.all.map(({ viewColumn }) => viewColumn);
  return columns.find((column) => column !== panelColumn) ?? vscode.ViewColumn.Beside;
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
