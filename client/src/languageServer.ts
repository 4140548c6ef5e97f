/** The language server as commands and views see it: always there, though it may end and be started anew. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { WORKSPACE_CHANGED } from '../../server/src/lsp/requests/index.ts';

/** What the extension gives its language clients. */
export interface ClientParts {
  readonly output: vscode.LogOutputChannel;
}

/** @param isRunning Whether the server has started and not ended since. */
export type CreateClient = (
  context: vscode.ExtensionContext,
  parts: ClientParts,
  isRunning: () => boolean,
) => BaseLanguageClient;

/** Milliseconds that a server may take to start before it counts as hung. */
const START_TIME = 5_000;

export class LanguageServer {
  readonly #context: vscode.ExtensionContext;
  readonly #parts: ClientParts;
  readonly #loadClient: () => Promise<CreateClient>;
  readonly #stateChanged = new vscode.EventEmitter<void>();
  readonly #workspaceChanged = new vscode.EventEmitter<void>();
  /** Settles when there is a client; the client itself may still be waiting for the server. */
  #client: Promise<BaseLanguageClient>;
  #begin: () => void = () => {};
  #restarting: Promise<void> | undefined;

  /** Fires each time the server starts, runs or ends. */
  readonly onStateChanged = this.#stateChanged.event;

  /** Fires when what the server knows of texts and codebooks has changed: once for a burst of changes. */
  readonly onWorkspaceChanged = this.#workspaceChanged.event;

  constructor(context: vscode.ExtensionContext, parts: ClientParts, loadClient: () => Promise<CreateClient>) {
    this.#context = context;
    this.#parts = parts;
    this.#loadClient = loadClient;
    // A command may come before the start: it waits.
    this.#client = new Promise<void>((resolve) => {
      this.#begin = resolve;
    }).then(() => this.#launch());
    this.#client.catch(() => {});
  }

  start(): void {
    this.#begin();
  }

  /** A new client and a new server; what is open is sent to it as it stands in the editor. */
  restart(): Promise<void> {
    this.#restarting ??= this.#replace().finally(() => {
      this.#restarting = undefined;
    });
    return this.#restarting;
  }

  async stop(): Promise<void> {
    this.start();
    await stopped(this.#client);
    this.#stateChanged.dispose();
    this.#workspaceChanged.dispose();
  }

  /**
   * The client to ask; the first request waits until the server runs.
   *
   * @throws If there is none, as do requests when the server can't be reached.
   */
  client(): Promise<BaseLanguageClient> {
    return this.#client;
  }

  async #replace(): Promise<void> {
    this.start();
    const former = this.#client;
    this.#client = stopped(former).then(() => this.#launch());
    // A failure to start has been told by the client.
    await (await this.#client).start().catch(() => {});
  }

  async #launch(): Promise<BaseLanguageClient> {
    const createClient = await this.#loadClient();
    const client: BaseLanguageClient = createClient(this.#context, this.#parts, () => client.isRunning());
    client.onDidChangeState(() => this.#stateChanged.fire());
    client.onNotification(WORKSPACE_CHANGED, () => this.#workspaceChanged.fire());
    // A failure to start is told by the client; requests are refused then.
    client.start().catch(() => {});
    return client;
  }
}

/** Ends a client, whatever state it is in: there is nothing to be done about one that does not end. */
async function stopped(pending: Promise<BaseLanguageClient>): Promise<void> {
  try {
    const client = await pending;
    // While it starts it can't be ended: it would run on beside the next one. A server that hangs is left.
    if (client.needsStop()) await Promise.race([client.start(), pause(START_TIME)]);
    await client.dispose();
  } catch {
    // Never started, or its server died first.
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
