/**
 * A language client for tests: real JSON-RPC over streams, to a server in this process or in one of its own.
 */
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  ProposedFeatures,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { start } from '../../server/src/lsp/server.ts';
import type { FileSystem } from '../../server/src/model/files.ts';

export const FULL_CAPABILITIES: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    hover: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    publishDiagnostics: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } },
  },
  workspace: { diagnostics: { refreshSupport: true } },
};

export class TestClient {
  readonly pushed = new Map<string, Diagnostic[]>();
  #texts = new Map<string, TextDocument>();
  #waiting: { uri: string; resolve: (diagnostics: Diagnostic[]) => void }[] = [];

  constructor(readonly connection: ProtocolConnection) {
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.pushed.set(uri, diagnostics);
      for (const each of this.#waiting.filter((waiting) => waiting.uri === uri)) each.resolve(diagnostics);
      this.#waiting = this.#waiting.filter((waiting) => waiting.uri !== uri);
    });
    connection.listen();
  }

  /** A client of a server in this process. */
  static inProcess(files: FileSystem | null = null): TestClient {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    start(server, { files, version: 'test' });
    return new TestClient(
      createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
    );
  }

  async initialize(
    capabilities: ClientCapabilities = FULL_CAPABILITIES,
    folders: readonly string[] = [],
    initializationOptions: unknown = undefined,
  ): Promise<InitializeResult> {
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'demarche'): Promise<void> {
    this.#texts.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces the first occurrence of some words, as an incremental change. */
  async replace(uri: string, words: string, replacement: string): Promise<void> {
    const text = this.#texts.get(uri) as TextDocument;
    const range = this.rangeOf(uri, words);
    const changes = [{ range, text: replacement }];
    const version = text.version + 1;
    this.#texts.set(uri, TextDocument.update(text, changes, version));
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  /** Gives a document another text, as a change from the first difference to the last. */
  async replaceAll(uri: string, after: string): Promise<void> {
    const text = this.#texts.get(uri) as TextDocument;
    const before = text.getText();
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before[start] === after[start]) start++;
    let tail = 0;
    while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
    const range = { start: text.positionAt(start), end: text.positionAt(before.length - tail) };
    const changes = [{ range, text: after.slice(start, after.length - tail) }];
    const version = text.version + 1;
    this.#texts.set(uri, TextDocument.update(text, changes, version));
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  rangeOf(uri: string, words: string): Range {
    const text = this.#texts.get(uri) as TextDocument;
    const start = text.getText().indexOf(words);
    if (start < 0) throw new Error(`'${words}' is not in ${uri}`);
    return { start: text.positionAt(start), end: text.positionAt(start + words.length) };
  }

  words(uri: string, range: Range): string {
    return (this.#texts.get(uri) as TextDocument).getText(range);
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items : [];
  }

  /** Tells of a file that changed on disk. */
  async changed(uri: string): Promise<void> {
    const params: DidChangeWatchedFilesParams = { changes: [{ uri, type: FileChangeType.Changed }] };
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, params);
  }

  /** The next diagnostics that are pushed for a file. */
  nextPush(uri: string): Promise<Diagnostic[]> {
    return new Promise((resolve) => this.#waiting.push({ uri, resolve }));
  }

  /** Ends a server in a process of its own. */
  async exit(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
  }
}
