/**
 * Files that are not open: found when the workspace opens, read in the background, read again when they change.
 * An open file is as the editor has it, whatever stands on disk.
 */
import { readCodebook } from '../codebook/index.ts';
import { Discovery, DOCUMENT_ENDING } from '../model/discovery.ts';
import { decodeText, FileError, type FileSystem } from '../model/files.ts';
import { folderOf } from '../model/location.ts';
import { CODEBOOK_NAME } from '../model/workspace.ts';
import type { Session } from './session.ts';
import { isCodebook } from './synchronization.ts';

export class Files {
  readonly #session: Session;
  readonly #files: FileSystem | null;
  readonly #changed: () => void;
  /** Codebooks that an open document follows, though no walk comes upon them. */
  readonly #followed = new Set<string>();
  /** Goes up at each load: an older one that is still under way stops. */
  #load = 0;

  constructor(session: Session, files: FileSystem | null, changed: () => void) {
    this.#session = session;
    this.#files = files;
    this.#changed = changed;
  }

  /** Reads all documents and codebooks of the workspace's folders, and forgets those that are in none. */
  async loadAll(): Promise<void> {
    const load = ++this.#load;
    const { roots, workspace } = this.#session;
    const isInside = (location: string) => roots.some((root) => location.startsWith(`${root}/`));
    for (const location of [...workspace.documents.keys(), ...workspace.codebooks.keys()]) {
      if (!isInside(location) && !this.#followed.has(location)) this.#forget(location);
    }
    for (const root of roots) {
      for await (const found of this.#discovery().walk(root)) {
        if (load !== this.#load) return;
        if (found.kind === 'unreadable') this.#report(found.location, found.error);
        else await this.reload(found.location);
      }
    }
    this.#changed();
  }

  /** Reads the codebooks that an open document may follow: upwards from it, left out by others or not. */
  async loadCodebooksOf(location: string): Promise<void> {
    const { workspace } = this.#session;
    const candidates: string[] = [];
    for (let folder = folderOf(location); folder.includes('/'); folder = folderOf(folder)) {
      candidates.push(`${folder}/${CODEBOOK_NAME}`);
    }
    const document = workspace.document(location);
    const named = document && workspace.missingCodebook(document);
    if (named) candidates.push(named);
    let changed = false;
    for (const candidate of candidates) {
      if (workspace.codebooks.has(candidate)) continue;
      const text = await this.#files?.read(candidate).then(decodeText, () => null);
      if (typeof text !== 'string' || workspace.codebooks.has(candidate)) continue;
      this.#followed.add(candidate);
      workspace.setCodebook(candidate, text);
      changed = true;
    }
    if (changed) this.#changed();
  }

  /** Looks at files again that changed, appeared or went. */
  async changed(locations: readonly string[]): Promise<void> {
    for (const location of locations) await this.reload(location);
    this.#changed();
  }

  /** Takes one file as it stands on disk; forgets it if it is gone, left out, or in no folder of the workspace. */
  async reload(location: string): Promise<void> {
    const { texts, roots, workspace } = this.#session;
    if (texts.open.has(location) || !(isCodebook(location) || location.endsWith(DOCUMENT_ENDING))) return;
    const root = roots.find((each) => location.startsWith(`${each}/`)) ?? null;
    const text = await this.#read(root, location);
    if (texts.open.has(location)) return;
    if (text === null) this.#forget(location);
    else if (isCodebook(location)) {
      if (workspace.codebooks.get(location)?.text !== text) workspace.setCodebook(location, text);
    } else if (workspace.document(location)?.source.text !== text) workspace.setDocument(location, text);
  }

  async #read(root: string | null, location: string): Promise<string | null> {
    if (this.#files === null) return null;
    try {
      const kind = await this.#files.stat(location);
      if (kind !== 'file') return null;
      const isOurs =
        this.#followed.has(location) || (root !== null && (await this.#discovery().reaches(root, location)));
      if (!isOurs) return null;
      return decodeText(await this.#files.read(location));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (error.code !== 'not-found') this.#report(location, error);
      return null;
    }
  }

  #forget(location: string): void {
    const { texts, workspace } = this.#session;
    if (texts.open.has(location)) return;
    workspace.removeDocument(location);
    workspace.removeCodebook(location);
  }

  #report(location: string, error: FileError): void {
    this.#session.connection.console.warn(`${location}: ${error.message}`);
  }

  #discovery(): Discovery {
    return new Discovery(this.#files ?? NO_FILES, async (folder) => {
      const location = `${folder}/${CODEBOOK_NAME}`;
      const known = this.#session.workspace.codebooks.get(location);
      if (known) return known.codebook.lint;
      const text = await this.#files?.read(location).then(decodeText, () => null);
      return text ? readCodebook(text).lint : null;
    });
  }
}

const NO_FILES: FileSystem = {
  stat: async () => null,
  read: async () => {
    throw new FileError('not-found', 'not found');
  },
  list: async () => [],
};
