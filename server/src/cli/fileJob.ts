/** A file as it is handed to a thread, and what becomes of it. All of it is plain data. */

import { nodeFiles } from '../files/nodeFiles.ts';
import { reasonOf } from '../files/reasons.ts';
import type { DocumentModel } from '../model/document.ts';
import { decodeText, type FileSystem } from '../model/files.ts';
import { folderOf } from '../model/location.ts';
import { Workspace } from '../model/workspace.ts';
import { Codebooks } from './codebooks.ts';
import { shownPath } from './paths.ts';
import type { Run } from './run.ts';
import type { Target } from './targets.ts';

export interface FileJob extends Target {
  /** What standard input gave; null for what is read from the disk. */
  readonly text: string | null;
}

/** What can't be read or written: its name, and why. */
export type Failure = readonly [name: string, reason: string];

/** The jobs of targets. Standard input is read here: it can be read once. */
export async function jobsOf(run: Run, targets: readonly Target[]): Promise<FileJob[]> {
  const jobs: FileJob[] = [];
  for (const target of targets) {
    try {
      jobs.push({ ...target, text: target.isInput ? decodeText(await run.readInput()) : null });
    } catch (error) {
      run.failNamed(target.path, reasonOf(error));
    }
  }
  return jobs;
}

/** Jobs of so many files are one message: few enough to spread the work, enough to make messages cheap. */
const FILES_AT_ONCE = 32;

/** Jobs in the portions in which threads get them. @param sizeOf a portion with more than a million of it ends */
export function* portionsOf<T>(jobs: Iterable<T>, sizeOf: (job: T) => number = () => 0): Generator<T[]> {
  let portion: T[] = [];
  let size = 0;
  for (const job of jobs) {
    portion.push(job);
    size += sizeOf(job);
    if (portion.length < FILES_AT_ONCE && size < 1_000_000) continue;
    yield portion;
    portion = [];
    size = 0;
  }
  if (portion.length > 0) yield portion;
}

/** A workspace that documents come into and leave, with the codebooks that they follow, which stay. */
export class Shelf {
  readonly workspace = new Workspace();
  readonly codebooks: Codebooks;
  readonly #cwd: string;
  readonly #files: FileSystem = nodeFiles;
  #failures: Failure[] = [];

  constructor(cwd: string) {
    this.#cwd = cwd;
    this.codebooks = new Codebooks(this.#files, this.workspace, (location, error) =>
      this.#failures.push([shownPath(cwd, location), reasonOf(error)]),
    );
  }

  /** The texts of jobs, read all at once, so that none waits for the disk alone. */
  async *texts(jobs: readonly FileJob[]): AsyncGenerator<{ job: FileJob; text: string | Error }> {
    const reads = jobs.map(async (job): Promise<Uint8Array | string | Error> => {
      try {
        return job.text ?? (await this.#files.read(job.location));
      } catch (error) {
        return error as Error;
      }
    });
    for (const [index, job] of jobs.entries()) {
      const read = (await reads[index]) as Uint8Array | string | Error;
      yield { job, text: read instanceof Uint8Array ? decoded(read) : read };
    }
  }

  /** Puts documents in, after their codebooks. @returns one by one what became of them; what failed is noted */
  async *put(jobs: readonly FileJob[]): AsyncGenerator<{ job: FileJob; document: DocumentModel | null }> {
    for await (const { job, text } of this.texts(jobs)) {
      if (text instanceof Error) {
        this.#failures.push([job.path, reasonOf(text)]);
        yield { job, document: null };
        continue;
      }
      await this.codebooks.above(folderOf(job.location));
      const document = this.workspace.setDocument(job.location, text);
      if (!(await this.followsNamed(document))) {
        const named = document.head.codebook?.value;
        this.#failures.push([job.path, `the codebook that its head names, ${named}, can’t be read`]);
      }
      yield { job, document };
    }
  }

  /** Puts documents in that nobody asked for: one that can't be read defines nothing. */
  async putBeside(locations: readonly string[]): Promise<void> {
    const jobs = locations
      .filter((location) => this.workspace.document(location) === null)
      .map((location) => jobBeside(location, shownPath(this.#cwd, location)));
    const noted = this.#failures.length;
    for await (const _ of this.put(jobs));
    this.#failures.length = noted;
  }

  /** Reads the codebook that a document's head names. @returns whether it is there, or none is named */
  async followsNamed(document: DocumentModel): Promise<boolean> {
    const named = this.workspace.missingCodebook(document);
    return named === null || (await this.codebooks.at(named)) !== null;
  }

  /** What failed since it was asked last. */
  takeFailures(): Failure[] {
    const failures = this.#failures;
    this.#failures = [];
    return failures;
  }

  /** Takes all documents out again. */
  clear(): void {
    for (const location of [...this.workspace.documents.keys()]) this.workspace.removeDocument(location);
    this.workspace.setIdsElsewhere([]);
  }
}

/** The job of a document that nobody asked for. */
export function jobBeside(location: string, path: string): FileJob {
  return { kind: 'document', location, path, isInput: false, isNamed: false, text: null };
}

function decoded(bytes: Uint8Array): string | Error {
  try {
    return decodeText(bytes);
  } catch (error) {
    return error as Error;
  }
}
