/**
 * Files that are not open: found when the workspace opens, read in the background, read again when they change.
 * An open file is as the editor has it, whatever stands on disk.
 */
import { readCodebook } from '../codebook/index.ts';
import { Discovery, DOCUMENT_ENDING, IGNORE_FILE } from '../model/discovery.ts';
import { decodeText, FileError, type FileSystem } from '../model/files.ts';
import { foldersAbove, nameOf } from '../model/location.ts';
import { CODEBOOK_NAME } from '../model/workspace.ts';
import { LoadProgress, readFound } from './loading.ts';
import type { Session } from './session.ts';
import { isCodebook } from './synchronization.ts';

export class Files {
  readonly #session: Session;
  readonly #files: FileSystem;
  readonly #changed: () => void;
  /** Codebooks that an open document follows, though no walk comes upon them. */
  readonly #followed = new Set<string>();
  /** Goes up at each load: an older one that is still under way stops. */
  #load = 0;
  /** What the codebooks left out when the folders were last walked. */
  #walkedPatterns = '';
  /** The newest read that is under way of each file: an older one that ends later does not count. */
  readonly #reading = new Map<string, symbol>();

  constructor(session: Session, files: FileSystem, changed: () => void) {
    this.#session = session;
    this.#files = files;
    this.#changed = changed;
  }

  /**
   * Reads all documents and codebooks of the workspace's folders, and forgets those that are in none. Ends an older
   * load that is still under way.
   */
  loadAll(): Promise<void> {
    // Nobody waits for it but those who want what it reads: it must not fail.
    const failed = (error: unknown) => this.#report('workspace', error);
    this.#session.loading = this.#loadAll(++this.#load).catch(failed);
    return this.#session.loading;
  }

  async #loadAll(load: number): Promise<void> {
    const roots = [...new Set(this.#session.roots)];
    this.#forgetUnless((location) => roots.some((root) => location.startsWith(`${root}/`)));
    if (roots.length > 0) {
      const progress = new LoadProgress(this.#session.connection);
      const isStopped = () => load !== this.#load || progress.isCancelled;
      const read = async (location: string) => {
        await this.#take(location, () => this.#readFound(location));
        progress.step();
      };
      const discovery = this.#discovery();
      const walks = roots.map((root) => discovery.walk(root));
      const report = (location: string, error: unknown) => this.#report(location, error);
      const seen = await readFound(walks, read, report, isStopped);
      progress.end();
      // What is no longer there went while nobody told of it.
      if (!isStopped()) this.#forgetUnless((location) => seen.has(location));
      this.#walkedPatterns = this.#patterns();
    }
    if (load === this.#load) this.#changed();
  }

  #forgetUnless(isThere: (location: string) => boolean): void {
    const { documents, codebooks } = this.#session.workspace;
    for (const location of [...documents.keys(), ...codebooks.keys(), ...this.#session.unread.keys()]) {
      if (isThere(location) || this.#followed.has(location)) continue;
      this.#session.unread.delete(location);
      this.#forget(location);
    }
  }

  /** Reads the codebooks that an open document may follow: upwards from it, left out by others or not. */
  async loadCodebooksOf(location: string): Promise<void> {
    const { workspace } = this.#session;
    const candidates = foldersAbove(location).map((folder) => `${folder}/${CODEBOOK_NAME}`);
    const document = workspace.document(location);
    const named = document && workspace.missingCodebook(document);
    if (named) candidates.push(named);
    let changed = false;
    for (const candidate of candidates) {
      if (workspace.codebooks.has(candidate)) continue;
      const text = await this.#quietly(candidate);
      if (text === null || workspace.codebooks.has(candidate)) continue;
      this.#followed.add(candidate);
      workspace.setCodebook(candidate, text);
      changed = true;
    }
    if (changed) this.#changed();
  }

  /** Looks at files again that changed, appeared or went; at all, where what is left out has changed. */
  async changed(locations: readonly string[]): Promise<void> {
    const discovery = this.#discovery();
    for (const location of locations) await this.reload(location, discovery);
    const isLeftOutAnew = locations.some((location) => nameOf(location) === IGNORE_FILE);
    if (isLeftOutAnew || this.#patterns() !== this.#walkedPatterns) await this.loadAll();
    else this.#changed();
  }

  #patterns(): string {
    const { codebooks } = this.#session.workspace;
    const lists = [...codebooks].map(([location, { codebook }]) => [
      location,
      codebook.lint.include,
      codebook.lint.exclude,
    ]);
    return JSON.stringify(lists.sort());
  }

  /** Takes one file as it stands on disk; forgets it if it is gone, left out, or in no folder of the workspace. */
  async reload(location: string, discovery: Discovery = this.#discovery()): Promise<void> {
    // What has another name is known only while it is open: a text that was never saved, say.
    if (isCodebook(location) || location.endsWith(DOCUMENT_ENDING))
      await this.#take(location, () => this.#read(location, discovery));
    else if (!this.#session.texts.open.has(location)) this.#forget(location);
  }

  /** Takes what is read, unless the file has been opened, or read again, since that began. */
  async #take(location: string, read: () => Promise<string | null>): Promise<void> {
    const { texts, workspace } = this.#session;
    if (texts.open.has(location)) return;
    this.#session.unread.delete(location);
    const reading = Symbol(location);
    this.#reading.set(location, reading);
    const text = await read();
    if (this.#reading.get(location) !== reading) return;
    this.#reading.delete(location);
    if (texts.open.has(location)) return;
    if (text === null) this.#forget(location);
    else if (isCodebook(location)) {
      if (workspace.codebooks.get(location)?.text !== text) workspace.setCodebook(location, text);
    } else if (workspace.document(location)?.source.text !== text) workspace.setDocument(location, text);
  }

  /** The text of a file that a walk has come upon; null, and a word in the log, if it can't be read. */
  async #readFound(location: string): Promise<string | null> {
    try {
      return decodeText(await this.#files.read(location));
    } catch (error) {
      this.#report(location, error);
      return null;
    }
  }

  async #read(location: string, discovery: Discovery): Promise<string | null> {
    try {
      const kind = await this.#files.stat(location);
      if (kind !== 'file' || !(await this.#isOurs(location, discovery))) return null;
      return decodeText(await this.#files.read(location));
    } catch (error) {
      if (!(error instanceof FileError && error.code === 'not-found')) this.#report(location, error);
      return null;
    }
  }

  /** Whether a walk from any of the roots would come upon a file, or an open document follows it. */
  async #isOurs(location: string, discovery: Discovery): Promise<boolean> {
    if (this.#followed.has(location)) return true;
    for (const root of this.#session.roots) {
      if (location.startsWith(`${root}/`) && (await discovery.reaches(root, location))) return true;
    }
    return false;
  }

  /** The text of a file that may well not be there; null if it can't be read. */
  async #quietly(location: string): Promise<string | null> {
    try {
      return decodeText(await this.#files.read(location));
    } catch {
      return null;
    }
  }

  #forget(location: string): void {
    const { texts, workspace } = this.#session;
    if (texts.open.has(location)) return;
    workspace.removeDocument(location);
    workspace.removeCodebook(location);
  }

  #report(location: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (isCodebook(location) || location.endsWith(DOCUMENT_ENDING))
      this.#session.unread.set(location, reason);
    this.#session.connection.console.warn(`${location}: ${reason}`);
  }

  #discovery(): Discovery {
    return new Discovery(this.#files, async (folder) => {
      const location = `${folder}/${CODEBOOK_NAME}`;
      const known = this.#session.workspace.codebooks.get(location);
      if (known) return known.codebook.lint;
      const text = await this.#quietly(location);
      return text ? readCodebook(text).lint : null;
    });
  }
}
