/**
 * A fault that the reader of the message can mend: it is printed as it is, without a stack trace.
 */
export class Failure extends Error {
  /**
   * @param {string} message What went wrong and what to do about it.
   * @param {number} [exitCode] What the process should end with; 2 means that the call itself was wrong.
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'Failure';
    this.exitCode = exitCode;
  }
}

/**
 * Prints an error for people: a Failure as it is, anything else as one line, since a stack trace says
 * nothing to the user. DEMARCHE_DEBUG=1 shows the trace.
 *
 * @param {unknown} error
 * @returns {number} The exit code that fits.
 */
export function explain(error) {
  if (process.env.DEMARCHE_DEBUG && error instanceof Error) console.error(error.stack);
  else if (error instanceof Failure) console.error(error.message);
  else
    console.error(
      `Unexpected: ${error instanceof Error ? error.message : error} (DEMARCHE_DEBUG=1 shows where)`,
    );
  return error instanceof Failure ? error.exitCode : 1;
}
