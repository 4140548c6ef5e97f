/**
 * What the active editor lets one mark: a source, or the source behind a text view. Commands that tag ask this and
 * nothing else, and so work in both.
 */
import * as vscode from 'vscode';
import { activeEditor } from '../documents.ts';
import type { MarkedText } from '../marks/markedText.ts';
import { sourceRange } from './publishedRange.ts';
import type { TextViews } from './textViews.ts';
import { TEXT_SCHEME } from './textViewUri.ts';

export interface MarkingTarget {
  /** What the reader looks at: its selections are in its own document. */
  readonly editor: vscode.TextEditor;
  readonly source: vscode.TextDocument;
  readonly isTextView: boolean;
  /**
   * The range of the source that a range of the editor's document means.
   *
   * @param tight whether statements around exactly these words stay outside, as for a mention
   */
  toSource(range: vscode.Range, tight?: boolean): vscode.Range;
  /** The place in the source of a position, before or after the marks that may stand there. */
  positionInSource(position: vscode.Position, side: 'before' | 'after'): vscode.Position;
  /** Where a position of the source is in the editor's document. */
  fromSource(position: vscode.Position): vscode.Position;
}

/** The editor that has the focus, if it shows a text view. */
export function activeTextView(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.scheme === TEXT_SCHEME ? editor : undefined;
}

/**
 * What can be marked in the active editor; undefined in any other editor, and in a text view that has not followed its
 * source yet.
 *
 * @throws If the source can't be opened, or the server not be reached.
 */
export async function markingTarget(views: TextViews): Promise<MarkingTarget | undefined> {
  const view = activeTextView();
  if (view) {
    const inStep = await views.inStep(view.document);
    return inStep && ofView(view, inStep.source, inStep.marks);
  }
  const editor = activeEditor();
  return editor && ofSource(editor);
}

function ofSource(editor: vscode.TextEditor): MarkingTarget {
  return {
    editor,
    source: editor.document,
    isTextView: false,
    toSource: (range) => range,
    positionInSource: (position) => position,
    fromSource: (position) => position,
  };
}

function ofView(editor: vscode.TextEditor, source: vscode.TextDocument, marks: MarkedText): MarkingTarget {
  const view = editor.document;
  return {
    editor,
    source,
    isTextView: true,
    toSource: (range, tight = false) => {
      const words = sourceRange(marks, view.offsetAt(range.start), view.offsetAt(range.end), tight);
      return new vscode.Range(source.positionAt(words.start), source.positionAt(words.end));
    },
    positionInSource: (position, side) => source.positionAt(marks.toSource(view.offsetAt(position), side)),
    fromSource: (position) => view.positionAt(marks.toPublished(source.offsetAt(position))),
  };
}
