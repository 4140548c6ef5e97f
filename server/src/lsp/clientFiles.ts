/**
 * Where files are read: on the disk if there is one and they lie on it, else by the client. So a repository on the
 * web is known as a folder on the disk is, and the server in a browser is the same server.
 */
import { FileError, type FileKind, type FileSystem, type FolderEntry } from '../model/files.ts';
import {
  FILE_LIST,
  FILE_READ,
  FILE_REQUESTS,
  FILE_STAT,
  type FileAnswer,
  type FileFailure,
  type FileListResult,
  type FileParams,
  type FileReadResult,
  type FileStatResult,
} from './requests/index.ts';
import type { Session } from './session.ts';

/** Files by location, from wherever the session can have them. */
export function filesOf(session: Session, disk: FileSystem | null): FileSystem {
  const client = new ClientFiles(session);
  // Asked each time: what the client can do is known only when it has said so.
  const at = (location: string): FileSystem => {
    if (disk !== null && location.startsWith('file:')) return disk;
    return FILE_REQUESTS.every((name) => session.clientRequests.has(name)) ? client : NO_FILES;
  };
  return {
    stat: (location) => at(location).stat(location),
    read: (location) => at(location).read(location),
    list: (location) => at(location).list(location),
  };
}

/** The client's files. Whoever reads many decides how many at a time (loading.ts). */
class ClientFiles implements FileSystem {
  readonly #session: Session;
  readonly #encoder = new TextEncoder();

  constructor(session: Session) {
    this.#session = session;
  }

  async stat(location: string): Promise<FileKind | null> {
    if (!isAddress(location)) return null;
    return await this.#ask<FileStatResult>(FILE_STAT, location);
  }

  /** The text as bytes: everybody else has bytes, and encoding is cheap beside the way to the client. */
  async read(location: string): Promise<Uint8Array> {
    return this.#encoder.encode(await this.#ask<FileReadResult>(FILE_READ, location));
  }

  async list(location: string): Promise<FolderEntry[]> {
    return [...(await this.#ask<FileListResult>(FILE_LIST, location))];
  }

  /** @throws FileError */
  async #ask<A extends FileAnswer<unknown>>(method: string, location: string): Promise<ResultOf<A>> {
    if (!isAddress(location)) throw new FileError('not-found', WORDS['not-found']);
    const { connection, uris } = this.#session;
    const params: FileParams = { uri: uris.toUri(isRoot(location) ? `${location}/` : location) };
    const answer: FileAnswer<unknown> = await connection
      .sendRequest<A>(method, params)
      .catch((error: unknown) => ({ error: { code: 'other', message: messageOf(error) } }));
    if ('error' in answer) throw toFileError(answer.error);
    return answer.result as ResultOf<A>;
  }
}

type ResultOf<A> = A extends { readonly result: infer T } ? T : never;

/** As files/reasons.ts says it of the disk. */
const WORDS = {
  'not-found': 'not found',
  'no-permission': 'permission denied',
  'is-folder': 'is a folder',
  'not-text': 'not UTF-8. Save the file as UTF-8.',
} as const;

function toFileError({ code, message }: FileFailure): FileError {
  return new FileError(code, code === 'other' ? message : WORDS[code]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The root of a file system, which as a location has no `/` at its end. */
function isRoot(location: string): boolean {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?$/i.test(location);
}

/** Whether a location can be one of the client's: not what a search upwards finds above a root, nor a mere name. */
function isAddress(location: string): boolean {
  return isRoot(location) || /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?\/[^/]/i.test(location);
}

const NO_FILES: FileSystem = {
  stat: async () => null,
  read: async () => {
    throw new FileError('not-found', WORDS['not-found']);
  },
  list: async () => [],
};
