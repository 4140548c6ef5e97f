/** The codebooks that documents follow, each read once and put into the workspace. */
import { decodeText, type FileSystem } from '../model/files.ts';
import { folderOf } from '../model/location.ts';
import { CODEBOOK_NAME, type CodebookFile, type Workspace } from '../model/workspace.ts';

export class Codebooks {
  readonly #files: FileSystem;
  readonly #workspace: Workspace;
  readonly #fail: (location: string, error: unknown) => void;
  readonly #known = new Map<string, Promise<CodebookFile | null>>();

  /** @param fail is told of a codebook that can't be read */
  constructor(files: FileSystem, workspace: Workspace, fail: (location: string, error: unknown) => void) {
    this.#files = files;
    this.#workspace = workspace;
    this.#fail = fail;
  }

  /** The codebook at a location; null if there is none, or none that can be read. */
  at(location: string): Promise<CodebookFile | null> {
    let codebook = this.#known.get(location);
    if (codebook === undefined) {
      codebook = this.#read(location);
      this.#known.set(location, codebook);
    }
    return codebook;
  }

  in(folder: string): Promise<CodebookFile | null> {
    return this.at(`${folder}/${CODEBOOK_NAME}`);
  }

  /** The nearest codebook from a folder upwards. */
  async above(folder: string): Promise<CodebookFile | null> {
    for (let inner = folder; ; inner = folderOf(inner)) {
      const codebook = await this.in(inner);
      if (codebook !== null || !inner.includes('/')) return codebook;
    }
  }

  async #read(location: string): Promise<CodebookFile | null> {
    try {
      if ((await this.#files.stat(location)) === null) return null;
      return this.#workspace.setCodebook(location, decodeText(await this.#files.read(location)));
    } catch (error) {
      this.#fail(location, error);
      return null;
    }
  }
}
