import { expect, test } from 'vitest';
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { TestClient } from '../kit/client.ts';
import { MemoryFiles } from '../kit/memoryFiles.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const BOOK = 'file:///w/demarche.yaml';
const MAIN = 'file:///w/main.demarche';
const OTHER = 'file:///w/other.demarche';

const FILES = {
  [BOOK]: CODEBOOK,
  [MAIN]: '{@norland: Arnby} {demand #open by=@norland to=@sudmark: x}.',
  [OTHER]: '{claim by=@sudmark answers=#main/open response=reject: Not this year}. {@nobody: x}.',
};

async function opened(files = new MemoryFiles(FILES)): Promise<TestClient> {
  const client = TestClient.inProcess(files);
  const { capabilities } = await client.initialize(undefined, ['file:///w']);
  expect(capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
  return client;
}

const pull = ({ connection }: TestClient, previousResultIds: PreviousResultId[] = []) =>
  connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });

const idsOf = ({ items }: WorkspaceDiagnosticReport): PreviousResultId[] =>
  items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));

/** By file: its errors, or `same`. */
const shown = ({ items }: { items: readonly WorkspaceDocumentDiagnosticReport[] }) =>
  Object.fromEntries(
    items.map((item) => [
      item.uri.slice(item.uri.lastIndexOf('/') + 1),
      item.kind === 'unchanged'
        ? 'same'
        : item.items.filter(({ severity }) => severity === 1).map(({ code }) => code),
    ]),
  );

test('documents and codebooks that nobody opened, once they all have been read', async () => {
  const client = await opened();
  expect(shown(await pull(client))).toEqual({
    'demarche.yaml': [],
    'main.demarche': [],
    'other.demarche': ['undefined-actor'],
  });
});

test('what the client has is not sent again, and nothing at all when nothing changed', async () => {
  const client = await opened();
  const first = await pull(client);
  expect((await pull(client, idsOf(first))).items).toEqual([]);
  expect(shown(await pull(client))['other.demarche']).toEqual(['undefined-actor']);
  await client.open(MAIN, FILES[MAIN]);
  await client.replace(MAIN, '#open', '#shut');
  const second = await pull(client, idsOf(first));
  expect(shown(second)).toMatchObject({
    'main.demarche': 'same',
    'other.demarche': ['undefined-statement', 'undefined-actor'],
  });
  const changed = second.items.find(({ uri }) => uri === MAIN);
  expect(changed).toMatchObject({ version: 2 });
});

test('an edit leaves other files as the client has them', async () => {
  const client = await opened();
  const first = await pull(client);
  await client.open(MAIN, FILES[MAIN]);
  await client.replace(MAIN, ': x', ': {@nobody: y}');
  expect(shown(await pull(client, idsOf(first)))).toMatchObject({
    'main.demarche': ['undefined-actor'],
    'other.demarche': 'same',
  });
});

test('a file that can’t be read is named with the reason, until it can', async () => {
  const LATIN = 'file:///w/latin.demarche';
  const files = new MemoryFiles({ ...FILES, [LATIN]: new Uint8Array([0x63, 0xe9]) });
  const client = await opened(files);
  const itemOf = async (previous: PreviousResultId[] = []) => {
    const report = await pull(client, previous);
    return { item: report.items.find(({ uri }) => uri === LATIN), ids: idsOf(report) };
  };
  const { item, ids } = await itemOf();
  expect(item).toMatchObject({
    kind: 'full',
    items: [{ severity: 1, message: expect.stringMatching(/^This file can’t be read, .*UTF-8/) }],
  });
  expect((await pull(client, ids)).items).toEqual([]);
  // An editor that guesses its encoding can read it.
  await client.open(LATIN, 'cé');
  expect((await itemOf(ids)).item).toMatchObject({ kind: 'full', items: [] });
  await client.close(LATIN);
  expect((await itemOf()).item).toMatchObject({ items: [{ severity: 1 }] });
  files.set(LATIN, 'c\u00e9');
  await client.changed(LATIN);
  expect((await itemOf(ids)).item).toMatchObject({ kind: 'full', items: [] });
  files.set(LATIN, new Error('gone bad'));
  await client.changed(LATIN);
  expect((await itemOf()).item).toMatchObject({ items: [{ message: expect.stringContaining('gone bad') }] });
  files.set(LATIN, null);
  await client.changed(LATIN);
  expect((await itemOf(ids)).item).toMatchObject({ kind: 'full', items: [] });
  expect((await itemOf()).item).toBeUndefined();
});

test('a file that is gone loses its diagnostics', async () => {
  const files = new MemoryFiles(FILES);
  const client = await opened(files);
  const first = await pull(client);
  files.set(OTHER, null);
  await client.changed(OTHER);
  const second = await pull(client, idsOf(first));
  expect(second.items.find(({ uri }) => uri === OTHER)).toEqual({
    kind: 'full',
    uri: OTHER,
    version: null,
    items: [],
  });
});

test('partial results, and nothing twice', async () => {
  const many = Array.from({ length: 120 }, (_, i) => [`file:///w/${i}.demarche`, '{claim: x']);
  const client = await opened(new MemoryFiles(Object.fromEntries(many)));
  const parts: WorkspaceDocumentDiagnosticReport[][] = [];
  client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'part', ({ items }) => {
    parts.push(items);
  });
  const report = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
    previousResultIds: [],
    partialResultToken: 'part',
  });
  expect(report.items).toEqual([]);
  expect(parts.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(new Set(parts.flat().map(({ uri }) => uri)).size).toBe(120);
});

test('cancelled while files are read, and while they are looked at', async () => {
  const files = new MemoryFiles(FILES);
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  files.beforeRead = () => gate;
  const client = await opened(files);
  const cancelled = async () => {
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [] };
    const report = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, source.token);
    source.cancel();
    await expect(report).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  };
  await cancelled();
  go();
  await pull(client);
  await client.open('file:///w/long.demarche', '{claim #a: x} {@nobody: y}\n\n'.repeat(20_000));
  await cancelled();
});

test('a document’s own report is `unchanged` too', async () => {
  const client = await opened();
  await client.open(MAIN, FILES[MAIN]);
  const ask = (previousResultId?: string) =>
    client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: MAIN },
      ...(previousResultId ? { previousResultId } : {}),
    });
  const first = await ask();
  expect(first.kind).toBe('full');
  expect(await ask(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  await client.replace(MAIN, 'by=@norland', 'by=@nrland');
  expect((await ask(first.resultId)).kind).toBe('full');
});
