/** Long work, given as a generator: does it in pieces, so that other requests come in between and it can be stopped. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** How long one piece may take, in milliseconds. */
const PIECE = 10;

/** Drives work to its result. @throws ResponseError once its request is cancelled */
export async function drive<T>(work: Iterator<void, T>, token: CancellationToken): Promise<T> {
  for (;;) {
    const end = performance.now() + PIECE;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
}
