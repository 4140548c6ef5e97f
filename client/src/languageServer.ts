/** The language server as commands and views see it: in the editor's own positions, and always there. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  COUNTS,
  type CountsResult,
  NEXT_STATEMENT,
  type NextStatementParams,
  type NextStatementResult,
  TAG_SELECTION,
  type TagSelectionParams,
  type TagSelectionResult,
} from '../../server/src/lsp/requests.ts';

export type Direction = NextStatementParams['direction'];
export type TagKind = TagSelectionParams['kind'];
export type Counts = CountsResult;

/** The edits that make a tag, to be made as one, or why it can't be made. */
export type Tagging =
  | { readonly edits: readonly (vscode.TextEdit | vscode.SnippetTextEdit)[]; readonly refusal: null }
  | { readonly edits: null; readonly refusal: string };

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
  /** Settles when there is a client; the client itself may still be waiting for the server. */
  #client: Promise<BaseLanguageClient>;
  #begin: () => void = () => {};
  #restarting: Promise<void> | undefined;

  /** Fires each time the server starts, runs or ends. */
  readonly onStateChanged = this.#stateChanged.event;

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
  }

  /**
   * The words of the statement before or after a position, undefined if there is none.
   *
   * @throws If the server can't be reached, as all requests.
   */
  async statementFrom(
    document: vscode.TextDocument,
    from: vscode.Position,
    direction: Direction,
  ): Promise<vscode.Range | undefined> {
    const client = await this.#client;
    const { asTextDocumentIdentifier, asPosition } = client.code2ProtocolConverter;
    const statement = await client.sendRequest<NextStatementResult | null>(NEXT_STATEMENT, {
      textDocument: asTextDocumentIdentifier(document),
      position: asPosition(from),
      direction,
    } satisfies NextStatementParams);
    return statement ? client.protocol2CodeConverter.asRange(statement.words) : undefined;
  }

  /** What makes a tag of a range. */
  async tag(document: vscode.TextDocument, range: vscode.Range, kind: TagKind): Promise<Tagging> {
    const client = await this.#client;
    const { asTextDocumentIdentifier, asRange } = client.code2ProtocolConverter;
    const answer = await client.sendRequest<TagSelectionResult>(TAG_SELECTION, {
      textDocument: asTextDocumentIdentifier(document),
      range: asRange(range),
      kind,
    } satisfies TagSelectionParams);
    if (answer.refusal !== null) return answer;
    const edits = answer.edits.map((edit) => {
      const place = client.protocol2CodeConverter.asRange(edit.range);
      return edit.snippet
        ? new vscode.SnippetTextEdit(place, new vscode.SnippetString(edit.newText))
        : new vscode.TextEdit(place, edit.newText);
    });
    return { edits, refusal: null };
  }

  /** How many there are of what a document has marked; undefined if the server does not know the document. */
  async counts(document: vscode.TextDocument): Promise<Counts | undefined> {
    const client = await this.#client;
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    return (await client.sendRequest<Counts | null>(COUNTS, { textDocument })) ?? undefined;
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
