/** The disk. */

import { type Dirent, readFile } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { FileError, type FileKind, type FileSystem, type FolderEntry } from '../model/files.ts';
import { errorCode, reasonOf } from './reasons.ts';

/** Faster for many small files than that of `node:fs/promises`, which makes a handle object for each. */
const readBytes = promisify(readFile);

export const nodeFiles: FileSystem = {
  async stat(location) {
    try {
      return kindOf(await stat(toPath(location)));
    } catch (error) {
      const failure = toFileError(error);
      if (failure.code === 'not-found') return null;
      throw failure;
    }
  },

  async read(location) {
    try {
      return await readBytes(toPath(location));
    } catch (error) {
      throw toFileError(error);
    }
  },

  async list(location) {
    try {
      const entries = await readdir(toPath(location), { withFileTypes: true });
      return entries.map((entry): FolderEntry => ({ name: entry.name, kind: entryKind(entry) }));
    } catch (error) {
      throw toFileError(error);
    }
  },
};

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
}

function kindOf(kinds: Kinds): FileKind {
  return kinds.isFile() ? 'file' : kinds.isDirectory() ? 'folder' : 'other';
}

/** Some file systems don't say what an entry is; those are looked at as links are. */
function entryKind(entry: Dirent): FolderEntry['kind'] {
  const isKnown = entry.isFIFO() || entry.isSocket() || entry.isCharacterDevice() || entry.isBlockDevice();
  const kind = kindOf(entry);
  return kind === 'other' && !isKnown ? 'link' : kind;
}

const CODES: Readonly<Record<string, FileError['code']>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'is-folder',
};

/** The root of a file system has no `/` at its end as a location, and needs it as a path. */
export function toPath(location: string): string {
  return location === '' || /^[A-Za-z]:$/.test(location) ? `${location}/` : location;
}

function toFileError(error: unknown): FileError {
  return new FileError(CODES[errorCode(error)] ?? 'other', reasonOf(error));
}
