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
