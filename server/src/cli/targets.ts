/** From the paths of a command line to files: names, folders, globs, standard input, lists of names. */
import { isAbsolute } from 'node:path';
import type { Command } from 'commander';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type Discovery, DOCUMENT_ENDING } from '../model/discovery.ts';
import { decodeText } from '../model/files.ts';
import { nameOf } from '../model/location.ts';
import { CODEBOOK_NAME } from '../model/workspace.ts';
import { CommandError } from './failure.ts';
import { shownPath, toLocation } from './paths.ts';
import type { Run } from './run.ts';

/** A file to work on. */
export interface Target {
  readonly kind: 'document' | 'codebook';
  readonly location: string;
  /** As the user is told of it. */
  readonly path: string;
  readonly isInput: boolean;
  /** Whether the user named this file, not a folder or a glob. */
  readonly isNamed: boolean;
}

export interface TargetOptions {
  readonly filesFrom?: string;
  readonly stdinFilename?: string;
}

/** The options that say where files come from, and a word on the paths. */
export function addTargetOptions(command: Command): Command {
  return command
    .option('--files-from <file>', 'take paths from a file, one a line (- for standard input)')
    .option('--stdin-filename <path>', 'where the text of standard input belongs: its name and its codebook')
    .addHelpText(
      'after',
      `
Paths are files, folders (all *.demarche in them), globs, or - for standard
input. In folders and globs, .gitignore and the codebook’s include and exclude
are honoured, and names that start with a dot and links to folders are passed
over. A file that is named is always taken.`,
    );
}

/**
 * All targets of a command line, each once, in the order of the paths. What is not there is noted as failed.
 *
 * @param wanted whether codebooks are targets too
 */
export async function findTargets(
  run: Run,
  discovery: Discovery,
  paths: readonly string[],
  options: TargetOptions,
  wanted: 'all' | 'documents',
): Promise<Target[]> {
  const finder = new TargetFinder(run, discovery, options, wanted);
  const readsList = options.filesFrom === '-';
  if (readsList && paths.includes('-')) {
    throw new CommandError('standard input is either a text or a list of files, not both');
  }
  for (const path of paths) await finder.add(path, true);
  if (options.filesFrom !== undefined) {
    for (const path of await listedPaths(run, options.filesFrom)) await finder.add(path, false);
  }
  return finder.targets;
}

/** The paths in a list: one a line, or, where there is a NUL, between NULs. */
export async function listedPaths(run: Run, file: string): Promise<string[]> {
  try {
    const bytes = file === '-' ? await run.readInput() : await run.files.read(toLocation(run.cwd, file));
    const text = decodeText(bytes).replace(/^\uFEFF/, '');
    return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '');
  } catch (error) {
    throw new CommandError(`--files-from ${file}: ${error instanceof Error ? error.message : error}`);
  }
}

class TargetFinder {
  readonly targets: Target[] = [];
  readonly #seen = new Set<string>();
  readonly #run: Run;
  readonly #discovery: Discovery;
  readonly #options: TargetOptions;
  readonly #wanted: 'all' | 'documents';

  constructor(run: Run, discovery: Discovery, options: TargetOptions, wanted: 'all' | 'documents') {
    this.#run = run;
    this.#discovery = discovery;
    this.#options = options;
    this.#wanted = wanted;
  }

  /** @param mayBePattern whether what is no file may be a glob, and `-` standard input */
  async add(path: string, mayBePattern: boolean): Promise<void> {
    if (path === '-' && mayBePattern) return this.#addInput();
    const location = toLocation(this.#run.cwd, path);
    try {
      const kind = await this.#run.files.stat(location);
      if (kind === 'folder') await this.#addFolder(location);
      else if (kind === null && mayBePattern && isDynamicPattern(path)) await this.#addMatches(path);
      else if (kind === null) this.#run.failNamed(path, 'not found');
      else this.#addFile(location, true);
    } catch (error) {
      this.#run.fail(location, error);
    }
  }

  #addInput(): void {
    const { stdinFilename } = this.#options;
    const location = toLocation(this.#run.cwd, stdinFilename ?? `stdin${DOCUMENT_ENDING}`);
    const path = stdinFilename === undefined ? '<stdin>' : shownPath(this.#run.cwd, location);
    this.#push({ kind: kindOf(location), location, path, isInput: true, isNamed: true });
  }

  async #addFolder(folder: string): Promise<void> {
    let count = 0;
    for await (const found of this.#discovery.walk(folder)) {
      if (found.kind === 'codebook' && this.#wanted === 'documents') continue;
      count++;
      if (found.kind === 'unreadable') this.#run.fail(found.location, found.error);
      else this.#addFile(found.location, false);
    }
    if (count === 0)
      this.#run.fail(folder, new Error(`no ${DOCUMENT_ENDING} files in it (ignored ones don’t count)`));
  }

  async #addMatches(pattern: string): Promise<void> {
    const root = toLocation(this.#run.cwd, fixedPartOf(pattern));
    const found = await glob(pattern, {
      cwd: this.#run.cwd,
      absolute: true,
      expandDirectories: false,
      followSymbolicLinks: false,
    });
    let count = 0;
    for (const path of found.sort()) {
      const location = toLocation(this.#run.cwd, path);
      const name = nameOf(location);
      const isWanted = name.endsWith(DOCUMENT_ENDING) || (name === CODEBOOK_NAME && this.#wanted === 'all');
      if (!isWanted || !(await this.#discovery.reaches(root, location))) continue;
      count++;
      this.#addFile(location, false);
    }
    if (count === 0) this.#run.failNamed(pattern, 'no file matches (ignored ones don’t count)');
  }

  #addFile(location: string, isNamed: boolean): void {
    const path = shownPath(this.#run.cwd, location);
    this.#push({ kind: kindOf(location), location, path, isInput: false, isNamed });
  }

  #push(target: Target): void {
    if (this.#seen.has(target.location)) return;
    this.#seen.add(target.location);
    if (target.kind === 'codebook' && this.#wanted === 'documents') {
      this.#run.failNamed(target.path, 'is a codebook, not a document');
      return;
    }
    this.targets.push(target);
  }
}

function kindOf(location: string): Target['kind'] {
  return /\.ya?ml$/i.test(location) ? 'codebook' : 'document';
}

/** The folders of a glob before its first pattern. */
function fixedPartOf(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  const fixed = parts.slice(0, first < 0 ? -1 : first).join('/');
  return fixed === '' && isAbsolute(pattern) ? '/' : fixed || '.';
}
