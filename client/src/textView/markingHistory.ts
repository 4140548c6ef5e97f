/**
 * What was marked in text views, to be taken back there. The editor undoes only where the focus is, and to show the
 * source for that would tear the reader away; so what was done to it is done backwards, as long as nothing else was
 * done to it since.
 */
import * as vscode from 'vscode';
import type { MarkedTexts } from '../marks/markedTexts.ts';
import { type Change, inverse } from './inverseChanges.ts';

interface Step {
  readonly forth: readonly Change[];
  readonly back: readonly Change[];
}

interface Past {
  done: Step[];
  undone: Step[];
  /** The version of the source in which all this holds. */
  version: number;
}

export class MarkingHistory {
  readonly #marks: MarkedTexts;
  readonly #pasts = new WeakMap<vscode.TextDocument, Past>();

  constructor(marks: MarkedTexts) {
    this.#marks = marks;
  }

  /** Makes an edit of a source and keeps what takes it back. @returns whether it was made */
  async apply(source: vscode.TextDocument, edit: vscode.WorkspaceEdit): Promise<boolean> {
    const before = source.getText();
    const past = this.#pastOf(source);
    let changes: Change[] = [];
    const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document !== source) return;
      changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text,
      }));
    });
    try {
      if (!(await vscode.workspace.applyEdit(edit))) return false;
    } finally {
      listening.dispose();
    }
    past.done.push({ forth: changes, back: inverse(before, changes) });
    past.undone = [];
    this.#made(source, past);
    return true;
  }

  /** Takes back what was marked last. @returns false if there is nothing, or something else was done since */
  undo(source: vscode.TextDocument): Promise<boolean> {
    const past = this.#pastOf(source);
    return this.#step(source, past, past.done, past.undone, 'back');
  }

  /** Does again what was taken back last. @returns false if there is nothing, or something else was done since */
  redo(source: vscode.TextDocument): Promise<boolean> {
    const past = this.#pastOf(source);
    return this.#step(source, past, past.undone, past.done, 'forth');
  }

  async #step(
    source: vscode.TextDocument,
    past: Past,
    from: Step[],
    to: Step[],
    way: 'back' | 'forth',
  ): Promise<boolean> {
    const step = from.at(-1);
    if (step === undefined) return false;
    const edit = new vscode.WorkspaceEdit();
    for (const { start, end, text } of step[way]) {
      edit.replace(source.uri, new vscode.Range(source.positionAt(start), source.positionAt(end)), text);
    }
    if (!(await vscode.workspace.applyEdit(edit))) return false;
    from.pop();
    to.push(step);
    this.#made(source, past);
    return true;
  }

  #made(source: vscode.TextDocument, past: Past): void {
    past.version = source.version;
    // Nobody is typing: what was marked is shown without a pause. While the server is away nothing is.
    this.#marks.current(source).catch(() => {});
  }

  /** What holds for the source as it is: after any other change, nothing. */
  #pastOf(source: vscode.TextDocument): Past {
    let past = this.#pasts.get(source);
    if (past?.version !== source.version) {
      past = { done: [], undone: [], version: source.version };
      this.#pasts.set(source, past);
    }
    return past;
  }
}
