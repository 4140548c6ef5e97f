/** Why the disk refuses something. */

/** An error of Node's file system, which carries its code. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'not found',
  ENOTDIR: 'not found',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  EISDIR: 'is a folder',
  EEXIST: 'exists already',
  ELOOP: 'links that lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  ERR_FS_FILE_TOO_LARGE: 'too large',
};

/** Why something went wrong with a file, in words that can follow its name and a colon. */
export function reasonOf(error: unknown): string {
  return REASONS[errorCode(error)] ?? (error instanceof Error ? error.message : String(error));
}
