/** The text that views are about: the one that has the focus, or had it last and is still open. */
import * as vscode from 'vscode';
import { activeEditor, LANGUAGE } from '../documents.ts';
import type { LanguageServer } from '../languageServer.ts';
import { uriFor } from '../requests/views.ts';

export class ActiveText implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #registrations: vscode.Disposable;
  #document: vscode.TextDocument | undefined;

  /** Fires when it is another text, or none. */
  readonly onChanged = this.#changed.event;

  constructor() {
    this.#document = activeEditor()?.document ?? visibleText();
    this.#registrations = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#take(activeEditor()?.document ?? this.#document)),
      // Also fired when a document changes its language.
      vscode.workspace.onDidOpenTextDocument(() => this.#take(activeEditor()?.document ?? this.#document)),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (closed === this.#document) this.#take(activeEditor()?.document ?? visibleText());
      }),
    );
  }

  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  /** How the server calls it; null without any. @throws If there is no server */
  async uri(server: LanguageServer): Promise<string | null> {
    return this.#document ? uriFor(server, this.#document) : null;
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  #take(document: vscode.TextDocument | undefined): void {
    if (document === this.#document) return;
    this.#document = document;
    this.#changed.fire();
  }
}

function visibleText(): vscode.TextDocument | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.languageId === LANGUAGE)?.document;
}
