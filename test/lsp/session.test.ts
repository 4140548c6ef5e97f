import { expect, test } from 'vitest';
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  ReferencesRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { COUNTS, NEXT_STATEMENT, TAG_SELECTION } from '../../server/src/lsp/requests/index.ts';
import { TestClient } from '../kit/client.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const URI = 'file:///w/main.demarche';
const BOOK = 'file:///w/demarche.yaml';
const TEXT = `---
title: Low water
date: 2024-05-01
---

# The dam

{@norland: Arnby} {demand #open by=@norland to=@sudmark topic=dam: asks for the gates}.
{claim by=@sudmark answers=#open response=reject: Not this year}.
`;

async function opened(text = TEXT): Promise<TestClient> {
  const client = TestClient.inProcess();
  await client.initialize();
  await client.open(BOOK, CODEBOOK, 'yaml');
  await client.open(URI, text);
  return client;
}

const shown = (client: TestClient, diagnostics: Awaited<ReturnType<TestClient['pull']>>) =>
  diagnostics.map(({ code, range }) => `${code} ${client.words(URI, range)}`);

test('diagnostics come and go as the text is edited, in the codebook too', async () => {
  const client = await opened();
  expect(shown(client, await client.pull(URI))).toEqual([]);
  await client.replace(URI, 'by=@sudmark', 'by=@sudmrk');
  expect(shown(client, await client.pull(URI))).toContain('undefined-actor @sudmrk');
  await client.replace(BOOK, '  sudmark:', '  sudmrk:');
  const now = shown(client, await client.pull(URI));
  expect(now).toContain('undefined-actor @sudmark');
  expect(now).not.toContain('undefined-actor @sudmrk');
  await client.replace(URI, 'year}', 'year');
  expect(shown(client, await client.pull(URI)).some((each) => each.startsWith('unclosed-tag'))).toBe(true);
});

test('a client that does not pull is pushed to', async () => {
  const client = TestClient.inProcess();
  await client.initialize({});
  const first = client.nextPush(URI);
  await client.open(URI, '{claim #a: x');
  expect((await first).map((each) => each.code)).toContain('unclosed-tag');
  const second = client.nextPush(URI);
  await client.replace(URI, 'x', 'x}');
  expect((await second).filter((each) => each.severity === 1)).toEqual([]);
});

test('hover, definition, references, highlight, outline, folding, completion', async () => {
  const client = await opened();
  const { connection } = client;
  const textDocument = { uri: URI };
  const position = client.rangeOf(URI, 'norland').end;
  const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position });
  expect(JSON.stringify(hover?.contents)).toContain('**Norland**');
  const definition = await connection.sendRequest(DefinitionRequest.type, { textDocument, position });
  expect(definition).toEqual([{ uri: BOOK, range: client.rangeOf(BOOK, 'norland') }]);
  const references = await connection.sendRequest(ReferencesRequest.type, {
    textDocument,
    position,
    context: { includeDeclaration: false },
  });
  expect(references?.filter((each) => each.uri === URI)).toHaveLength(2);
  const highlights = await connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position });
  expect(highlights).toHaveLength(2);
  const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  expect(JSON.stringify(symbols)).toContain('Norland → Sudmark · the Harte dam');
  const folds = await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
  expect(folds?.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [0, 3],
    [5, 8],
    [7, 8],
  ]);
  const completion = await connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: client.rangeOf(URI, '@norland to').start,
  });
  expect(JSON.stringify(completion)).toContain('@league');
});

test('semantic tokens, whole and what changed', async () => {
  const client = await opened();
  const textDocument = { uri: URI };
  const whole = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  expect(whole?.data.length).toBeGreaterThan(20);
  await client.replace(URI, 'reject', 'agree');
  const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
    textDocument,
    previousResultId: whole?.resultId ?? '',
  });
  expect(delta && 'edits' in delta ? delta.edits.length : -1).toBe(1);
});

test('quick fixes', async () => {
  const client = await opened(TEXT.replace('topic=dam', 'topic=damm'));
  const range = client.rangeOf(URI, 'damm');
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: URI },
    range,
    context: { diagnostics: [] },
  });
  const change = actions?.find((each) => 'edit' in each && each.edit?.changes?.[URI]?.[0]?.newText === 'dam');
  expect(change).toBeDefined();
});

test('our own requests', async () => {
  const client = await opened();
  const textDocument = { uri: URI };
  expect(await client.connection.sendRequest(COUNTS, { textDocument })).toEqual({
    claims: 1,
    demands: 1,
    mentions: 1,
    actors: 2,
  });
  const next = await client.connection.sendRequest(NEXT_STATEMENT, {
    textDocument,
    position: { line: 0, character: 0 },
    direction: 'next',
  });
  expect(client.words(URI, (next as { words: never }).words)).toBe('asks for the gates');
  const tagging = await client.connection.sendRequest(TAG_SELECTION, {
    textDocument,
    range: client.rangeOf(URI, 'this year'),
    kind: 'demand',
  });
  expect(tagging).toMatchObject({
    refusal: null,
    edits: [
      { newText: '{demand by=${1:@author}: ', snippet: true },
      { newText: '}', snippet: false },
    ],
  });
});

test('requests for files that are not open, and positions past the end, are answered', async () => {
  const client = await opened();
  const far = { line: 9_999, character: 9_999 };
  for (const uri of [URI, BOOK, 'file:///nowhere.demarche', 'untitled:x', 'nonsense']) {
    const textDocument = { uri };
    const params = { textDocument, position: far };
    await client.connection.sendRequest(HoverRequest.type, params);
    await client.connection.sendRequest(DefinitionRequest.type, params);
    await client.connection.sendRequest(CompletionRequest.type, params);
    await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    await client.pull(uri);
  }
});

test('a closed file keeps no diagnostics; an untitled one has the workspace’s codebook', async () => {
  const client = TestClient.inProcess();
  await client.initialize({});
  await client.open(BOOK, CODEBOOK, 'yaml');
  const pushed = client.nextPush('untitled:Untitled-1');
  await client.open('untitled:Untitled-1', '{@norland: Arnby}. {@nobody: x}.');
  expect((await pushed).filter((each) => each.severity === 1).map((each) => each.code)).toEqual([
    'undefined-actor',
  ]);
  const emptied = client.nextPush('untitled:Untitled-1');
  await client.close('untitled:Untitled-1');
  expect(await emptied).toEqual([]);
});
