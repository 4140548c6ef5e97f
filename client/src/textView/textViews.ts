/**
 * The published texts as files that can be read and not written: native editors show them. A view changes only when
 * what is published does, so marking words in it leaves it as it is.
 */
import * as vscode from 'vscode';
import type { MarkedText } from '../marks/markedText.ts';
import type { MarkedTexts } from '../marks/markedTexts.ts';
import { sourceUri, TEXT_SCHEME } from './textViewUri.ts';

/** A text view and its source, of which it is exactly the published text. */
export interface InStep {
  readonly source: vscode.TextDocument;
  readonly marks: MarkedText;
}

/** Milliseconds in which a view follows its source, if it does. */
const PATIENCE = 1_000;

interface View {
  content: string;
  /** Goes up each time the content changes: what tells the editor that there is something to read. */
  time: number;
}

export class TextViews implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #marks: MarkedTexts;
  readonly #views = new Map<string, View>();
  readonly #filesChanged = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #registrations: vscode.Disposable;

  readonly onDidChangeFile = this.#filesChanged.event;

  constructor(marks: MarkedTexts) {
    this.#marks = marks;
    const message = new vscode.MarkdownString(
      vscode.l10n.t(
        'This is the published text, to read and to mark: select words and tag them. To change the words themselves, [go to the source]({0}).',
        'command:demarche.showSource',
      ),
    );
    message.isTrusted = { enabledCommands: ['demarche.showSource'] };
    this.#registrations = vscode.Disposable.from(
      this.#filesChanged,
      vscode.workspace.registerFileSystemProvider(TEXT_SCHEME, this, {
        isCaseSensitive: true,
        isReadonly: message,
      }),
      marks.onDidChange((source) => this.#follow(source)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
    );
  }

  /**
   * The source of a text view with its marks, once the view shows what is published of it.
   *
   * @returns Undefined if it takes the view too long.
   * @throws If the source can't be opened, or the server not be reached.
   */
  async inStep(view: vscode.TextDocument): Promise<InStep | undefined> {
    const source = await openSource(view.uri);
    for (const deadline = Date.now() + PATIENCE; ; ) {
      const marks = await this.#marks.current(source);
      if (marks && this.#isShown(view, source, marks)) return { source, marks };
      if (Date.now() > deadline) return undefined;
      await nextChange(PATIENCE / 10);
    }
  }

  /** The same, if it is so now. */
  inStepNow(view: vscode.TextDocument): InStep | undefined {
    const uri = sourceUri(view.uri).toString();
    const source = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    const marks = source && this.#marks.of(source);
    return source && marks && this.#isShown(view, source, marks) ? { source, marks } : undefined;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { content, time } = await this.#view(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: time,
      size: new TextEncoder().encode(content).length,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode((await this.#view(uri)).content);
  }

  /** Changes are told of all views: there is nothing to watch. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  async #view(uri: vscode.Uri): Promise<View> {
    const known = this.#views.get(uri.toString());
    if (known) return known;
    const source = await openSource(uri);
    const marks = await this.#marks.current(source);
    if (marks === undefined) throw vscode.FileSystemError.Unavailable(uri);
    const view = { content: marks.published(source.getText()), time: Date.now() };
    this.#views.set(uri.toString(), view);
    return view;
  }

  /** After a change of the source: tells the editor if there is anything new to read. */
  #follow(source: vscode.TextDocument): void {
    for (const [name, view] of this.#views) {
      const uri = vscode.Uri.parse(name, true);
      const marks = this.#marks.of(source);
      if (marks === undefined || sourceUri(uri).toString() !== source.uri.toString()) continue;
      const content = marks.published(source.getText());
      if (content === view.content) continue;
      view.content = content;
      view.time = Math.max(Date.now(), view.time + 1);
      this.#filesChanged.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    }
  }

  #closed({ uri }: vscode.TextDocument): void {
    this.#views.delete(uri.toString());
    const views = [...this.#views.keys()].map((name) => vscode.Uri.parse(name, true));
    for (const view of views) {
      if (sourceUri(view).toString() !== uri.toString()) continue;
      // A source that is closed goes on in its views, as it is on disk. One that was never saved is gone.
      openSource(view).then(
        (source) => this.#marks.follow(source),
        () => closeTabs(view),
      );
    }
  }

  #isShown(view: vscode.TextDocument, source: vscode.TextDocument, marks: MarkedText): boolean {
    return (
      this.#views.get(view.uri.toString())?.content === view.getText() && marks.version === source.version
    );
  }
}

/**
 * Opens the source of a text view.
 *
 * @throws If it is not there any more. (To open one that was never saved would make a new one.)
 */
export async function openSource(view: vscode.Uri): Promise<vscode.TextDocument> {
  const uri = sourceUri(view);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open;
  if (uri.scheme === 'untitled') throw vscode.FileSystemError.FileNotFound(uri);
  return vscode.workspace.openTextDocument(uri);
}

function closeTabs(view: vscode.Uri): void {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const ours = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === view.toString(),
  );
  void vscode.window.tabGroups.close(ours);
}

/** Waits for a text to change, but not for ever. */
function nextChange(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      listening.dispose();
      clearTimeout(timer);
      resolve();
    };
    const listening = vscode.workspace.onDidChangeTextDocument(finish);
    const timer = setTimeout(finish, milliseconds);
  });
}
