/** How a command ends when it can't do its work, and the exit codes. */

export const EXIT = {
  clean: 0,
  /** Something was found that the user asked to be told of. */
  findings: 1,
  /** Wrong use, or a file that can't be read. */
  failure: 2,
} as const;

/** A wrong use, or what keeps the whole command from its work. Its message is for the user. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

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
