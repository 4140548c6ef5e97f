/** The server as it is shipped, in a process of its own, over stdio, with files on disk. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { bundles } from '../../client/build/bundle.mjs';
import { TestClient } from '../kit/client.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-lsp-'));
const workspace = path.join(folder, 'a workspace é');
const processes: ChildProcess[] = [];

beforeAll(async () => {
  const options = bundles(false).find(({ entryPoints }) => 'server' in (entryPoints ?? {}));
  await build({
    ...options,
    outdir: path.join(folder, 'dist'),
    absWorkingDir: path.resolve(import.meta.dirname, '../..'),
  });
  write('demarche.yaml', `${CODEBOOK}lint:\n  exclude: ["inner/**"]\n  include: ["**/*.demarche"]\n`);
  write('main.demarche', '{@norland: Arnby}. {claim answers=#other/far: x}.');
  write('other.demarche', '{demand #far to=@norland: y}.');
  write('inner/demarche.yaml', 'actors: { lone: { name: Lone } }\n');
  write('inner/text.demarche', '{@lone: Lone}. {@norland: Arnby}.');
});

afterAll(() => {
  for (const each of processes) each.kill('SIGKILL');
  fs.rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = path.join(workspace, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return pathToFileURL(file).href;
}

function startServer(): { client: TestClient; server: ChildProcess } {
  const server = spawn(process.execPath, [path.join(folder, 'dist/server.cjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  processes.push(server);
  if (!server.stdin || !server.stdout) throw new Error('no streams');
  const reader = new StreamMessageReader(server.stdout);
  return {
    server,
    client: new TestClient(createProtocolConnection(reader, new StreamMessageWriter(server.stdin))),
  };
}

async function opened(
  ...names: readonly string[]
): Promise<{ client: TestClient; server: ChildProcess; uris: string[] }> {
  const { client, server } = startServer();
  await client.initialize(undefined, [pathToFileURL(workspace).href]);
  const uris: string[] = [];
  for (const name of names) {
    const file = path.join(workspace, name);
    const uri = pathToFileURL(file).href;
    await client.open(uri, fs.readFileSync(file, 'utf8'));
    uris.push(uri);
  }
  return { client, server, uris };
}

/** What is wrong, once it is no longer about files that are still being read. */
async function settled(client: TestClient, uri: string, codes: readonly string[]): Promise<void> {
  await expect
    .poll(
      async () => (await client.pull(uri)).filter((each) => each.severity === 1).map((each) => each.code),
      {
        timeout: 20_000,
      },
    )
    .toEqual(codes);
}

test('codebook and other documents are read from disk', async () => {
  const { client, uris } = await opened('main.demarche');
  await settled(client, uris[0] as string, []);
});

test('an open document follows its codebook, though another leaves it out', async () => {
  const { client, uris } = await opened('inner/text.demarche');
  await settled(client, uris[0] as string, ['undefined-actor']);
});

test('a file that changes on disk is read again', async () => {
  const { client, uris } = await opened('main.demarche');
  await settled(client, uris[0] as string, []);
  const other = write('other.demarche', '{demand #near to=@norland: y}.');
  await client.changed(other);
  await settled(client, uris[0] as string, ['undefined-statement']);
  write('other.demarche', '{demand #far to=@norland: y}.');
  await client.changed(other);
  await settled(client, uris[0] as string, []);
});

test('what a codebook or Git leaves out from now on is forgotten, and found again', async () => {
  const { client, uris } = await opened('main.demarche');
  const main = uris[0] as string;
  await settled(client, main, []);
  const codebook = fs.readFileSync(path.join(workspace, 'demarche.yaml'), 'utf8');
  await client.changed(write('demarche.yaml', codebook.replace('inner/**', 'other.demarche')));
  await settled(client, main, ['undefined-statement']);
  await client.changed(write('demarche.yaml', codebook));
  await settled(client, main, []);
  await client.changed(write('.gitignore', 'other.demarche'));
  await settled(client, main, ['undefined-statement']);
  await client.changed(write('.gitignore', ''));
  await settled(client, main, []);
});

test('the server ends when it is told to, and when its client dies', async () => {
  const told = await opened('main.demarche');
  const ended = new Promise((resolve) => told.server.once('exit', resolve));
  await told.client.exit();
  expect(await ended).toBe(0);
  const left = await opened('main.demarche');
  const gone = new Promise((resolve) => left.server.once('exit', () => resolve('gone')));
  left.server.stdin?.destroy();
  expect(await gone).toBe('gone');
});
