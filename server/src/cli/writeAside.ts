/**
 * Files are written whole or not at all: under another name in the same folder, put on the disk, then renamed.
 * Whatever interrupts that, the file that was there stays as it was, and nothing stays beside it.
 */
import { randomBytes } from 'node:crypto';
import { constants, renameSync, unlinkSync } from 'node:fs';
import {
  access,
  type FileHandle,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode, reasonOf } from '../files/reasons.ts';
import { CommandError } from './failure.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Names of files that are not whole yet. */
const unfinished = new Set<string>();

/** A file that is being written. */
export interface FileSink {
  /** Writes text as UTF-8, or bytes as they are. Resolves when more can be taken. */
  write(content: string | Uint8Array): Promise<void>;
}

export interface WriteOptions {
  /** Whether a file that is there may be replaced. */
  readonly replaces: boolean;
}

/** A file that can't be written. `reason` can follow its name and a colon. */
export class WriteError extends CommandError {
  constructor(
    path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
    this.name = 'WriteError';
  }
}

/**
 * Writes a file by what `fill` writes. Its folder is made if it isn't there. What is no regular file (a pipe,
 * /dev/null) is written to as it is.
 *
 * @throws WriteError
 */
export async function writeFileAside(
  path: string,
  { replaces }: WriteOptions,
  fill: (sink: FileSink) => Promise<void>,
): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const before = await existing(path);
    if (before?.isDirectory()) throw new WriteError(path, 'is a folder');
    if (before && !replaces) throw new WriteError(path, 'exists already (--force replaces it)');
    if (before && !before.isFile()) await fillFile(await open(path, 'w'), fill);
    // A link stays one: the file that it leads to is replaced.
    else await replaceFile(before ? await realpath(path) : path, before?.mode, fill);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    throw new WriteError(path, reasonOf(error));
  }
}

async function existing(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function replaceFile(
  path: string,
  mode = 0o666,
  fill: (sink: FileSink) => Promise<void>,
): Promise<void> {
  const aside = asideOf(path);
  // Before there is a file: a signal may come as soon as there is one.
  beginUnfinished(aside);
  try {
    await fillFile(await open(aside, 'wx', mode & 0o777), fill);
    await rename(aside, path);
  } catch (error) {
    await unlink(aside).catch(() => {});
    throw error;
  } finally {
    endUnfinished(aside);
  }
}

/** A name beside a file that nobody has. */
function asideOf(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** New content for a file that is there. */
export interface Replacement {
  readonly path: string;
  /** What was read from it; what it holds by now must be the same. */
  readonly before: string;
  readonly after: string;
}

/**
 * Replaces several files: first all are written aside, and if one can't be, none is replaced; then all take their
 * places, at once as far as a disk can. Each is whole at any moment.
 *
 * @throws WriteError
 */
export async function replaceTogether(replacements: readonly Replacement[]): Promise<void> {
  const ready: { readonly path: string; readonly place: string; readonly aside: string }[] = [];
  try {
    for (const { path, before, after } of replacements) {
      try {
        const place = await realpath(path);
        if ((await readFile(place, 'utf8')) !== before)
          throw new WriteError(path, 'has changed in the meantime');
        await access(place, constants.W_OK);
        const aside = asideOf(place);
        beginUnfinished(aside);
        ready.push({ path, place, aside });
        const { mode } = await stat(place);
        await fillFile(await open(aside, 'wx', mode & 0o777), (sink) => sink.write(after));
      } catch (error) {
        const reason = error instanceof WriteError ? error.reason : reasonOf(error);
        throw new WriteError(path, `${reason}. Nothing was changed in any file.`);
      }
    }
    takePlaces(ready);
  } finally {
    // Those that have taken their places are gone from here.
    for (const { aside } of ready) {
      await unlink(aside).catch(() => {});
      endUnfinished(aside);
    }
  }
}

/** Without a pause, so that no signal comes in between. */
function takePlaces(
  ready: readonly { readonly path: string; readonly place: string; readonly aside: string }[],
): void {
  for (const [index, { path, place, aside }] of ready.entries()) {
    try {
      renameSync(aside, place);
    } catch (error) {
      const done = ready.slice(0, index).map((each) => each.path);
      const word = done.length === 0 ? 'Nothing was changed.' : `Changed before that: ${done.join(', ')}.`;
      throw new WriteError(path, `${reasonOf(error)}. ${word}`);
    }
  }
}

async function fillFile(file: FileHandle, fill: (sink: FileSink) => Promise<void>): Promise<void> {
  try {
    await fill({ write: (content) => file.writeFile(content) });
    await file.sync().catch((error) => {
      // Pipes and devices have no disk to be put on.
      if (errorCode(error) !== 'EINVAL' && errorCode(error) !== 'ENOTSUP') throw error;
    });
  } finally {
    await file.close();
  }
}

function beginUnfinished(path: string): void {
  if (unfinished.size === 0) for (const signal of SIGNALS) process.once(signal, abandon);
  unfinished.add(path);
}

function endUnfinished(path: string): void {
  unfinished.delete(path);
  if (unfinished.size === 0) for (const signal of SIGNALS) process.off(signal, abandon);
}

/** Takes away what is not whole: the program is about to end. */
export function abandonUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // Gone already.
    }
  }
}

/** Takes away what is not whole, then lets the signal do what it would have done. */
function abandon(signal: NodeJS.Signals): void {
  abandonUnfinished();
  for (const each of SIGNALS) process.off(each, abandon);
  process.kill(process.pid, signal);
}
