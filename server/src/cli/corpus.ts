/** The files of a command, read into a workspace: documents, their codebooks, and the neighbours they refer to. */

import { reasonOf } from '../files/reasons.ts';
import { Discovery } from '../model/discovery.ts';
import type { DocumentModel } from '../model/document.ts';
import { decodeText, type FileSystem } from '../model/files.ts';
import { folderOf } from '../model/location.ts';
import { Workspace } from '../model/workspace.ts';
import { Codebooks } from './codebooks.ts';
import { mapConcurrently } from './concurrent.ts';
import { type FileJob, jobBeside } from './fileJob.ts';
import type { Run } from './run.ts';
import { findTargets, type Target, type TargetOptions } from './targets.ts';

/** Files read at once: enough to keep the disk busy, far from any limit on open files. */
const READS_AT_ONCE = 32;

/** A document that was asked for. */
export interface LoadedDocument {
  readonly target: Target;
  readonly document: DocumentModel;
}

/** What became of a target. */
interface Loading {
  readonly target: Target;
  readonly document: DocumentModel | null;
  /** Why it, or the codebook that it names, can't be read; null if all is well. */
  readonly reason: string | null;
}

export class Corpus {
  readonly workspace = new Workspace();
  readonly codebooks: Codebooks;
  readonly #discovery: Discovery;
  readonly #run: Run;
  readonly #files: FileSystem;

  /** @param files where documents and codebooks lie, if not on the disk */
  constructor(run: Run, files: FileSystem = run.files) {
    this.#run = run;
    this.#files = files;
    this.codebooks = new Codebooks(files, this.workspace, (location, error) => run.fail(location, error));
    this.#discovery = new Discovery(files, async (folder) => {
      return (await this.codebooks.in(folder))?.codebook.lint ?? null;
    });
  }

  /** The documents and codebooks that paths stand for; see findTargets. */
  find(paths: readonly string[], options: TargetOptions): Promise<Target[]> {
    return findTargets(this.#run, this.#discovery, paths, options, 'all');
  }

  /** The documents that paths stand for. */
  findDocuments(paths: readonly string[], options: TargetOptions): Promise<Target[]> {
    return findTargets(this.#run, this.#discovery, paths, options, 'documents');
  }

  /** The documents in a folder: what a walk comes upon. */
  async *documentsIn(folder: string): AsyncGenerator<string> {
    for await (const found of this.#discovery.walk(folder)) {
      if (found.kind === 'document') yield found.location;
      else if (found.kind === 'unreadable') this.#run.fail(found.location, found.error);
    }
  }

  /** The text of a target; null if it can't be read, which is noted. */
  async read(target: Target): Promise<string | null> {
    try {
      return await this.#textOf(target);
    } catch (error) {
      this.#run.failNamed(target.path, reasonOf(error));
      return null;
    }
  }

  async #textOf({ location, isInput }: Target): Promise<string> {
    return decodeText(isInput ? await this.#run.readInput() : await this.#files.read(location));
  }

  /** Reads documents with the codebooks that they follow. Those that can't be read are noted and left out. */
  async load(targets: readonly Target[]): Promise<LoadedDocument[]> {
    const results = await mapConcurrently(targets, READS_AT_ONCE, (target) => this.#loadTarget(target));
    // Noted in the order of the paths, not in that in which the disk answered.
    for (const { target, reason } of results) if (reason !== null) this.#run.failNamed(target.path, reason);
    return results.flatMap(({ target, document }) => (document === null ? [] : [{ target, document }]));
  }

  async #loadTarget(target: Target): Promise<Loading> {
    try {
      return { target, ...(await this.#put(target.location, await this.#textOf(target))) };
    } catch (error) {
      return { target, document: null, reason: reasonOf(error) };
    }
  }

  /** Puts a document into the workspace, after its codebook. */
  async #put(location: string, text: string): Promise<{ document: DocumentModel; reason: string | null }> {
    await this.codebooks.above(folderOf(location));
    const document = this.workspace.setDocument(location, text);
    const named = this.workspace.missingCodebook(document);
    if (named === null || (await this.codebooks.at(named)) !== null) return { document, reason: null };
    return {
      document,
      reason: `the codebook that its head names, ${document.head.codebook?.value}, can’t be read`,
    };
  }

  /**
   * Reads documents and codebooks with all others that follow the same codebooks (without one, that lie in the same
   * folder). What can't be read is noted: all of them are needed.
   */
  async loadWithNeighbours(targets: readonly Target[]): Promise<void> {
    const loaded = await this.load(targets.filter(({ kind }) => kind === 'document'));
    const homes = new Map<string, 'deep' | 'flat'>();
    for (const { kind, location } of targets) {
      if (kind !== 'codebook') continue;
      await this.codebooks.at(location);
      homes.set(folderOf(location), 'deep');
    }
    this.#addHomes(
      loaded.map(({ document }) => document),
      homes,
    );
    for (const [folder, depth] of homes) await this.load(await this.#unknownIn(folder, depth));
  }

  /** Reads the others of the same codebooks (or folder). Nobody asked for those: what can't be read is passed over. */
  async loadNeighbours(documents: readonly DocumentModel[]): Promise<void> {
    const homes = new Map<string, 'deep' | 'flat'>();
    this.#addHomes(documents, homes);
    for (const [folder, depth] of homes) {
      const jobs = await this.#unknownIn(folder, depth);
      await mapConcurrently(jobs, READS_AT_ONCE, (job) => this.#loadTarget(job));
    }
  }

  /** Adds the folders in which those lie that share a codebook with documents; without one, their own. */
  #addHomes(documents: readonly DocumentModel[], homes: Map<string, 'deep' | 'flat'>): void {
    for (const document of documents) {
      const codebook = this.workspace.codebookOf(document);
      if (codebook !== null) homes.set(folderOf(codebook.location), 'deep');
      else if (!homes.has(folderOf(document.location))) homes.set(folderOf(document.location), 'flat');
    }
  }

  #unknownIn(folder: string, depth: 'deep' | 'flat'): Promise<FileJob[]> {
    return this.unknownIn(folder, depth, (each) => this.workspace.document(each) !== null);
  }

  /** The documents in a folder that are not known yet. What can't be listed is passed over: nobody asked for it. */
  async unknownIn(
    folder: string,
    depth: 'deep' | 'flat',
    isKnown: (location: string) => boolean,
  ): Promise<FileJob[]> {
    const jobs: FileJob[] = [];
    for await (const { kind, location } of this.#discovery.walk(folder, depth)) {
      if (kind !== 'document' || isKnown(location)) continue;
      jobs.push(jobBeside(location, this.#run.shown(location)));
    }
    return jobs;
  }

  /** The documents that refer to documents that are not known, as the same coder's. */
  withUnknownReferences(documents: readonly DocumentModel[]): DocumentModel[] {
    return documents.filter((document) => {
      for (const key of document.usedKeys()) {
        if (key.startsWith('document:') && !this.#isKnown(key.slice('document:'.length), document.coder))
          return true;
      }
      return false;
    });
  }

  #isKnown(id: string, coder: string): boolean {
    for (const document of this.workspace.documentsWithId(id)) if (document.coder === coder) return true;
    return false;
  }
}
