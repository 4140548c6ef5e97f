/**
 * The files of a Git revision, behind the same interface as those of the disk. Git only looks things up (`rev-parse`, `ls-tree`,
 * `cat-file`): nothing of the repository runs, no filter, no hook, nothing is fetched, nothing is locked.
 */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { FileError, type FileKind, type FileSystem, type FolderEntry } from '../model/files.ts';
import { CommandError } from './failure.ts';
import { toLocation } from './paths.ts';

const run = promisify(execFile);

const QUIET = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
};

/** Lists of files of large repositories. */
const MAX_LIST = 1 << 28;

/** Runs Git in a folder. @returns what it wrote @throws CommandError with what it said */
async function git(cwd: string, args: readonly string[]): Promise<Buffer> {
  try {
    const { stdout } = await run('git', args, {
      cwd,
      env: { ...process.env, ...QUIET },
      encoding: 'buffer',
      maxBuffer: MAX_LIST,
    });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: Buffer };
    if (code === 'ENOENT') throw new CommandError('Git is not installed, or not on the path');
    throw new CommandError(
      stderr
        ?.toString()
        .trim()
        .replace(/^fatal: /, '') || `git ${args[0]} failed`,
    );
  }
}

/** A revision of the repository that a folder is in. */
export class GitFiles implements FileSystem {
  /** Objects by location. */
  readonly #objects = new Map<string, string>();
  readonly #folders = new Map<string, Map<string, FileKind>>();
  readonly #reader: ObjectReader;

  private constructor(
    /** Where the repository's files would lie on the disk. */
    readonly root: string,
    list: Buffer,
  ) {
    this.#reader = new ObjectReader(root);
    this.#folders.set(root, new Map());
    for (const line of list.toString().split('\0')) {
      const [, mode, object, path] = /^(\d+) blob ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
      // Links lead out of the revision, and other repositories are none of ours.
      if (mode?.startsWith('100') && object && path) this.#add(path, object);
    }
  }

  /**
   * Opens a revision.
   *
   * @param cwd a folder in the repository
   * @throws CommandError if it is in none, or there is no such revision
   */
  static async open(cwd: string, revision: string): Promise<GitFiles> {
    if (revision === '' || revision.startsWith('-')) throw new CommandError(`“${revision}” is no revision`);
    const root = (await git(cwd, ['rev-parse', '--show-toplevel'])).toString().replace(/\r?\n$/, '');
    const name = (await resolved(cwd, revision)).trim();
    return new GitFiles(toLocation(root, '.'), await git(root, ['ls-tree', '-r', '-z', '--full-tree', name]));
  }

  async stat(location: string): Promise<FileKind | null> {
    return this.#objects.has(location) ? 'file' : this.#folders.has(location) ? 'folder' : null;
  }

  async read(location: string): Promise<Uint8Array> {
    const object = this.#objects.get(location);
    if (object === undefined) throw new FileError('not-found', 'not found');
    return this.#reader.read(object);
  }

  async list(location: string): Promise<FolderEntry[]> {
    const entries = this.#folders.get(location);
    if (entries === undefined) throw new FileError('not-found', 'not found');
    return [...entries].map(([name, kind]) => ({ name, kind }));
  }

  /** Ends the Git that reads. */
  close(): void {
    this.#reader.close();
  }

  #add(path: string, object: string): void {
    this.#objects.set(`${this.root}/${path}`, object);
    let folder = this.root;
    const names = path.split('/');
    for (const [index, name] of names.entries()) {
      const isFile = index === names.length - 1;
      this.#folders.get(folder)?.set(name, isFile ? 'file' : 'folder');
      folder = `${folder}/${name}`;
      if (!isFile && !this.#folders.has(folder)) this.#folders.set(folder, new Map());
    }
  }
}

async function resolved(cwd: string, revision: string): Promise<string> {
  try {
    return (await git(cwd, ['rev-parse', '--verify', '--quiet', `${revision}^{tree}`])).toString();
  } catch {
    throw new CommandError(`“${revision}” is no revision of this repository`);
  }
}

/** One `git cat-file --batch`: a process for thousands of files would cost more than the files. */
class ObjectReader {
  readonly #cwd: string;
  #child: ReturnType<typeof spawn> | null = null;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }[] = [];

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  read(object: string): Promise<Uint8Array> {
    const child = this.#child ?? this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      child.stdin?.write(`${object}\n`);
    });
  }

  close(): void {
    this.#child?.stdin?.end();
    this.#child = null;
  }

  #start() {
    const child = spawn('git', ['cat-file', '--batch'], {
      cwd: this.#cwd,
      env: { ...process.env, ...QUIET },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#child = child;
    const fail = () => {
      for (const { reject } of this.#waiting.splice(0))
        reject(new FileError('other', 'Git could not read it'));
    };
    child.on('error', fail);
    child.on('close', fail);
    child.stdin.on('error', fail);
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    return child;
  }

  /** Answers come in the order of the questions: `object type size`, the bytes, a line feed. */
  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    for (;;) {
      const lineEnd = this.#received.indexOf(10);
      if (lineEnd < 0) return;
      const size = Number(/ blob (\d+)$/.exec(this.#received.toString('latin1', 0, lineEnd))?.[1] ?? -1);
      if (size >= 0 && this.#received.length < lineEnd + 1 + size + 1) return;
      const reader = this.#waiting.shift();
      if (size < 0) reader?.reject(new FileError('other', 'is not in this copy of the repository'));
      else reader?.resolve(Uint8Array.from(this.#received.subarray(lineEnd + 1, lineEnd + 1 + size)));
      this.#received = this.#received.subarray(size < 0 ? lineEnd + 1 : lineEnd + 1 + size + 1);
    }
  }
}
