/** Waits for changes of files, and works again at each. */
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { reasonOf } from '../files/reasons.ts';
import { DOCUMENT_ENDING, IGNORE_FILE } from '../model/discovery.ts';
import { CommandError } from './failure.ts';
import type { Run } from './run.ts';

/** Editors write a file in several steps, and Git changes many: what comes within this time is one change. ms */
const QUIET = 100;

/**
 * Works, and again after each change below the folders or of the files that paths name, until ctrl-c. A glob is watched
 * from the working folder.
 */
export async function watchFiles(
  run: Run,
  paths: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const watchers = await Promise.all((paths.length > 0 ? paths : ['.']).map((path) => watcherOf(path)));
  await new Promise<void>((resolve, reject) => {
    let timer: NodeJS.Timeout | null = null;
    let isWorking = false;
    let isStale = false;
    const again = async () => {
      isWorking = true;
      do {
        isStale = false;
        try {
          await work();
        } catch (error) {
          reject(error);
          return;
        }
      } while (isStale);
      isWorking = false;
    };
    for (const watcher of watchers) {
      watcher.on('error', reject);
      watcher.on('change', (_, name) => {
        if (name !== null && !matters(String(name))) return;
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(() => {
          if (isWorking) isStale = true;
          else void again();
        }, QUIET);
      });
    }
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    void again();
  }).finally(() => {
    for (const watcher of watchers) watcher.close();
  });
  run.exitCode = 0;
}

async function watcherOf(path: string): Promise<FSWatcher> {
  const kind = await stat(path).catch(() => null);
  try {
    return watch(kind === null ? '.' : path, { recursive: kind === null || kind.isDirectory() });
  } catch (error) {
    throw new CommandError(`${path}: can’t be watched: ${reasonOf(error)}`);
  }
}

/** Whether a change of a file can change what is found. */
function matters(name: string): boolean {
  return name.endsWith(DOCUMENT_ENDING) || /\.ya?ml$/i.test(name) || name.endsWith(IGNORE_FILE);
}
