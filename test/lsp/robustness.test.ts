/** Every request is answered, whatever it is; and the next one finds the server alive. */
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyPrepareRequest,
  CancellationTokenSource,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  LogMessageNotification,
  type LogMessageParams,
  LSPErrorCodes,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  WillRenameFilesRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver/node';
import {
  CHOICES,
  CONTINUABLE,
  CONTINUE_STATEMENT,
  COUNTS,
  EXPORT,
  EXPORT_FORMATS,
  FIND_IN_TEXT,
  GUESS_HEAD,
  NEW_DOCUMENT,
  NEW_NAME,
  NEXT_STATEMENT,
  PASTE,
  PUBLISHED_TEXT,
  READ_DATE,
  TAG_SELECTION,
} from '../../server/src/lsp/requests/index.ts';
import { TestClient } from '../kit/client.ts';

const URI = 'file:///w/main.demarche';
const TEXT = '{claim #a: x}. {claim supports=#a: y}.';

/** All that we answer. */
const METHODS = [
  ...[CallHierarchyIncomingCallsRequest, CallHierarchyPrepareRequest, CodeActionRequest],
  ...[CodeActionResolveRequest, CodeLensRequest, CodeLensResolveRequest, CompletionRequest],
  ...[CompletionResolveRequest, DefinitionRequest, DocumentDiagnosticRequest, DocumentFormattingRequest],
  ...[DocumentHighlightRequest, DocumentLinkRequest, DocumentOnTypeFormattingRequest],
  ...[DocumentRangeFormattingRequest, DocumentSymbolRequest, FoldingRangeRequest, HoverRequest],
  ...[InlayHintRequest, LinkedEditingRangeRequest, PrepareRenameRequest, ReferencesRequest, RenameRequest],
  ...[SelectionRangeRequest, SemanticTokensDeltaRequest, SemanticTokensRangeRequest, SemanticTokensRequest],
  ...[WillRenameFilesRequest, WorkspaceDiagnosticRequest, WorkspaceSymbolRequest],
  WorkspaceSymbolResolveRequest,
].map(({ method }): string => method);
const OWN = [
  ...[CHOICES, CONTINUABLE, CONTINUE_STATEMENT, COUNTS, EXPORT, EXPORT_FORMATS, FIND_IN_TEXT, GUESS_HEAD],
  ...[NEW_DOCUMENT, NEW_NAME, NEXT_STATEMENT, PASTE, PUBLISHED_TEXT, READ_DATE, TAG_SELECTION],
];
const ALL = [...METHODS, ...OWN];

async function opened() {
  const client = TestClient.inProcess();
  const logs: string[] = [];
  client.connection.onNotification(LogMessageNotification.type, ({ message }: LogMessageParams) => {
    logs.push(message);
  });
  await client.initialize();
  await client.open(URI, TEXT);
  return { client, logs };
}

/** Whether it still says what it should. */
async function isAlive(client: TestClient): Promise<boolean> {
  const position = client.rangeOf(URI, '#a: y').start;
  const params = { textDocument: { uri: URI }, position };
  return ((await client.connection.sendRequest(DefinitionRequest.type, params)) as unknown[]).length === 1;
}

/** The answer, or the code of the error that it is. */
const answer = (client: TestClient, method: string, params: unknown) =>
  client.connection.sendRequest(method, params).catch(({ code }: { code: number }) => code);

const point = { line: 0, character: 0 };
const range = { start: point, end: point };
const textDocument = { uri: URI };

test('requests that are malformed are answered, and the next one too', async () => {
  const { client } = await opened();
  const broken: unknown[] = [
    {},
    { textDocument: null, position: null, range: null },
    { textDocument: {}, position: {}, range: {} },
    { textDocument: { uri: 7 }, position: point, range },
    {
      textDocument,
      position: { line: -1, character: -7 },
      range: { start: { line: -1, character: -1 }, end: point },
    },
    { textDocument, position: { line: Number.NaN, character: 0 }, range: { start: {}, end: {} } },
    { textDocument, position: { line: '0', character: 1e300 }, range, newName: null, ranges: [null] },
    { textDocument, position: { line: 1e300, character: 0.5 }, positions: 'all', context: null },
    { textDocument: { uri: 'file:///%E0%A4%A' }, position: point, range, context: { diagnostics: [] } },
    {
      textDocument: { uri: '' },
      position: point,
      range,
      data: 3,
      item: { data: {}, uri: null },
      files: [{}],
    },
    { data: { uri: 4, location: 5, kind: 6 }, item: null, query: {}, previousResultIds: [{ uri: null }] },
  ];
  for (const method of ALL) for (const params of broken) await answer(client, method, params);
  expect(await isAlive(client)).toBe(true);
});

test('what no client should send is an error, and is logged', async () => {
  const { client, logs } = await opened();
  const nowhere = { textDocument, position: { line: null, character: 0 } };
  expect(await answer(client, HoverRequest.method, nowhere)).toBe(ErrorCodes.InvalidParams);
  expect(await answer(client, HoverRequest.method, { position: point })).toBe(ErrorCodes.InvalidParams);
  for (const unnamed of [{}, null, { textDocument: null }, { textDocument: 'x' }, { textDocument: {} }])
    for (const method of [FoldingRangeRequest.method, SemanticTokensRequest.method, COUNTS])
      expect(await answer(client, method, unnamed), method).toBe(ErrorCodes.InvalidParams);
  expect(await answer(client, 'demarche/unheardOf', {})).toBe(ErrorCodes.MethodNotFound);
  expect(await answer(client, COUNTS, {})).toBe(ErrorCodes.InvalidParams);
  expect(logs.some((log) => log.startsWith('onHover: '))).toBe(true);
  expect(logs.some((log) => log.startsWith('demarche/unheardOf: '))).toBe(true);
  expect(logs.some((log) => log.startsWith(`${COUNTS}: `))).toBe(true);
  expect(await isAlive(client)).toBe(true);
});

test('positions before the start are the start', async () => {
  const { client } = await opened();
  const position = { line: -1, character: -5 };
  expect(await answer(client, CompletionRequest.method, { textDocument, position })).toEqual(
    await answer(client, CompletionRequest.method, { textDocument, position: point }),
  );
});

test('notifications that are malformed or out of order change nothing', async () => {
  const { client } = await opened();
  const { connection } = client;
  const unknown = { uri: 'file:///w/never.demarche', version: 2 };
  const version = { uri: URI, version: 2 };
  const changes = [
    { textDocument: unknown, contentChanges: [{ text: 'x' }] },
    { textDocument: version, contentChanges: [{ range: { start: point, end: null }, text: 'x' }] },
    { textDocument: version, contentChanges: null },
    {},
  ];
  for (const params of changes) {
    await connection.sendNotification(DidChangeTextDocumentNotification.method, params);
  }
  for (const params of [{ textDocument: unknown }, {}]) {
    await connection.sendNotification(DidCloseTextDocumentNotification.method, params);
    await connection.sendNotification(DidOpenTextDocumentNotification.method, params);
  }
  expect(await isAlive(client)).toBe(true);
});

test('edits of lines that are not there', async () => {
  const { client } = await opened();
  const far = { line: 50, character: 3 };
  for (const text of ['\n{claim #b: z}\n', 'tail']) {
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: { start: far, end: { line: 51, character: 0 } }, text }],
    });
  }
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  expect(symbols?.at(-1)).toMatchObject({
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 13 } },
  });
});

test('before `initialize` and after `shutdown`', async () => {
  const client = TestClient.inProcess();
  const early = await answer(client, HoverRequest.method, { textDocument, position: point });
  expect(early).toBe(ErrorCodes.ServerNotInitialized);
  await client.initialize();
  expect(await answer(client, FoldingRangeRequest.method, { textDocument })).toEqual([]);
  await client.connection.sendRequest('shutdown');
  expect(await answer(client, FoldingRangeRequest.method, { textDocument })).toBe(ErrorCodes.InvalidRequest);
});

test('a request that is cancelled at once is answered with that', async () => {
  const { client } = await opened();
  for (const method of ALL) {
    const source = new CancellationTokenSource();
    const params = { textDocument, position: point, range, query: '', previousResultIds: [] };
    const request = client.connection.sendRequest(method, params, source.token);
    source.cancel();
    await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  }
  expect(await isAlive(client)).toBe(true);
});

test('tokens of a long document: cancelled on the way, or overtaken by an edit', async () => {
  const { client } = await opened();
  const uri = 'file:///w/long.demarche';
  await client.open(uri, '{claim #a by=@b to=@c topic=d: x}\n\n'.repeat(5_000));
  const ask = (source: CancellationTokenSource) =>
    client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } }, source.token);
  await client.pull(URI);
  // The server's clock jumps, so that it pauses wherever it can, and no machine is too quick for this.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 20));
  onTestFinished(() => clock.mockRestore());
  const source = new CancellationTokenSource();
  const cancelled = ask(source);
  await client.connection.sendRequest(COUNTS, { textDocument: { uri } });
  source.cancel();
  await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  clock.mockRestore();
  const overtaken = ask(new CancellationTokenSource());
  await client.replace(uri, 'x}', 'y}');
  // Begun anew, so what comes is the state after the edit.
  const { data } = (await overtaken) as { data: number[] };
  expect(data).toEqual((await ask(new CancellationTokenSource()))?.data);
  expect(await isAlive(client)).toBe(true);
});
