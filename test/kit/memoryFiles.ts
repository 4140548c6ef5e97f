/** Files of a test, by location; those whose text is an error fail to be read. */
import { FileError, type FileSystem } from '../../server/src/model/files.ts';

export class MemoryFiles implements FileSystem {
  /** Every file that was read, in order. */
  readonly reads: string[] = [];
  /** How many reads were under way at once, at most. */
  mostAtOnce = 0;
  /** Called before each read: what it returns is waited for. */
  beforeRead: (location: string) => Promise<void> | void = () => {};
  readonly #texts: Map<string, string | Uint8Array | Error>;
  #atOnce = 0;

  constructor(texts: Readonly<Record<string, string | Uint8Array | Error>>) {
    this.#texts = new Map(Object.entries(texts));
  }

  set(location: string, text: string | Error | null): void {
    if (text === null) this.#texts.delete(location);
    else this.#texts.set(location, text);
  }

  async stat(location: string): Promise<'file' | 'folder' | null> {
    if (this.#texts.has(location)) return 'file';
    return [...this.#texts.keys()].some((each) => each.startsWith(`${location}/`)) ? 'folder' : null;
  }

  async read(location: string): Promise<Uint8Array> {
    const text = this.#texts.get(location);
    if (text === undefined) throw new FileError('not-found', 'not found');
    this.reads.push(location);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    try {
      await this.beforeRead(location);
      if (text instanceof Error) throw text;
      return typeof text === 'string' ? new TextEncoder().encode(text) : text;
    } finally {
      this.#atOnce--;
    }
  }

  async list(location: string) {
    const kinds = new Map<string, 'file' | 'folder'>();
    for (const each of this.#texts.keys()) {
      if (!each.startsWith(`${location}/`)) continue;
      const [name = '', ...below] = each.slice(location.length + 1).split('/');
      kinds.set(name, below.length > 0 ? 'folder' : 'file');
    }
    return [...kinds].map(([name, kind]) => ({ name, kind }));
  }
}
