/** The real command, built as it is shipped, run as a process in folders made for the test. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { bundles } from '../../client/build/bundle.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const made: string[] = [];
let program = '';

beforeAll(async () => {
  program = await builtProgram();
});

/** The command, for what starts it by itself. */
export function programPath(): string {
  return program;
}

/** Builds the command as it is shipped; once for all tests, until a source changes. */
async function builtProgram(): Promise<string> {
  const cache = path.join(root, 'node_modules/.cache/demarche-cli');
  const folder = path.join(cache, stampOf('server', 'grammar', 'client/build', 'package-lock.json'));
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(cache, { recursive: true });
    for (const name of fs.readdirSync(cache)) removeOld(path.join(cache, name));
    const aside = fs.mkdtempSync(path.join(cache, 'building-'));
    const options = bundles(true).find(({ entryPoints }) => 'demarche' in (entryPoints ?? {}));
    await build({ ...options, outdir: aside, absWorkingDir: root });
    // Another worker may have been faster; then this one is thrown away with the old ones.
    if (!fs.existsSync(folder)) fs.renameSync(aside, folder);
  }
  return path.join(folder, 'demarche.mjs');
}

/** Changes when a file in the folders does. */
function stampOf(...names: readonly string[]): string {
  let [newest, count] = [0, 0];
  for (const name of names) {
    const place = path.join(root, name);
    const inside = fs.statSync(place).isDirectory() ? fs.readdirSync(place, { recursive: true }) : ['.'];
    for (const file of inside) {
      newest = Math.max(newest, fs.statSync(path.join(place, String(file))).mtimeMs);
      count++;
    }
  }
  return `${Math.round(newest)}-${count}`;
}

/** What another run of the tests may still be using stays for an hour. */
function removeOld(folder: string): void {
  if (Date.now() - fs.statSync(folder).mtimeMs > 3_600_000)
    fs.rmSync(folder, { recursive: true, force: true });
}

afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true });
});

export interface Outcome {
  /** -1 where a signal ended it. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly bytes: Buffer;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder in the folder to run in. */
  readonly in?: string;
}

/** A folder with files in it, gone after the tests. */
export class TestFolder {
  readonly root = makeFolder('demarche-cli-');

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  path(name: string): string {
    return path.join(this.root, name);
  }

  write(name: string, content: string | Uint8Array): void {
    fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
    fs.writeFileSync(this.path(name), content);
  }

  read(name: string): string {
    return fs.readFileSync(this.path(name), 'utf8');
  }

  link(name: string, target: string): void {
    fs.symlinkSync(target, this.path(name));
  }

  /** Names of all files in it, in order. */
  names(): string[] {
    const entries = fs.readdirSync(this.root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.map((entry) => path.relative(this.root, path.join(entry.parentPath, entry.name))).sort();
  }

  start(args: readonly string[], { env = {}, in: inner = '.' }: RunOptions = {}) {
    const plain = { ...process.env, ...env };
    for (const name of ['FORCE_COLOR', 'NO_COLOR', 'DEMARCHE_DEBUG']) if (!(name in env)) delete plain[name];
    return spawn(process.execPath, [program, ...args], { cwd: this.path(inner), env: plain });
  }

  /** Runs the command in the folder. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    const child = this.start(args, options);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    // A command that needs no input may be gone before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        const bytes = Buffer.concat(out);
        resolve({ code: code ?? -1, out: bytes.toString(), err: Buffer.concat(err).toString(), bytes });
      });
    });
  }
}

function makeFolder(prefix: string): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), prefix)));
  made.push(folder);
  return folder;
}

export const CODEBOOK = `actors:
  russia: { name: Russia, kind: state, aka: [Moscow, the Kremlin] }
  us: { name: United States, kind: state, aka: [Washington] }
topics:
  enlargement: { name: Enlargement }
`;

/** A document without a mistake, that uses all of the codebook. */
export const SOUND = `---
title: Halfway
author: Wu Zhenglong
date: 2022-01-19
---

{@russia: Moscow} {demand #halt by=@russia to=@us topic=enlargement position=oppose: asks for a halt}.
`;

/** A document with one error, an actor that nobody knows. */
export const UNSOUND = SOUND.replace('@russia: Moscow', '@rusia: Moscow');
