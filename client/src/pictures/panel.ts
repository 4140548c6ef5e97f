/** One view: its panel, what it is of, and its ties to the editor. */
import * as vscode from 'vscode';
import type { PictureFilter } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { TextViews } from '../textView/textViews.ts';
import { type FromPage, type Kept, readFromPage, type Subject, type ToPage, type View } from './messages.ts';
import { OneAtATime } from './oneAtATime.ts';
import { pageOf } from './page.ts';
import { Places } from './places.ts';
import { Saving } from './saving.ts';
import { showPlace } from './showPlace.ts';
import { askFor, type Picture } from './source.ts';
import { cursorInSource, sourceShown } from './sourceShown.ts';
import { pageWords } from './words.ts';

/** Milliseconds for which the editor's own move is not answered, after the view has moved it. */
const ECHO = 150;

/** Milliseconds in which a cursor that runs comes to rest. */
const REST = 60;

export class PicturePanel {
  readonly view: View;
  readonly #panel: vscode.WebviewPanel;
  readonly #server: LanguageServer;
  readonly #views: TextViews;
  readonly #output: vscode.LogOutputChannel;
  readonly #saving: Saving;
  readonly #asking = new OneAtATime(() => this.#ask());
  readonly #subscriptions: vscode.Disposable[];
  #workspace: boolean;
  #uri: string | null;
  #filter: PictureFilter;
  #places = new Places();
  /** The last that was shown, for a page that is made anew: hidden pages are not kept. */
  #shown: ToPage | undefined;
  /** Tells what was sent last from other things, so that it is not sent again while nothing has changed. */
  #sent = '';
  /** The picture that the page was given last: it can be told what differs from that. */
  #pageHas: string | null = null;
  #movedEditor = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** @param panel Taken over: empty, of the view's type. */
  constructor(
    view: View,
    panel: vscode.WebviewPanel,
    kept: Kept,
    server: LanguageServer,
    views: TextViews,
    { extensionUri }: vscode.ExtensionContext,
    output: vscode.LogOutputChannel,
  ) {
    this.view = view;
    this.#panel = panel;
    this.#server = server;
    this.#views = views;
    this.#output = output;
    this.#workspace = kept.workspace;
    this.#uri = textToShow()?.toString() ?? kept.uri;
    this.#filter = kept.filter;
    this.#saving = new Saving(server, (message) => this.#send(message));
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((value) => this.#receive(readFromPage(value))),
      server.onWorkspaceChanged(() => this.#asking.want()),
      server.onStateChanged(() => this.#asking.want()),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#highlightSoon(textEditor)),
      { dispose: () => clearTimeout(this.#rest) },
    ];
    panel.onDidDispose(() => vscode.Disposable.from(...this.#subscriptions).dispose());
    panel.webview.html = pageOf(panel.webview, extensionUri);
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  onDidDispose(then: () => void): void {
    this.#panel.onDidDispose(then);
  }

  reveal(): void {
    this.#panel.reveal(undefined, false);
  }

  /** Asks for a format and a file, and saves what is shown. */
  save(): Promise<void> {
    return this.#saving.save(this.view, this.#scope(), this.#filter);
  }

  async #receive(message: FromPage | undefined): Promise<void> {
    switch (message?.type) {
      case 'ready':
        this.#start();
        break;
      case 'again':
        this.#sendWhole();
        break;
      case 'goTo':
        await this.#goTo(message.key, message.focus);
        break;
      case 'scope':
        this.#workspace = message.workspace;
        this.#asking.want();
        break;
      case 'filter':
        this.#filter = message.filter;
        this.#asking.want();
        break;
      case 'save':
        await vscode.commands.executeCommand('demarche.savePicture');
        break;
      case 'drawn':
        this.#saving.made(message.png);
        break;
      case 'table':
        this.#saving.made(message.csv);
        break;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        break;
    }
  }

  /** The page is new: it is told what it is, and what was last shown. */
  #start(): void {
    const { language } = vscode.env;
    this.#send({ type: 'start', view: this.view, words: pageWords(), language, filter: this.#filter });
    this.#sendWhole();
    this.#sent = '';
    this.#asking.want();
  }

  async #ask(): Promise<void> {
    const subject = this.#subject();
    const scope = this.#scope();
    if (scope === undefined) {
      this.#send({ type: 'standing', standing: 'empty', subject });
      return;
    }
    try {
      const known = this.#picture();
      const shown = await askFor(this.#server, this.view, scope, this.#filter, subject, known);
      if (this.#asking.isStale) return;
      if (!shown) {
        this.#send({ type: 'standing', standing: 'empty', subject });
        return;
      }
      shown.places.continueFrom(this.#places);
      this.#places = shown.places;
      this.#shown = shown.message;
      const mark = markOf(shown.message);
      const { change } = shown;
      if (mark === this.#sent) this.#send({ type: 'standing', standing: 'current', subject });
      else if (change && change.replaces?.state === this.#pageHas) this.#sendPicture(change);
      else this.#sendWhole();
      this.#sent = mark;
      this.#highlight(editorOf(this.#uri), false);
    } catch (error) {
      // The server is away, or being started anew: what is shown stays.
      this.#output.debug(`${this.view}: ${error instanceof Error ? error.message : error}`);
      this.#send({ type: 'standing', standing: 'away', subject });
    }
  }

  /** What to ask for: a document's URI, null for the workspace, undefined while there is neither. */
  #scope(): string | null | undefined {
    return this.#workspace ? null : (this.#uri ?? undefined);
  }

  #subject(): Subject {
    const name = this.#uri && decodeURIComponent(this.#uri.slice(this.#uri.lastIndexOf('/') + 1));
    return { workspace: this.#workspace, document: this.#workspace ? null : name, uri: this.#uri };
  }

  /** The last active text of ours is what the view is of. */
  #follow(editor: vscode.TextEditor | undefined): void {
    const uri = editor && sourceShown(editor)?.toString();
    if (uri === undefined || uri === this.#uri) return;
    this.#uri = uri;
    if (this.#workspace) this.#highlight(editor, true);
    else this.#asking.want();
  }

  async #goTo(key: string, focus: boolean): Promise<void> {
    const place = this.#places.next(key);
    if (!place) return;
    this.#movedEditor = Date.now();
    await showPlace(this.#server, this.#views, place, this.#panel.viewColumn, focus);
    this.#movedEditor = Date.now();
  }

  #highlightSoon(editor: vscode.TextEditor): void {
    clearTimeout(this.#rest);
    if (Date.now() - this.#movedEditor < ECHO) return;
    this.#rest = setTimeout(() => this.#highlight(editor, true), REST);
  }

  /** Tells the page what the cursor stands in. */
  #highlight(editor: vscode.TextEditor | undefined, reveal: boolean): void {
    const uri = editor && sourceShown(editor);
    const cursor = uri && cursorInSource(editor, this.#views);
    if (!cursor) return;
    const keys = this.#places.at(uri.toString(), cursor);
    this.#send({ type: 'highlight', keys, reveal });
  }

  /** The picture that was shown last, if the view is one. */
  #picture(): Picture | undefined {
    return this.#shown?.type === 'picture' ? this.#shown : undefined;
  }

  #sendWhole(): void {
    if (this.#shown?.type === 'picture') this.#sendPicture(this.#shown);
    else if (this.#shown) this.#send(this.#shown);
  }

  #sendPicture(picture: Picture): void {
    this.#pageHas = picture.state;
    this.#send(picture);
  }

  #send(message: ToPage): void {
    // A page that is hidden or gone gets nothing; it asks when it is there.
    void this.#panel.webview.postMessage(message);
  }
}

/** All that a page would show, but for the picture itself, which its state names. */
function markOf(message: ToPage): string {
  return JSON.stringify(message.type === 'picture' ? { ...message, svg: '' } : message);
}

/** The text that a new view is of: the active one, or another that can be seen. */
function textToShow(): vscode.Uri | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.map((editor) => editor && sourceShown(editor)).find((uri) => uri !== undefined);
}

function editorOf(uri: string | null): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => sourceShown(editor)?.toString() === uri);
}
