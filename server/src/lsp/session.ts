/** What one connection knows: the workspace, the open texts, the settings, what the client can do. */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Linker } from '../features/hover.ts';
import type { DocumentModel } from '../model/document.ts';
import { type CodebookFile, Workspace } from '../model/workspace.ts';
import { Linter } from '../rules/linter.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { Texts } from './texts.ts';
import { Uris } from './uris.ts';

export class Session {
  readonly workspace = new Workspace();
  readonly texts = new Texts(this.workspace);
  readonly uris = new Uris();
  readonly linter = new Linter(this.workspace);
  settings: Settings = DEFAULT_SETTINGS;
  capabilities: ClientCapabilities = {};
  roots: string[] = [];
  /** Commands of ours that the client runs: `initializationOptions: { commands: ['demarche.…'] }`. */
  clientCommands: ReadonlySet<string> = new Set();

  readonly #closedListeners: ((location: string) => void)[] = [];
  readonly #configuredListeners: (() => void)[] = [];

  constructor(readonly connection: Connection) {}

  /** Calls a listener when a text is no longer open. (A connection takes one handler per notification.) */
  onClosed(listener: (location: string) => void): void {
    this.#closedListeners.push(listener);
  }

  closed(location: string): void {
    for (const listener of this.#closedListeners) listener(location);
  }

  configure(settings: Settings): void {
    this.settings = settings;
    this.linter.override(settings.rules);
    for (const listener of this.#configuredListeners) listener();
  }

  /** Calls a listener when settings have changed. */
  onConfigured(listener: () => void): void {
    this.#configuredListeners.push(listener);
  }

  /** Reads which of our commands the client has. Other clients say nothing, or something else. */
  readClientCommands(options: unknown): void {
    const commands = (options as { readonly commands?: unknown } | null | undefined)?.commands;
    if (!Array.isArray(commands)) return;
    this.clientCommands = new Set(commands.filter((command) => typeof command === 'string'));
  }

  document(uri: string): DocumentModel | null {
    return this.workspace.document(this.uris.toLocation(uri));
  }

  codebook(uri: string): CodebookFile | null {
    return this.workspace.codebooks.get(this.uris.toLocation(uri)) ?? null;
  }

  /** Links as VS Code follows them: the file, then line and column. */
  readonly link: Linker = (location, offset) => {
    const { line, character } = this.texts.rangeAt(location, offset, offset).start;
    return `${this.uris.toUri(location)}#L${line + 1},${character + 1}`;
  };
}
