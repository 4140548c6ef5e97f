/**
 * Requests that take long can be stopped midway, others are answered in between, and an edit in between never ends
 * up in an answer made of two states. Counted in pieces, not in time: the clock that the server reads jumps at each
 * look, so that it pauses wherever it can.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CancellationTokenSource,
  CodeActionRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentRangesFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  LSPErrorCodes,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  WillRenameFilesRequest,
} from 'vscode-languageserver/node';
import { COUNTS } from '../../server/src/lsp/requests/index.ts';
import { FULL_CAPABILITIES, TestClient } from '../kit/client.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const URI = 'file:///w/main.demarche';
const textDocument = { uri: URI };
const STATEMENTS = 160;
const FILES = 60;

const TEXT = [
  '{demand #open by=@norland to=@sudmark: Open the gates}.',
  ...Array.from(
    { length: STATEMENTS },
    (_, i) =>
      `# Day ${i}\n\n{claim  #c${i} by=@norland supports=#open topic=dam:\nArnby is {sic} patient}.{>> a memo\nof two lines <<}`,
  ),
].join('\n\n');

let looks = 0;
/** How far the clock jumps, in milliseconds: from 10 on, the server pauses at each of its chances. */
let step = 5;

beforeEach(() => {
  let now = 0;
  looks = 0;
  step = 5;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    looks++;
    now += step;
    return now;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function opened(): Promise<TestClient> {
  const client = TestClient.inProcess();
  await client.initialize({ ...FULL_CAPABILITIES, workspace: {} });
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { demarche: { inlayHints: { names: true }, codeLens: { enabled: true } } },
  });
  await client.open('file:///w/demarche.yaml', CODEBOOK, 'yaml');
  for (let i = 0; i < FILES; i++)
    await client.open(`file:///w/reply${i}.demarche`, '{claim by=@sudmark supports=#main/open: Yes}.');
  await client.open(URI, TEXT);
  return client;
}

interface Long {
  readonly method: string;
  readonly params: (client: TestClient) => unknown;
  /** Answers with edits of the text as it was, so a newer state is of no use. */
  readonly isEdit?: boolean;
  /** Has few chances to pause. */
  readonly isCoarse?: boolean;
}

const whole = (client: TestClient) => ({
  start: { line: 0, character: 0 },
  end: client.rangeOf(URI, `# Day ${STATEMENTS - 1}`).end,
});
const position = { line: 0, character: 10 };
const lens = {
  kind: 'argument',
  anchor: { location: 'file:///w/main.demarche', id: 'open', start: 0, words: '' },
};

const LONG: readonly Long[] = [
  { method: DocumentSymbolRequest.method, params: () => ({ textDocument }) },
  { method: FoldingRangeRequest.method, params: () => ({ textDocument }) },
  { method: SemanticTokensRequest.method, params: () => ({ textDocument }), isCoarse: true },
  { method: DocumentDiagnosticRequest.method, params: () => ({ textDocument }) },
  { method: CodeLensRequest.method, params: () => ({ textDocument }) },
  {
    method: CodeLensResolveRequest.method,
    params: () => ({ range: { start: position, end: position }, data: lens }),
    isCoarse: true,
  },
  { method: InlayHintRequest.method, params: (client) => ({ textDocument, range: whole(client) }) },
  { method: DocumentHighlightRequest.method, params: () => ({ textDocument, position }), isCoarse: true },
  {
    method: ReferencesRequest.method,
    params: () => ({ textDocument, position, context: { includeDeclaration: true } }),
  },
  {
    method: CallHierarchyIncomingCallsRequest.method,
    params: () => ({ item: { uri: URI, data: lens.anchor } }),
  },
  { method: RenameRequest.method, params: () => ({ textDocument, position, newName: 'shut' }), isEdit: true },
  {
    method: WillRenameFilesRequest.method,
    params: () => ({ files: [{ oldUri: URI, newUri: 'file:///w/new.demarche' }] }),
    isEdit: true,
  },
  { method: DocumentFormattingRequest.method, params: () => ({ textDocument, options: {} }), isEdit: true },
  {
    method: DocumentRangesFormattingRequest.method,
    params: (client) => ({ textDocument, ranges: [whole(client)], options: {} }),
    isEdit: true,
  },
  {
    method: CodeActionRequest.method,
    params: (client) => ({
      textDocument,
      range: whole(client),
      context: { diagnostics: [], only: ['source.fixAll'] },
    }),
    isEdit: true,
  },
];

/** Without what counts up. */
const comparable = (answer: unknown) => JSON.stringify(answer).replace(/"resultId":"[^"]*"/g, '');

const isAnswered = (client: TestClient) => client.connection.sendRequest(COUNTS, { textDocument });

test.each(LONG)(
  '$method is stopped midway, and others come in between',
  async ({ method, params, isCoarse }) => {
    if (isCoarse) step = 20;
    const client = await opened();
    const ask = (source = new CancellationTokenSource()) =>
      client.connection.sendRequest(method, params(client), source.token);
    const stopped = (await opened()).connection;
    looks = 0;
    await ask();
    const inAll = looks;
    expect(inAll).toBeGreaterThan(40);

    // Of a server that has not done it before: what it keeps would make it shorter.
    const source = new CancellationTokenSource();
    looks = 0;
    let isDone = false;
    const request = stopped.sendRequest(method, params(client), source.token);
    const settled = request.catch(() => {}).then(() => (isDone = true));
    await stopped.sendRequest(COUNTS, { textDocument });
    expect(isDone).toBe(false);
    source.cancel();
    await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await settled;
    expect(looks).toBeLessThan(inAll / 2);
  },
);

test.each(LONG)('$method and an edit in between', async ({ method, params, isEdit, isCoarse }) => {
  if (isCoarse) step = 20;
  const client = await opened();
  const ask = () => client.connection.sendRequest(method, params(client));
  const overtaken = ask().catch((error: unknown) => error);
  await isAnswered(client);
  await client.replace(URI, '# Day 0\n', 'New words.\n\n# Day zero\n');
  const answer = await overtaken;
  if (isEdit) expect(answer).toMatchObject({ code: LSPErrorCodes.ContentModified });
  else expect(comparable(answer)).toBe(comparable(await ask()));
});

test.each(LONG)('$method says the same in pieces and at once', async ({ method, params, isCoarse }) => {
  if (isCoarse) step = 20;
  const client = await opened();
  const inPieces = await client.connection.sendRequest(method, params(client));
  vi.restoreAllMocks();
  const atOnce = (await opened()).connection.sendRequest(method, params(client));
  expect(comparable(inPieces)).toBe(comparable(await atOnce));
  expect(comparable(inPieces).length).toBeGreaterThan(200);
});

test('a burst of keystrokes, everything in flight: the newest state, and no late answer', async () => {
  const client = await opened();
  const errors: unknown[] = [];
  client.connection.onNotification('window/logMessage', ({ type, message }) => {
    if (type === 1) errors.push(message);
  });
  const methods = [DocumentSymbolRequest, SemanticTokensRequest, CodeLensRequest, DocumentDiagnosticRequest];
  const ask = () => methods.map(({ method }) => client.connection.sendRequest(method, { textDocument }));
  const expected: unknown[] = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ContentModified];
  let typed = 'Open the gates';
  for (let key = 0; key < 20; key++) {
    // What an editor does: what was asked about the text before is taken back.
    const source = new CancellationTokenSource();
    for (const { method } of methods) {
      client.connection
        .sendRequest(method, { textDocument }, source.token)
        .catch((error: { code: number }) => expected.includes(error.code) || errors.push(error));
    }
    await isAnswered(client);
    source.cancel();
    await client.replace(URI, typed, `${typed}!`);
    typed += '!';
  }
  const [symbols, ...others] = await Promise.all(ask());
  expect(JSON.stringify(symbols)).toContain('"#open"');
  const fresh = TestClient.inProcess();
  await fresh.initialize({ ...FULL_CAPABILITIES, workspace: {} });
  await fresh.open('file:///w/demarche.yaml', CODEBOOK, 'yaml');
  await fresh.open(URI, TEXT.replace('Open the gates', typed));
  const ofFresh = await Promise.all(
    methods.map(({ method }) => fresh.connection.sendRequest(method, { textDocument })),
  );
  expect([symbols, ...others].slice(0, 2).map(comparable)).toEqual(ofFresh.slice(0, 2).map(comparable));
  expect(comparable(others[2])).toBe(comparable(ofFresh[3]));
  expect(errors).toEqual([]);
}, 30_000);
