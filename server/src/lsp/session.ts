/** What one connection knows: the workspace, the open texts, the settings, what the client can do. */
import type { CancellationToken, ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Linker } from '../features/markdown.ts';
import type { DocumentModel } from '../model/document.ts';
import { type CodebookFile, Workspace } from '../model/workspace.ts';
import { Linter } from '../rules/linter.ts';
import { waitFor } from './longWork.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { Texts } from './texts.ts';
import { Uris } from './uris.ts';

export class Session {
  readonly workspace = new Workspace();
  readonly texts = new Texts(this.workspace);
  readonly uris = new Uris();
  readonly linter = new Linter(this.workspace);
  /** Documents and codebooks on disk that can't be read, each with the reason. An open one may be here too. */
  readonly unread = new Map<string, string>();
  capabilities: ClientCapabilities = {};
  roots: string[] = [];
  /** Ends when the files of the workspace have been read; another one takes its place when they are read again. */
  loading: Promise<void> = Promise.resolve();
  /** Commands of ours that the client runs: `initializationOptions: { commands: ['demarche.…'] }`. */
  clientCommands: ReadonlySet<string> = new Set();
  /** Notifications of ours that the client asks for, in the same way. */
  clientNotifications: ReadonlySet<string> = new Set();
  /** Requests of ours that the client answers, in the same way. */
  clientRequests: ReadonlySet<string> = new Set();

  #settings: Settings = DEFAULT_SETTINGS;
  #settingsOfRoots: ReadonlyMap<string, Settings> = new Map();
  readonly #closedListeners: ((location: string) => void)[] = [];
  readonly #configuredListeners: (() => void)[] = [];

  constructor(readonly connection: Connection) {
    this.linter.override((location) => this.settingsAt(location).rules);
  }

  /** Calls a listener when a text is no longer open. (A connection takes one handler per notification.) */
  onClosed(listener: (location: string) => void): void {
    this.#closedListeners.push(listener);
  }

  closed(location: string): void {
    for (const listener of this.#closedListeners) listener(location);
  }

  /** Takes settings: those of folders of the workspace, and those for files that are in none. */
  configure(settings: Settings, ofRoots: ReadonlyMap<string, Settings> = new Map()): void {
    this.#settings = settings;
    this.#settingsOfRoots = ofRoots;
    for (const listener of this.#configuredListeners) listener();
  }

  /** The settings that hold for a file: those of the innermost folder of the workspace that it is in. */
  settingsAt(location: string): Settings {
    let innermost = '';
    for (const root of this.#settingsOfRoots.keys()) {
      if (root.length > innermost.length && location.startsWith(`${root}/`)) innermost = root;
    }
    return this.#settingsOfRoots.get(innermost) ?? this.#settings;
  }

  /** Whether the settings of any folder are as a test wants them. */
  someSettings(test: (settings: Settings) => boolean): boolean {
    return test(this.#settings) || [...this.#settingsOfRoots.values()].some(test);
  }

  /** Calls a listener when settings have changed. */
  onConfigured(listener: () => void): void {
    this.#configuredListeners.push(listener);
  }

  /** Waits until all files have been read. @throws ResponseError once the request is cancelled */
  async loaded(token: CancellationToken): Promise<void> {
    for (let loading: Promise<void> | null = null; loading !== this.loading; ) {
      loading = this.loading;
      await waitFor(loading, token);
    }
  }

  /** Reads which of our commands, notifications and requests the client knows. Other clients say nothing, or something else. */
  readClientOptions(options: unknown): void {
    this.clientCommands = namesIn(options, 'commands');
    this.clientNotifications = namesIn(options, 'notifications');
    this.clientRequests = namesIn(options, 'requests');
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

function namesIn(options: unknown, key: 'commands' | 'notifications' | 'requests'): Set<string> {
  const names = (options as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []);
}
