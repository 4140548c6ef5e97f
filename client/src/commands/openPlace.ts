/** Goes to words that a view shows, and marks them until the cursor moves on. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import type { PicturePlace } from '../requests/views.ts';

/** @param place as the server gave it */
export async function openPlace(server: LanguageServer, place: PicturePlace): Promise<void> {
  const { asUri, asRange } = (await server.client()).protocol2CodeConverter;
  const editor = await vscode.window.showTextDocument(asUri(place.uri), { preview: true });
  const words = asRange(place.words);
  // The cursor goes before the words: were they selected, the next key would replace them.
  editor.selection = new vscode.Selection(words.start, words.start);
  editor.revealRange(
    new vscode.Range(words.start, words.start),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
  markUntilMoved(editor, words);
}

function markUntilMoved(editor: vscode.TextEditor, words: vscode.Range): void {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
  });
  editor.setDecorations(mark, [words]);
  const { start } = words;
  const registration = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor === editor && !selections[0]?.active.isEqual(start)) registration.dispose();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => registration.dispose()),
    mark,
  );
}
