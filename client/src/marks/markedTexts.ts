/** The marks of the texts that are looked at, kept up to date; an answer for a text that has changed since is not shown. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { marksOf } from '../requests/marks.ts';
import { MarkedText } from './markedText.ts';

/** Milliseconds without a keystroke before the server is asked. Decorations follow edits by themselves till then. */
const PAUSE = 80;

/** How often somebody who waits asks again, where the text changes each time. */
const ATTEMPTS = 10;

interface Followed {
  text: MarkedText;
  timer: ReturnType<typeof setTimeout> | undefined;
  asking: Promise<void> | undefined;
}

export class MarkedTexts implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #followed = new Map<vscode.TextDocument, Followed>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #registrations: vscode.Disposable;

  /** Fires when the marks of a document are up to date again. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#registrations = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#askSoon(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      server.onStateChanged(() => {
        for (const document of this.#followed.keys()) this.#askSoon(document);
      }),
    );
  }

  /** Follows a document until it is closed. */
  follow(document: vscode.TextDocument): void {
    if (this.#followed.has(document) || document.isClosed) return;
    this.#followed.set(document, { text: new MarkedText(), timer: undefined, asking: undefined });
    this.#askQuietly(document);
  }

  /** The marks of a document as it is now; undefined while they are not known. */
  of(document: vscode.TextDocument): MarkedText | undefined {
    const text = this.#followed.get(document)?.text;
    return text?.version === document.version ? text : undefined;
  }

  /**
   * Waits for the marks of a document as it is when they come.
   *
   * @returns Undefined if the server does not know the document, or it never rests.
   * @throws If the server can't be reached.
   */
  async current(document: vscode.TextDocument): Promise<MarkedText | undefined> {
    this.follow(document);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const text = this.of(document);
      if (text || !this.#followed.has(document)) return text;
      const { version } = document;
      await this.#ask(document).catch((error) => {
        // Refused because the text changed: the next answer will do.
        if (document.version === version) throw error;
      });
    }
    return this.of(document);
  }

  dispose(): void {
    this.#registrations.dispose();
    for (const document of [...this.#followed.keys()]) this.#forget(document);
  }

  #askSoon(document: vscode.TextDocument): void {
    const followed = this.#followed.get(document);
    if (followed === undefined) return;
    clearTimeout(followed.timer);
    followed.timer = setTimeout(() => this.#askQuietly(document), PAUSE);
  }

  /** While the server is away nothing is asked: it is heard of when it is there again. */
  #askQuietly(document: vscode.TextDocument): void {
    this.#ask(document).catch(() => {});
  }

  /** One question at a time: each is about what changed since the answer before. */
  #ask(document: vscode.TextDocument): Promise<void> {
    const followed = this.#followed.get(document);
    if (followed === undefined) return Promise.resolve();
    followed.asking ??= this.#receive(document, followed).finally(() => {
      followed.asking = undefined;
    });
    return followed.asking;
  }

  async #receive(document: vscode.TextDocument, followed: Followed): Promise<void> {
    const result = await marksOf(this.#server, document, followed.text.id);
    if (result === undefined || document.isClosed) return;
    // All of them are a text of their own: another server may have answered.
    if (result.base === null) followed.text = new MarkedText();
    followed.text.apply(result);
    if (result.version !== document.version) return this.#askSoon(document);
    clearTimeout(followed.timer);
    this.#changed.fire(document);
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#followed.get(document)?.timer);
    this.#followed.delete(document);
  }
}
