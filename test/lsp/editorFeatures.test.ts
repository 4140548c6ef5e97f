import { expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CancellationTokenSource,
  type ClientCapabilities,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DidChangeConfigurationNotification,
  DocumentLinkRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  type Location,
  LSPErrorCodes,
  type SelectionRange,
  SelectionRangeRequest,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver/node';
import { SHOW_REFERENCES } from '../../server/src/lsp/requests/index.ts';
import { TestClient } from '../kit/client.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const BOOK = 'file:///w/demarche.yaml';
const MAIN = 'file:///w/main.demarche';
const REPLY = 'file:///w/reply.demarche';
const TEXT = `---
title: Low water
source: https://example.org/low
codebook: demarche.yaml
---

{@norland: Arnby} {demand #open by=@norland to=@sudmark: asks for the gates}. {+#open: At once}.
`;
const REPLY_TEXT = '{claim by=@sudmark answers=#main/open response=reject: Not this year}.';

const ABLE: ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } },
    documentLink: { tooltipSupport: true },
  },
  workspace: {
    symbol: { resolveSupport: { properties: ['location.range'] } },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};

async function opened(
  capabilities: ClientCapabilities = ABLE,
  options: unknown = undefined,
): Promise<TestClient> {
  const client = TestClient.inProcess();
  await client.initialize(capabilities, [], options);
  await client.open(BOOK, CODEBOOK, 'yaml');
  await client.open(MAIN, TEXT);
  await client.open(REPLY, REPLY_TEXT);
  return client;
}

const textDocument = { uri: MAIN };

test('workspace symbols: placed when they are opened, for the text as it then is', async () => {
  const client = await opened();
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'gates' });
  const [symbol] = (found ?? []) as WorkspaceSymbol[];
  expect(symbol).toMatchObject({
    name: '#open asks for the gates',
    containerName: 'Low water',
    location: { uri: MAIN },
  });
  expect(symbol?.location).not.toHaveProperty('range');
  await client.replace(MAIN, '{@norland: Arnby}', 'They\n\n');
  const resolved = await client.connection.sendRequest(
    WorkspaceSymbolResolveRequest.type,
    symbol as WorkspaceSymbol,
  );
  const { range } = resolved.location as Location;
  expect(client.words(MAIN, range)).toBe('{demand #open by=@norland to=@sudmark: asks for the gates}');
});

test('workspace symbols: placed at once for other clients', async () => {
  const client = await opened({});
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'league' });
  const words = (found ?? []).map(({ location }) => client.words(location.uri, (location as Location).range));
  expect(words).toEqual(['league']);
  expect(await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' })).toHaveLength(8);
});

test('a search that is cancelled ends', async () => {
  const client = await opened();
  const words = Array.from({ length: 60_000 }, (_, i) => `{claim #s${i}: w}`).join('\n\n');
  await client.open('file:///w/long.demarche', words);
  const source = new CancellationTokenSource();
  const search = client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'sw' }, source.token);
  source.cancel();
  await expect(search).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test('selection ranges of several cursors', async () => {
  const client = await opened();
  const positions = [client.rangeOf(MAIN, 'gates').start, client.rangeOf(MAIN, 'Low').start];
  const found = await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions });
  const steps = (range: SelectionRange | undefined): string[] =>
    range ? [client.words(MAIN, range.range), ...steps(range.parent)] : [];
  expect(steps(found?.[0]).slice(0, 3)).toEqual([
    'gates',
    'asks for the gates',
    '{demand #open by=@norland to=@sudmark: asks for the gates}',
  ]);
  expect(steps(found?.[1]).slice(0, 3)).toEqual(['Low', 'Low water', 'title: Low water']);
});

test('links, in the head and in the codebook', async () => {
  const client = await opened();
  const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
  expect(links?.map(({ target, tooltip }) => [target, tooltip])).toEqual([
    ['https://example.org/low', 'Open the publication'],
    [BOOK, 'Open the codebook'],
  ]);
  await client.replace(BOOK, 'name: Norland,', 'name: Norland, wikidata: Q20,');
  const [item] =
    (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: BOOK } })) ?? [];
  expect(item?.target).toBe('https://www.wikidata.org/wiki/Q20');
});

test('linked editing', async () => {
  const client = await opened();
  const position = client.rangeOf(MAIN, '#open').end;
  const found = await client.connection.sendRequest(LinkedEditingRangeRequest.type, {
    textDocument,
    position,
  });
  expect(found?.ranges.map((range) => client.words(MAIN, range))).toEqual(['open', 'open']);
  const pattern = new RegExp(`^(?:${found?.wordPattern})$`);
  expect(['open', '北岸', 'é_x-2'].every((id) => pattern.test(id))).toBe(true);
  expect(['a b', 'a:', '#a', ''].some((id) => pattern.test(id))).toBe(false);
});

test('inlay hints: off, until the settings say otherwise; then the client is told', async () => {
  const client = await opened();
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hints = () => client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  expect(await hints()).toEqual([]);
  const refreshed = new Promise<void>((resolve) => {
    client.connection.onRequest(InlayHintRefreshRequest.type, () => resolve());
  });
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { demarche: { inlayHints: { names: true } } },
  });
  await refreshed;
  // Norland and Sudmark say what their ids say.
  expect(await hints()).toEqual([]);
  await client.replace(MAIN, '@sudmark', '@lind');
  expect((await hints())?.map(({ label, position }) => [label, position])).toEqual([
    ['Maja Lind', client.rangeOf(MAIN, '@lind').end],
  ]);
});

const LENSES = ['#open: answered by Sudmark: reject', '2 references'];

async function lenses(client: TestClient) {
  const found = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
  expect(found.every((lens) => lens.command === undefined)).toBe(true);
  return Promise.all(found.map((lens) => client.connection.sendRequest(CodeLensResolveRequest.type, lens)));
}

test('code lenses run our command where the client has it', async () => {
  const client = await opened(ABLE, { commands: [SHOW_REFERENCES] });
  const found = await lenses(client);
  expect(found.map(({ command }) => command?.title)).toEqual(LENSES);
  const [uri, position, locations] = found[0]?.command?.arguments ?? [];
  expect(found[0]?.command?.command).toBe(SHOW_REFERENCES);
  expect([uri, position]).toEqual([MAIN, client.rangeOf(MAIN, '{demand').start]);
  expect(locations).toEqual([{ uri: REPLY, range: client.rangeOf(REPLY, REPLY_TEXT.slice(0, -1)) }]);
});

test('code lenses of another client say the same and do nothing; none if the settings say so', async () => {
  const client = await opened({});
  const found = await lenses(client);
  expect(found.map(({ command }) => [command?.title, command?.command])).toEqual(
    LENSES.map((title) => [title, '']),
  );
  const lens = { range: client.rangeOf(MAIN, 'Arnby'), data: { nonsense: true } };
  expect((await client.connection.sendRequest(CodeLensResolveRequest.type, lens)).command?.title).toBe('');
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { demarche: { codeLens: { enabled: false } } },
  });
  expect(await lenses(client)).toEqual([]);
});

test('code lenses are asked for again when another document answers', async () => {
  const client = await opened();
  const refreshed = new Promise<void>((resolve) => {
    client.connection.onRequest(CodeLensRefreshRequest.type, () => resolve());
  });
  await client.replace(REPLY, 'answers=#main/open', 'supports=#main/open');
  await refreshed;
  expect((await lenses(client))[0]?.command?.title).toBe('#open: 1 support · no answer yet');
});

test('call hierarchy: the argument, both ways, across files', async () => {
  const client = await opened();
  const position = client.rangeOf(MAIN, 'gates').start;
  const prepared = await client.connection.sendRequest(CallHierarchyPrepareRequest.type, {
    textDocument,
    position,
  });
  const item = prepared?.[0] as CallHierarchyItem;
  expect(item).toMatchObject({ name: '#open asks for the gates … At once', uri: MAIN });
  const incoming = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
  expect(incoming?.map(({ from }) => from.detail)).toEqual(['answers · Sudmark · reply']);
  expect(incoming?.[0]?.fromRanges.map((range) => client.words(REPLY, range))).toEqual(['#main/open']);
  const reply = incoming?.[0]?.from as CallHierarchyItem;
  const outgoing = await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, {
    item: reply,
  });
  expect(outgoing?.map(({ to }) => to.name)).toEqual([item.name]);
  expect(outgoing?.[0]?.fromRanges.map((range) => client.words(REPLY, range))).toEqual(['#main/open']);
});

test('completion is documented late', async () => {
  const client = await opened();
  const found = (await client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: client.rangeOf(MAIN, '@norland to').start,
  })) as CompletionList;
  const lind = found.items.find((item) => item.label === '@lind') as CompletionItem;
  expect(lind.documentation).toBeUndefined();
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, lind);
  expect(JSON.stringify(resolved.documentation)).toContain('**Maja Lind**');
  const other = { label: 'x', data: 'what another server said' };
  expect(await client.connection.sendRequest(CompletionResolveRequest.type, other)).toEqual(other);
});

test('each row of completion says what it names, to a client that can show it', async () => {
  for (const labelDetailsSupport of [true, false]) {
    const client = await opened({
      textDocument: { completion: { completionItem: { labelDetailsSupport } } },
    });
    const found = (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: client.rangeOf(MAIN, '@norland to').start,
    })) as CompletionList;
    const { detail, labelDetails } = found.items.find(({ label }) => label === '@lind') as CompletionItem;
    expect(labelDetails?.description ?? detail).toBe('Maja Lind');
    expect(labelDetails !== undefined).toBe(labelDetailsSupport);
  }
});

test('requests for files that nobody knows are answered', async () => {
  const client = await opened({});
  const position = { line: 9_999, character: 9_999 };
  for (const uri of [BOOK, 'file:///nowhere.demarche', 'untitled:x', 'nonsense']) {
    const unknown = { uri };
    const range = { start: position, end: position };
    await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument: unknown,
      positions: [position],
    });
    await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: unknown });
    await client.connection.sendRequest(LinkedEditingRangeRequest.type, { textDocument: unknown, position });
    await client.connection.sendRequest(InlayHintRequest.type, { textDocument: unknown, range });
    await client.connection.sendRequest(CodeLensRequest.type, { textDocument: unknown });
    await client.connection.sendRequest(CallHierarchyPrepareRequest.type, {
      textDocument: unknown,
      position,
    });
  }
});
