/** A file system that is nowhere but in memory, as an extension for a repository on the web would bring one. */
import * as vscode from 'vscode';

/** Files by path; folders are what stands before a `/` in one of them. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #files: Map<string, Uint8Array>;
  readonly onDidChangeFile = this.#changed.event;

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    const bytes = (text: string | Uint8Array) =>
      typeof text === 'string' ? new TextEncoder().encode(text) : text;
    this.#files = new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)]));
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const bytes = this.#files.get(path);
    if (bytes) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length };
    if (this.#below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const entries = new Map<string, vscode.FileType>();
    for (const inner of this.#below(path)) {
      const [name = '', ...rest] = inner.split('/');
      entries.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    if (entries.size === 0) throw vscode.FileSystemError.FileNotFound(path);
    return [...entries];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const bytes = this.#files.get(path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {
    // A folder is there as soon as something is in it.
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions('Nothing is renamed here.');
  }

  /** The paths of the files in a folder and the folders in it, from the folder on. */
  #below(path: string): string[] {
    const start = path.endsWith('/') ? path : `${path}/`;
    return [...this.#files.keys()]
      .filter((each) => each.startsWith(start))
      .map((each) => each.slice(start.length));
  }
}
