/** Reading many files in the background: several at a time, with progress that can be cancelled. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Found } from '../model/discovery.ts';
import { breathe } from './longWork.ts';

/** More at a time would only fill memory. */
const READERS = 16;

/** How long other requests may have to wait, in milliseconds. */
const PIECE = 10;

/** How long between two words on how far it is, in milliseconds. */
const BETWEEN_REPORTS = 200;

/**
 * Reads what walks come upon, each file once, until it is stopped. A file or folder that fails is reported, and the
 * rest goes on.
 *
 * @returns the files that were come upon
 */
export async function readFound(
  walks: readonly AsyncIterator<Found>[],
  read: (location: string) => Promise<void>,
  report: (location: string, error: unknown) => void,
  isStopped: () => boolean,
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const failed = new Set<string>();
  let lastBreath = performance.now();
  const reader = async (walk: AsyncIterator<Found>) => {
    for (;;) {
      if (isStopped()) return;
      const { done, value: found } = await walk.next().catch((error: unknown) => {
        report('workspace', error);
        return { done: true, value: undefined } as const;
      });
      if (done) return;
      if (found.kind === 'unreadable') {
        if (!failed.has(found.location)) report(found.location, found.error);
        failed.add(found.location);
      } else if (!seen.has(found.location)) {
        seen.add(found.location);
        await read(found.location).catch((error: unknown) => report(found.location, error));
      }
      if (performance.now() - lastBreath > PIECE) {
        await breathe();
        lastBreath = performance.now();
      }
    }
  };
  for (const walk of walks) await Promise.all(Array.from({ length: READERS }, () => reader(walk)));
  return seen;
}

/** Tells the client how far reading is, if it wants to be told. Reading does not wait for its answer. */
export class LoadProgress {
  #reporter: WorkDoneProgressServerReporter | null = null;
  #count = 0;
  #reported = performance.now();
  #ended = false;

  constructor(connection: Connection) {
    connection.window.createWorkDoneProgress().then(
      (reporter) => {
        reporter.begin('Reading documents', undefined, undefined, true);
        if (this.#ended) reporter.done();
        else this.#reporter = reporter;
      },
      (error: Error) => connection.console.warn(`progress: ${error.message}`),
    );
  }

  get isCancelled(): boolean {
    return this.#reporter?.token.isCancellationRequested === true;
  }

  /** After each file. */
  step(): void {
    this.#count++;
    const now = performance.now();
    if (this.#reporter === null || now - this.#reported < BETWEEN_REPORTS) return;
    this.#reported = now;
    this.#reporter.report(`${this.#count} files`);
  }

  end(): void {
    this.#ended = true;
    this.#reporter?.done();
  }
}
