/** What is painted in one editor. Only layers that differ from what is there are painted anew. */
import * as vscode from 'vscode';
import { LAYERS, type Layer, type Plan, type Stretch } from './decorationPlan.ts';
import type { DecorationTypes } from './decorationTypes.ts';
import { moved, sameRanges, type TextChange } from './paintedRanges.ts';

const NONE: readonly number[] = [];

/** The layers that are painted together: those beside the scroll bar are for the whole text, and may come later. */
const RULERS: readonly Layer[] = ['claimRuler', 'demandRuler'];
const WORDS: readonly Layer[] = LAYERS.filter((layer) => !RULERS.includes(layer));

export class EditorPaint {
  readonly #editor: vscode.TextEditor;
  readonly #types: DecorationTypes;
  /** Null where it is not certain what is painted. */
  readonly #painted = new Map<Layer, readonly number[] | null>();
  #changes: TextChange[] = [];
  #revealed: readonly number[] = NONE;

  /** What of the source the words were painted for. */
  stretch: Stretch = { from: 0, to: 0 };

  constructor(editor: vscode.TextEditor, types: DecorationTypes) {
    this.#editor = editor;
    this.#types = types;
  }

  /** Notes what was typed; what it did to the ranges is worked out when they are painted next. */
  changed(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    // From the last to the first, so that each is in offsets that the others have not moved.
    const sorted = [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset);
    for (const { rangeOffset, rangeLength, text } of sorted) {
      this.#changes.push({ offset: rangeOffset, removed: rangeLength, inserted: text.length });
    }
  }

  paintWords(plan: Plan): void {
    this.#paint(plan, WORDS);
  }

  paintRulers(plan: Plan): void {
    this.#paint(plan, RULERS);
  }

  /** Opens marks that are hidden. */
  reveal(ranges: readonly number[]): void {
    // Typing moves what is opened, so it is set anew; where nothing is, there is nothing to move.
    const isEmpty = ranges.length === 0 && this.#revealed.length === 0;
    if (isEmpty || (sameRanges(this.#revealed, ranges) && this.#changes.length === 0)) return;
    this.#revealed = ranges;
    this.#editor.setDecorations(this.#types.revealed, this.#toRanges(ranges));
  }

  #paint(plan: Plan, layers: readonly Layer[]): void {
    this.#followChanges();
    for (const layer of layers) {
      const wanted = plan.get(layer) ?? NONE;
      const there = this.#painted.get(layer);
      if (there !== null && sameRanges(there ?? NONE, wanted)) continue;
      this.#editor.setDecorations(
        this.#types[layer] as vscode.TextEditorDecorationType,
        this.#toRanges(wanted),
      );
      this.#painted.set(layer, wanted);
    }
  }

  #followChanges(): void {
    if (this.#changes.length === 0) return;
    for (const [layer, ranges] of this.#painted) {
      let there = ranges;
      for (const change of this.#changes) there = there && moved(there, change);
      this.#painted.set(layer, there);
    }
    this.#changes = [];
  }

  #toRanges(offsets: readonly number[]): vscode.Range[] {
    const { document } = this.#editor;
    const ranges: vscode.Range[] = [];
    for (let i = 0; i < offsets.length; i += 2) {
      const start = document.positionAt(offsets[i] as number);
      ranges.push(new vscode.Range(start, document.positionAt(offsets[i + 1] as number)));
    }
    return ranges;
  }
}
