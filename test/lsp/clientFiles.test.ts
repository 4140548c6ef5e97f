/** Files on no disk: the server has them from its client. */
import { expect, test } from 'vitest';
import {
  LogMessageNotification,
  type LogMessageParams,
  WorkspaceDiagnosticRequest,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver/node';
import {
  FILE_LIST,
  FILE_READ,
  FILE_REQUESTS,
  FILE_STAT,
  type FileAnswer,
  type FileParams,
} from '../../server/src/lsp/requests/index.ts';
import { decodeText, FileError, type FileSystem } from '../../server/src/model/files.ts';
import { FULL_CAPABILITIES, TestClient } from '../kit/client.ts';
import { MemoryFiles } from '../kit/memoryFiles.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const ROOT = 'shelf://bergen/a folder';

const TEXTS = {
  [`${ROOT}/demarche.yaml`]: CODEBOOK,
  [`${ROOT}/deep/one.demarche`]: '{@norland: Arnby}. {claim answers=#two/far: x}.',
  [`${ROOT}/two.demarche`]: '{demand #far to=@nobody: y}.',
};

/** A client whose files are these, asked as an editor is: by URI. */
async function opened(
  files: FileSystem,
  { root = ROOT, disk = null as FileSystem | null, requests = FILE_REQUESTS } = {},
) {
  const client = TestClient.inProcess(disk);
  const asked: string[] = [];
  const logs: string[] = [];
  const serve = (method: string, work: (location: string) => Promise<unknown>) =>
    client.connection.onRequest<FileAnswer<unknown>, never>(method, async ({ uri }: FileParams) => {
      asked.push(`${method} ${uri}`);
      try {
        return { result: await work(decodeURIComponent(uri).replace(/\/$/, '')) };
      } catch (error) {
        if (error instanceof FileError) return { error: { code: error.code, message: error.message } };
        throw error;
      }
    });
  serve(FILE_STAT, (location) => files.stat(location));
  serve(FILE_READ, async (location) => decodeText(await files.read(location)));
  serve(FILE_LIST, (location) => files.list(location));
  client.connection.onRequest(WorkspaceFoldersRequest.type, () => null);
  client.connection.onNotification(LogMessageNotification.type, ({ message }: LogMessageParams) => {
    logs.push(message);
  });
  await client.initialize(FULL_CAPABILITIES, [encodeURI(root)], { requests });
  return { client, asked, logs };
}

/** The files that the server knows with their rules, once it has read what it wants to read. */
async function known({ connection }: TestClient): Promise<Record<string, string[]>> {
  const { items } = await connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  return Object.fromEntries(
    items.map((item) => [
      item.uri,
      item.kind === 'full'
        ? item.items.map(({ code }) => String(code)).filter((code) => /undef/.test(code))
        : [],
    ]),
  );
}

test('texts and codebook are read, and refer to each other', async () => {
  const { client } = await opened(new MemoryFiles(TEXTS));
  expect(await known(client)).toEqual({
    'shelf://bergen/a%20folder/demarche.yaml': [],
    'shelf://bergen/a%20folder/deep/one.demarche': [],
    'shelf://bergen/a%20folder/two.demarche': ['undefined-actor'],
  });
});

test('what changed is read again', async () => {
  const files = new MemoryFiles(TEXTS);
  const { client } = await opened(files);
  const uri = 'shelf://bergen/a%20folder/two.demarche';
  expect((await known(client))[uri]).toEqual(['undefined-actor']);
  files.set(`${ROOT}/two.demarche`, '{demand #far to=@norland: y}.');
  await client.changed(uri);
  await expect.poll(async () => (await known(client))[uri]).toEqual([]);
  files.set(`${ROOT}/two.demarche`, null);
  await client.changed(uri);
  await expect.poll(async () => Object.keys(await known(client)).length).toBe(2);
});

test.each(['shelf:', 'shelf://bergen'])('a whole file system can be open: %s', async (root) => {
  const files = new MemoryFiles({
    [`${root}/demarche.yaml`]: CODEBOOK,
    [`${root}/a.demarche`]: '{@norland: A}',
  });
  const { client, asked } = await opened(files, { root: `${root}/` });
  expect(Object.values(await known(client))).toEqual([[], []]);
  expect(asked).toContain(`${FILE_LIST} ${root}/`);
});

test('a codebook is found above an open text that is in no folder, and nothing above a root is asked for', async () => {
  const { client, asked } = await opened(new MemoryFiles(TEXTS), { root: 'shelf://bergen/elsewhere' });
  const uri = 'shelf://bergen/a%20folder/deep/new.demarche';
  await client.open(uri, '{@norland: Arnby}. {@nobody: z}.');
  await expect
    .poll(async () => (await client.pull(uri)).filter(({ code }) => code === 'undefined-actor').length)
    .toBe(1);
  expect(asked.filter((each) => !each.includes(' shelf://bergen/'))).toEqual([]);
});

test('a client that does not offer it is not asked', async () => {
  const { client, asked } = await opened(new MemoryFiles(TEXTS), { requests: [FILE_STAT, FILE_READ] });
  expect(await known(client)).toEqual({});
  expect(asked).toEqual([]);
});

test('what is on a disk is read there, whatever the client offers', async () => {
  const disk = new MemoryFiles({ 'file:///w/a.demarche': '{@nobody: A}' });
  const { client, asked } = await opened(new MemoryFiles({}), { root: 'file:///w', disk });
  expect(await known(client)).toEqual({ 'file:///w/a.demarche': ['undefined-actor'] });
  expect(asked).toEqual([]);
});

test('what can’t be read is named with the reason, and the rest is read', async () => {
  const { client, logs } = await opened(
    new MemoryFiles({
      ...TEXTS,
      [`${ROOT}/latin.demarche`]: new Uint8Array([0x7b, 0xe9, 0x7d]),
      [`${ROOT}/locked.demarche`]: new FileError('no-permission', 'No!'),
      [`${ROOT}/offline.demarche`]: new FileError('other', 'the network is down'),
      [`${ROOT}/odd.demarche`]: new Error('a bug of the editor’s'),
    }),
  );
  const unread = /(latin|locked|odd|offline)\.demarche$/;
  const read = Object.keys(await known(client)).filter((uri) => !unread.test(uri));
  expect(read).toHaveLength(3);
  await expect.poll(() => logs.length).toBeGreaterThanOrEqual(4);
  expect(logs).toContain(`${ROOT}/latin.demarche: not UTF-8. Save the file as UTF-8.`);
  expect(logs).toContain(`${ROOT}/locked.demarche: permission denied`);
  expect(logs).toContain(`${ROOT}/offline.demarche: the network is down`);
  expect(logs.find((line) => line.startsWith(`${ROOT}/odd.demarche: `))).toContain('a bug of the editor’s');
});

test('many files are asked for several at a time, not all at once', async () => {
  const texts = Array.from({ length: 400 }, (_, i) => [`${ROOT}/${i}.demarche`, `{claim #c${i}: x}.`]);
  const files = new MemoryFiles(Object.fromEntries(texts));
  files.beforeRead = () => new Promise((resolve) => setTimeout(resolve, 1));
  const { client } = await opened(files);
  expect(Object.keys(await known(client))).toHaveLength(400);
  expect(files.mostAtOnce).toBeGreaterThan(4);
  expect(files.mostAtOnce).toBeLessThanOrEqual(16);
});

test('a byte order mark is no part of what is lost', async () => {
  const { client } = await opened(
    new MemoryFiles({ ...TEXTS, [`${ROOT}/bom.demarche`]: '\uFEFF{@norland: A}' }),
  );
  const uri = 'shelf://bergen/a%20folder/bom.demarche';
  expect(await known(client)).toHaveProperty([uri], []);
  await client.open(uri, '\uFEFF{@nobody: A}');
  const [finding] = (await client.pull(uri)).filter(({ code }) => code === 'undefined-actor');
  expect(finding?.range.start).toEqual({ line: 0, character: 2 });
});
