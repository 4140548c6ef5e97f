import { expect, test } from 'vitest';
import {
  DidChangeWorkspaceFoldersNotification,
  LogMessageNotification,
  type LogMessageParams,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { FileError } from '../../server/src/model/files.ts';
import { FULL_CAPABILITIES, TestClient } from '../kit/client.ts';
import { MemoryFiles } from '../kit/memoryFiles.ts';

const many = (folder: string, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${folder}/${i}.demarche`, `{claim #c${i}: x}.`]),
  );

const CAPABILITIES = {
  ...FULL_CAPABILITIES,
  window: { workDoneProgress: true },
  workspace: { ...FULL_CAPABILITIES.workspace, workspaceFolders: true },
};

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

async function opened(files: MemoryFiles, folders: readonly string[], capabilities = CAPABILITIES) {
  const client = TestClient.inProcess(files);
  const progress: Progress[] = [];
  const logs: string[] = [];
  const tokens: (string | number)[] = [];
  client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    tokens.push(token);
    client.connection.onProgress(WorkDoneProgress.type, token, (each) => void progress.push(each));
  });
  client.connection.onNotification(LogMessageNotification.type, ({ message }: LogMessageParams) => {
    logs.push(message);
  });
  await client.initialize(capabilities, folders);
  return { client, progress, logs, tokens };
}

/** The files that the server knows, once it has read what it wants to read. */
async function known({ connection }: TestClient): Promise<string[]> {
  const { items } = await connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  return items.filter((item) => !isUnread(item)).map(({ uri }) => uri);
}

function isUnread(item: WorkspaceDocumentDiagnosticReport): boolean {
  return (
    item.kind === 'full' &&
    item.items.some(({ message }) => String(message).startsWith('This file can’t be read'))
  );
}

test('progress from beginning to end; several files at a time, but not all', async () => {
  const files = new MemoryFiles(many('file:///w', 100));
  files.beforeRead = () => new Promise((resolve) => setTimeout(resolve, 2));
  const { client, progress } = await opened(files, ['file:///w']);
  expect(await known(client)).toHaveLength(100);
  await expect.poll(() => progress.at(-1)?.kind).toBe('end');
  expect(progress[0]).toMatchObject({ kind: 'begin', cancellable: true });
  expect(files.mostAtOnce).toBeGreaterThan(4);
  expect(files.mostAtOnce).toBeLessThanOrEqual(16);
});

test('cancelled: what was read stays, and the server goes on', async () => {
  const files = new MemoryFiles(many('file:///w', 500));
  files.beforeRead = () => new Promise((resolve) => setTimeout(resolve, 5));
  const { client, progress, tokens } = await opened(files, ['file:///w']);
  await expect.poll(() => progress.length, { interval: 1 }).toBeGreaterThan(0);
  await client.connection.sendNotification(WorkDoneProgressCancelNotification.type, {
    token: tokens[0] as string,
  });
  const found = await known(client);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(500);
  expect(progress.at(-1)?.kind).toBe('end');
});

test('a client without progress is not asked for any', async () => {
  const { client, tokens } = await opened(new MemoryFiles(many('file:///w', 3)), ['file:///w'], {
    ...CAPABILITIES,
    window: { workDoneProgress: false },
  });
  expect(await known(client)).toHaveLength(3);
  expect(tokens).toEqual([]);
});

test('files that fail are named, and the rest goes on', async () => {
  const files = new MemoryFiles({
    ...many('file:///w', 5),
    'file:///w/secret.demarche': new FileError('no-permission', 'permission denied'),
    'file:///w/broken.demarche': new Error('the disk is on fire'),
  });
  const { client, logs } = await opened(files, ['file:///w']);
  expect(await known(client)).toHaveLength(5);
  expect(logs).toContain('file:///w/secret.demarche: permission denied');
  expect(logs).toContain('file:///w/broken.demarche: the disk is on fire');
});

test('several roots, one within another and one twice: each file is read once', async () => {
  const files = new MemoryFiles({
    ...many('file:///w', 3),
    ...many('file:///w/inner', 3),
    ...many('file:///v', 3),
  });
  const { client } = await opened(files, ['file:///w', 'file:///w/inner', 'file:///v', 'file:///v/']);
  expect(await known(client)).toHaveLength(9);
  expect(files.reads.filter((each) => each.endsWith('.demarche')).sort()).toEqual(
    [...new Set(files.reads)].sort(),
  );
});

test('a load that begins ends the one before; what is in no folder any more goes', async () => {
  const files = new MemoryFiles({ ...many('file:///w', 300), ...many('file:///v', 5) });
  files.beforeRead = () => new Promise((resolve) => setTimeout(resolve, 3));
  const { client } = await opened(files, ['file:///w']);
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [{ uri: 'file:///v', name: 'v' }], removed: [{ uri: 'file:///w', name: 'w' }] },
  });
  const found = await known(client);
  expect(found.every((uri) => uri.startsWith('file:///v/'))).toBe(true);
  expect(found).toHaveLength(5);
  expect(files.reads.length).toBeLessThan(100);
});

test('a codebook that is not UTF-8 keeps neither the workspace nor the document below it from being read', async () => {
  const files = new MemoryFiles({
    ...many('file:///w', 3),
    'file:///w/demarche.yaml': new Uint8Array([0x61, 0xff]),
    'file:///demarche.yaml': new Uint8Array([0x61, 0xff]),
  });
  const { client, logs } = await opened(files, ['file:///w']);
  await client.open('file:///w/0.demarche', '{claim #c0: x}.');
  expect(await known(client)).toHaveLength(3);
  expect(logs.some((log) => log.startsWith('file:///w/demarche.yaml: not UTF-8'))).toBe(true);
  expect(await client.pull('file:///w/0.demarche')).toEqual([]);
});

test('files that throw what they like: the server goes on', async () => {
  const files = new MemoryFiles(many('file:///w', 3));
  files.list = () => Promise.reject(new Error('no such drive'));
  const { client, logs } = await opened(files, ['file:///w']);
  expect(await known(client)).toEqual([]);
  expect(logs).toContain('workspace: no such drive');
});

test('a text that was never saved is forgotten when it is closed, as when it is saved under a name', async () => {
  const { client } = await opened(new MemoryFiles({ 'file:///w/a.demarche': '{claim #a: x}.' }), [
    'file:///w',
  ]);
  expect(await known(client)).toEqual(['file:///w/a.demarche']);
  await client.open('untitled:Untitled-1', '{claim #harvest: A poor one}.');
  expect(await known(client)).toContain('untitled:Untitled-1');
  await client.close('untitled:Untitled-1');
  await expect.poll(() => known(client)).toEqual(['file:///w/a.demarche']);
});
