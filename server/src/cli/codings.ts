/** One coder's documents: from paths of the disk, or from a revision of a Git repository. */
import { type Coding, codingOf } from '../agreement/units.ts';
import { DOCUMENT_ENDING } from '../model/discovery.ts';
import { Corpus, type LoadedDocument } from './corpus.ts';
import { CommandError } from './failure.ts';
import { GitFiles } from './gitFiles.ts';
import { namesFor } from './names.ts';
import { toLocation } from './paths.ts';
import type { Run } from './run.ts';
import type { Target } from './targets.ts';

/** A document that may have a copy by another coder. */
export interface CodedDocument {
  readonly id: string;
  /** Below the folder that holds all of this coder's. */
  readonly path: string;
  /** As the user is told of it. */
  readonly shown: string;
  readonly coder: string;
  /** Reads it as units; see units.ts. */
  readonly coding: () => Coding;
}

/** The documents of a path: a file, a folder, a glob, or `REVISION:path`. */
export async function codingsAt(run: Run, path: string): Promise<CodedDocument[]> {
  const colon = path.indexOf(':');
  if (colon > 0 && (await run.files.stat(toLocation(run.cwd, path))) === null) {
    const inside = path.slice(colon + 1);
    return codingsOf(run, path.slice(0, colon), [inside === '' ? '.' : inside], 'root');
  }
  const corpus = new Corpus(run);
  return coded(corpus, await corpus.load(await corpus.findDocuments([path], {})));
}

/**
 * The documents of a revision.
 *
 * @param paths files and folders in it; none: what is below the working folder
 * @param from what they are seen from: the working folder, or, as Git does after a colon, the root unless they start with a dot
 */
export async function codingsOf(
  run: Run,
  revision: string,
  paths: readonly string[],
  from: 'here' | 'root' = 'here',
): Promise<CodedDocument[]> {
  const files = await GitFiles.open(run.cwd, revision);
  try {
    const corpus = new Corpus(run, files);
    const targets: Target[] = [];
    for (const path of paths.length > 0 ? paths : ['.']) {
      const isFromRoot = from === 'root' && !/^\.{1,2}(\/|$)/.test(path);
      const location = toLocation(
        isFromRoot || (path === '.' && from === 'root') ? files.root : run.cwd,
        path,
      );
      const kind = await files.stat(location);
      const add = (found: string) => targets.push(targetAt(run, revision, found));
      if (kind === 'folder') for await (const found of corpus.documentsIn(location)) add(found);
      else if (kind === 'file') add(location);
      else throw new CommandError(`${revision} has no ${run.shown(location)}`);
    }
    return coded(corpus, await corpus.load(targets));
  } finally {
    files.close();
  }
}

function targetAt(run: Run, revision: string, location: string): Target {
  const path = `${revision}:${run.shown(location)}`;
  return { kind: 'document', location, path, isInput: false, isNamed: false };
}

function coded({ workspace }: Corpus, loaded: readonly LoadedDocument[]): CodedDocument[] {
  const names = namesFor(loaded.map(({ target }) => target));
  return loaded.map(({ target, document }) => ({
    id: document.id,
    path: names.get(target) ?? `${target.path}${DOCUMENT_ENDING}`,
    shown: target.path,
    coder: document.coder,
    coding: () => codingOf(workspace, document),
  }));
}
