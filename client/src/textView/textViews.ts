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
   * @throws If the source can't be opened, or the server not be reached.
   */
  async inStep(view: vscode.TextDocument): Promise<InStep | undefined> {
    const source = await vscode.workspace.openTextDocument(sourceUri(view.uri));
    const marks = await this.#marks.current(source);
    return marks && this.#isShown(view, source, marks) ? { source, marks } : undefined;
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
    const source = await vscode.workspace.openTextDocument(sourceUri(uri));
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
    // A source that is closed goes on in its views, as it is on disk, if it is there.
    for (const name of this.#views.keys()) {
      const source = sourceUri(vscode.Uri.parse(name, true));
      if (source.toString() !== uri.toString() || source.scheme === 'untitled') continue;
      vscode.workspace.openTextDocument(source).then(
        (document) => this.#marks.follow(document),
        () => {},
      );
    }
  }

  #isShown(view: vscode.TextDocument, source: vscode.TextDocument, marks: MarkedText): boolean {
    return (
      this.#views.get(view.uri.toString())?.content === view.getText() && marks.version === source.version
    );
  }
}
