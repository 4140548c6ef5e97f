/**
 * Which documents and codebooks there are: walks folders, and says what `.gitignore` files and the `include` and
 * `exclude` of codebooks leave out. Patterns of both are those of `.gitignore`, seen from the file's folder.
 *
 * What is named by hand is not left out: rules from above a folder that leave the whole folder out do not count
 * in it. Names that start with a dot and `node_modules` are passed over; links to files are followed, links to
 * folders are not (as in Git), so no walk runs in a circle.
 */
import ignore, { type Ignore } from 'ignore';
import { FileError, type FileSystem, type FolderEntry } from './files.ts';
import { folderOf, foldersAbove, nameOf } from './location.ts';
import { CODEBOOK_NAME } from './workspace.ts';

export const DOCUMENT_ENDING = '.demarche';

/** Git's list of what it leaves out; so do we. */
export const IGNORE_FILE = '.gitignore';

/** Something that a walk comes upon. `unreadable`: a folder that can't be listed. */
export type Found =
  | { readonly kind: 'document' | 'codebook'; readonly location: string }
  | { readonly kind: 'unreadable'; readonly location: string; readonly error: FileError };

/** What a walk has before it: something found, or a folder to go into. */
type Step = Found | { readonly kind: 'folder'; readonly location: string };

/** The patterns of a codebook. */
export interface Patterns {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Patterns of one file, and the folder that they are seen from. */
interface Layer {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** All that holds in a folder, from the outermost in. */
interface Scope {
  readonly gitignores: readonly Layer[];
  readonly excludes: readonly Layer[];
  readonly includes: readonly Layer[];
}

export class Discovery {
  readonly #files: FileSystem;
  readonly #patternsIn: (folder: string) => Promise<Patterns | null>;
  readonly #scopes = new Map<string, Promise<Scope>>();

  /** @param patternsIn what the codebook in a folder says, null without one; asked once per folder and walk */
  constructor(files: FileSystem, patternsIn: (folder: string) => Promise<Patterns | null>) {
    this.#files = files;
    this.#patternsIn = patternsIn;
  }

  /**
   * The documents and codebooks in a folder, in order of their names.
   *
   * @param depth whether it goes into the folders in it
   */
  async *walk(root: string, depth: 'deep' | 'flat' = 'deep'): AsyncGenerator<Found> {
    const waiting: Step[] = [{ kind: 'folder', location: root }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.kind !== 'folder') yield next;
      else if (next.location === root || depth === 'deep') {
        for (const entry of (await this.#entriesOf(root, next.location)).reverse()) waiting.push(entry);
      }
    }
  }

  /** Whether a walk from a folder would come upon a file that lies below it. */
  async reaches(root: string, location: string): Promise<boolean> {
    const folder = folderOf(location);
    for (let inner = folder; inner !== root && inner.length > root.length; inner = folderOf(inner)) {
      if (isPassedOver(nameOf(inner))) return false;
      if (isLeftOut(await this.#scopeIn(root, folderOf(inner)), inner, true)) return false;
    }
    const scope = await this.#scopeIn(root, folder);
    return (
      !isPassedOver(nameOf(location)) && !isLeftOut(scope, location, false) && isIncluded(scope, location)
    );
  }

  async #entriesOf(root: string, folder: string): Promise<Step[]> {
    let entries: FolderEntry[];
    try {
      entries = await this.#files.list(folder);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return [{ kind: 'unreadable', location: folder, error }];
    }
    const scope = await this.#scopeIn(root, folder);
    const found: Step[] = [];
    for (const { name, kind } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const location = `${folder}/${name}`;
      const sort = await this.#sortOf(location, name, kind);
      if (sort === null || isLeftOut(scope, location, sort === 'folder')) continue;
      if (sort === 'document' && !isIncluded(scope, location)) continue;
      found.push({ kind: sort, location });
    }
    return found;
  }

  /** What an entry is to a walk; null for nothing. */
  async #sortOf(
    location: string,
    name: string,
    kind: FolderEntry['kind'],
  ): Promise<'folder' | 'document' | 'codebook' | null> {
    if (isPassedOver(name)) return null;
    if (kind === 'folder') return 'folder';
    const sort = name === CODEBOOK_NAME ? 'codebook' : name.endsWith(DOCUMENT_ENDING) ? 'document' : null;
    if (sort === null || kind === 'file') return sort;
    // A link that leads nowhere or in a circle stays: whoever reads it says why it can't be read.
    const target = kind === 'link' ? await this.#files.stat(location).catch(() => null) : kind;
    return target === 'folder' || target === 'other' ? null : sort;
  }

  /** What holds in a folder that a walk from `root` comes to. */
  #scopeIn(root: string, folder: string): Promise<Scope> {
    const key = `${root}\0${folder}`;
    let scope = this.#scopes.get(key);
    if (scope === undefined) {
      const outer =
        folder.length <= root.length ? this.#scopeAbove(root) : this.#scopeIn(root, folderOf(folder));
      scope = outer.then(async (above) => this.#within(above, folder));
      this.#scopes.set(key, scope);
    }
    return scope;
  }

  async #within(outer: Scope, folder: string): Promise<Scope> {
    const gitignore = await this.#gitignoreIn(folder);
    const patterns = await this.#patternsIn(folder);
    if (gitignore === null && patterns === null) return outer;
    return {
      gitignores: gitignore === null ? outer.gitignores : [...outer.gitignores, gitignore],
      excludes: [...outer.excludes, ...layersOf(folder, patterns?.exclude)],
      includes: [...outer.includes, ...layersOf(folder, patterns?.include)],
    };
  }

  /**
   * What holds in a folder from above it: the `.gitignore` files up to its repository's root, and the nearest
   * codebook, if the folder has none of its own.
   */
  async #scopeAbove(root: string): Promise<Scope> {
    const above = foldersAbove(root);
    const gitignores = await this.#gitignoresAbove(root, above);
    for (const folder of [root, ...above]) {
      const patterns = await this.#patternsIn(folder);
      if (patterns === null) continue;
      if (folder === root) break;
      const excludes = layersOf(folder, patterns.exclude).filter((layer) => !leavesWholeOut(layer, root));
      return { gitignores, excludes, includes: layersOf(folder, patterns.include) };
    }
    return { gitignores, excludes: [], includes: [] };
  }

  /** Outermost first; none outside a repository. */
  async #gitignoresAbove(root: string, above: readonly string[]): Promise<Layer[]> {
    const isRepository = async (folder: string) =>
      (await this.#files.stat(`${folder}/.git`).catch(() => null)) !== null;
    if (await isRepository(root)) return [];
    const layers: Layer[] = [];
    for (const folder of above) {
      const layer = await this.#gitignoreIn(folder);
      if (layer !== null && !leavesWholeOut(layer, root)) layers.unshift(layer);
      if (await isRepository(folder)) return layers;
    }
    return [];
  }

  async #gitignoreIn(folder: string): Promise<Layer | null> {
    try {
      const text = new TextDecoder().decode(await this.#files.read(`${folder}/${IGNORE_FILE}`));
      return { folder, matcher: ignore({ ignorecase: false }).add(text) };
    } catch (error) {
      if (error instanceof FileError) return null;
      throw error;
    }
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function layersOf(folder: string, patterns: readonly string[] = []): Layer[] {
  if (patterns.length === 0) return [];
  const matcher = ignore({ ignorecase: false }).add(patterns.map((pattern) => pattern.replace(/^\.\//, '')));
  return [{ folder, matcher }];
}

/** What a layer says of a location: `null` for nothing. */
function verdictOf({ folder, matcher }: Layer, location: string, isFolder: boolean): boolean | null {
  const relative = location.slice(folder.length + 1) + (isFolder ? '/' : '');
  const { ignored, unignored } = matcher.test(relative);
  return ignored ? true : unignored ? false : null;
}

/** Whether a layer from above leaves a folder out, or all that could be in it. */
function leavesWholeOut(layer: Layer, folder: string): boolean {
  return verdictOf(layer, folder, true) === true || verdictOf(layer, `${folder}/\u0001`, false) === true;
}

function isLeftOut({ gitignores, excludes }: Scope, location: string, isFolder: boolean): boolean {
  if (excludes.some((layer) => verdictOf(layer, location, isFolder) === true)) return true;
  for (let i = gitignores.length - 1; i >= 0; i--) {
    const verdict = verdictOf(gitignores[i] as Layer, location, isFolder);
    if (verdict !== null) return verdict;
  }
  return false;
}

function isIncluded({ includes }: Scope, location: string): boolean {
  return includes.every((layer) => verdictOf(layer, location, false) === true);
}
