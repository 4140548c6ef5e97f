/**
 * Files that the server can't read itself, since they lie where only the editor reaches (a repository on the web, a
 * browser's memory) or since it runs in a browser. It asks the client, if that says it can
 * (`initializationOptions: { requests: FILE_REQUESTS }`).
 */

/** What stands at a URI, links followed; null for nothing. */
export const FILE_STAT = 'demarche/fileStat';

/** The text of a file in UTF-8, its byte order mark kept. */
export const FILE_READ = 'demarche/fileRead';

/** What is in a folder, in no order. */
export const FILE_LIST = 'demarche/fileList';

export const FILE_REQUESTS: readonly string[] = [FILE_STAT, FILE_READ, FILE_LIST];

export interface FileParams {
  readonly uri: string;
}

export type FileStatResult = FileAnswer<'file' | 'folder' | 'other' | null>;
export type FileReadResult = FileAnswer<string>;
export type FileListResult = FileAnswer<readonly FileListEntry[]>;

export interface FileListEntry {
  readonly name: string;
  /** `link`: not followed; where it leads is asked for by itself. */
  readonly kind: 'file' | 'folder' | 'other' | 'link';
}

/** A file that can't be read is an ordinary answer, no failure of the request. */
export type FileAnswer<T> = { readonly result: T } | { readonly error: FileFailure };

export interface FileFailure {
  readonly code: 'not-found' | 'no-permission' | 'is-folder' | 'not-text' | 'other';
  /** For `other`: why, in the editor's words. */
  readonly message: string;
}
