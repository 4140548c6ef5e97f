/** Paints the marks in all editors that show them: sources, and text views. */
import * as vscode from 'vscode';
import { LANGUAGE } from '../documents.ts';
import { openSource, type TextViews } from '../textView/textViews.ts';
import { TEXT_SCHEME } from '../textView/textViewUri.ts';
import {
  type MarksShown,
  planPublished,
  planRevealed,
  planRulers,
  planSource,
  type Stretch,
} from './decorationPlan.ts';
import { createDecorationTypes, type DecorationTypes } from './decorationTypes.ts';
import { EditorPaint } from './editorPaint.ts';
import type { MarkedText } from './markedText.ts';
import type { MarkedTexts } from './markedTexts.ts';

/**
 * A text with more tags is painted where it is seen, and so many lines before and after. Each range costs at every key,
 * seen or not: with 150 lines on either side, typing took a third more than without any.
 */
const MANY_TAGS = 1_000;
const MARGIN = 45;

/** Milliseconds without a change before the marks beside the scroll bar of such a text are painted. */
const RULER_PAUSE = 1_000;

/** So many of them can be told apart there. */
const RULER_STEPS = 300;

export class Painter implements vscode.Disposable {
  readonly #marks: MarkedTexts;
  readonly #views: TextViews;
  readonly #paints = new Map<vscode.TextEditor, EditorPaint>();
  readonly #rulerTimers = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();
  readonly #registrations: vscode.Disposable;
  #types: DecorationTypes;

  constructor(marks: MarkedTexts, views: TextViews) {
    this.#marks = marks;
    this.#views = views;
    this.#types = createTypes();
    this.#registrations = vscode.Disposable.from(
      marks.onDidChange(() => this.#paintAll()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#followVisible()),
      vscode.workspace.onDidOpenTextDocument(() => this.#followVisible()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#reveal(textEditor)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrolled(textEditor)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      vscode.window.onDidChangeActiveColorTheme(() => this.#restart()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('demarche.marks') || event.affectsConfiguration('demarche.colors'))
          this.#paintAll();
      }),
    );
    this.#followVisible();
  }

  dispose(): void {
    this.#registrations.dispose();
    for (const timer of this.#rulerTimers.values()) clearTimeout(timer);
    for (const type of Object.values(this.#types)) type.dispose();
  }

  /** The kind of theme decides what may be faint. */
  #restart(): void {
    for (const type of Object.values(this.#types)) type.dispose();
    this.#types = createTypes();
    this.#paints.clear();
    this.#paintAll();
  }

  #followVisible(): void {
    const visible = new Set(vscode.window.visibleTextEditors);
    for (const editor of this.#paints.keys()) if (!visible.has(editor)) this.#paints.delete(editor);
    for (const editor of visible) {
      const { document } = editor;
      if (document.languageId === LANGUAGE) this.#marks.follow(document);
      else if (document.uri.scheme === TEXT_SCHEME) void this.#followSource(document.uri);
      else continue;
      this.#paint(editor);
    }
  }

  /** A view that is restored with the window comes before its source. One whose source is gone stays as it is. */
  async #followSource(view: vscode.Uri): Promise<void> {
    try {
      this.#marks.follow(await openSource(view));
    } catch {
      // Its file system says so.
    }
  }

  #paintAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#paint(editor);
  }

  #paint(editor: vscode.TextEditor): void {
    const text = this.#textOf(editor);
    if (text === undefined) return;
    const { colours, marks } = settingsOf(editor.document);
    const paint = this.#paintOf(editor);
    const isView = editor.document.uri.scheme === TEXT_SCHEME;
    paint.stretch = stretchOf(editor, text, isView);
    paint.paintWords(
      isView
        ? planPublished(text, paint.stretch, { colours, published: editor.document.getText() })
        : planSource(text, paint.stretch, { colours, marks }),
    );
    if (!isView) this.#reveal(editor);
    const paintRulers = () => {
      const latest = this.#textOf(editor);
      if (latest === undefined || !vscode.window.visibleTextEditors.includes(editor)) return;
      const toPlace = (offset: number) => (isView ? latest.toPublished(offset) : offset);
      const grain = latest.tagCount <= MANY_TAGS ? 0 : latest.length / RULER_STEPS;
      paint.paintRulers(colours ? planRulers(latest, toPlace, grain) : new Map());
    };
    clearTimeout(this.#rulerTimers.get(editor));
    if (text.tagCount <= MANY_TAGS) paintRulers();
    else this.#rulerTimers.set(editor, setTimeout(paintRulers, RULER_PAUSE));
  }

  #paintOf(editor: vscode.TextEditor): EditorPaint {
    let paint = this.#paints.get(editor);
    if (paint === undefined) {
      paint = new EditorPaint(editor, this.#types);
      this.#paints.set(editor, paint);
    }
    return paint;
  }

  /** The marks of what an editor shows; undefined while they are on their way, or for any other editor. */
  #textOf({ document }: vscode.TextEditor): MarkedText | undefined {
    if (document.uri.scheme === TEXT_SCHEME) return this.#views.inStepNow(document)?.marks;
    return document.languageId === LANGUAGE ? this.#marks.of(document) : undefined;
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    for (const [editor, paint] of this.#paints) {
      if (editor.document !== document) continue;
      paint.changed(contentChanges);
      // A view has changed because its marks are known already.
      if (document.uri.scheme === TEXT_SCHEME) this.#paint(editor);
    }
  }

  /** A cursor that moves opens marks; nothing else is painted for it. */
  #reveal(editor: vscode.TextEditor): void {
    const { document, selections } = editor;
    const text = document.languageId === LANGUAGE ? this.#marks.of(document) : undefined;
    if (text === undefined) return;
    const isHidden = settingsOf(document).marks === 'hidden';
    const cursors = selections.map(({ active }) => document.offsetAt(active));
    this.#paintOf(editor).reveal(isHidden ? planRevealed(text, cursors) : []);
  }

  #scrolled(editor: vscode.TextEditor): void {
    const text = this.#textOf(editor);
    if (text === undefined || text.tagCount <= MANY_TAGS) return;
    const { from, to } = this.#paintOf(editor).stretch;
    const isView = editor.document.uri.scheme === TEXT_SCHEME;
    const seen = stretchOf(editor, text, isView, MARGIN / 3);
    if (seen.from < from || seen.to > to) this.#paint(editor);
  }
}

function createTypes(): DecorationTypes {
  const { kind } = vscode.window.activeColorTheme;
  return createDecorationTypes(
    kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight,
  );
}

/** What of the source is to be painted: all, or where it is seen and some lines more. */
function stretchOf(
  { document, visibleRanges }: vscode.TextEditor,
  text: MarkedText,
  isView: boolean,
  margin = MARGIN,
): Stretch {
  const [first] = visibleRanges;
  const last = visibleRanges.at(-1);
  if (text.tagCount <= MANY_TAGS) return { from: 0, to: text.length };
  const fromLine = Math.max(0, (first?.start.line ?? 0) - margin);
  const from = document.offsetAt(new vscode.Position(fromLine, 0));
  const to = document.offsetAt(new vscode.Position((last?.end.line ?? 0) + margin, 0));
  return isView ? { from: text.toSource(from, 'before'), to: text.toSource(to, 'after') } : { from, to };
}

function settingsOf(document: vscode.TextDocument): { colours: boolean; marks: MarksShown } {
  const settings = vscode.workspace.getConfiguration('demarche', document);
  return {
    colours: settings.get<boolean>('colors.enabled', true),
    marks: settings.get<MarksShown>('marks', 'dimmed'),
  };
}
