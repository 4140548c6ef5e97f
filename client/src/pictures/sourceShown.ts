/** What an editor shows of a text: its source, or the text view of it. The panels follow both. */
import * as vscode from 'vscode';
import { LANGUAGE } from '../documents.ts';
import type { TextViews } from '../textView/textViews.ts';
import { sourceUri, TEXT_SCHEME } from '../textView/textViewUri.ts';

/** The source of what an editor shows; undefined if that is no text of ours. */
export function sourceShown({ document }: vscode.TextEditor): vscode.Uri | undefined {
  if (document.uri.scheme === TEXT_SCHEME) return sourceUri(document.uri);
  return document.languageId === LANGUAGE ? document.uri : undefined;
}

/** Where the cursor of an editor is in the source; undefined in a text view that has not followed it yet. */
export function cursorInSource(editor: vscode.TextEditor, views: TextViews): vscode.Position | undefined {
  const { document, selection } = editor;
  if (document.uri.scheme !== TEXT_SCHEME) return selection.active;
  const inStep = views.inStepNow(document);
  return inStep?.source.positionAt(inStep.marks.toSource(document.offsetAt(selection.active), 'after'));
}

/** The text view that is in sight of a source that is not. */
export function textViewOf(source: vscode.Uri): vscode.TextEditor | undefined {
  const uri = source.toString();
  const editors = vscode.window.visibleTextEditors;
  if (editors.some(({ document }) => document.uri.toString() === uri)) return undefined;
  return editors.find(
    ({ document }) => document.uri.scheme === TEXT_SCHEME && sourceUri(document.uri).toString() === uri,
  );
}
