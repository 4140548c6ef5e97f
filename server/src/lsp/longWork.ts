/** Long work, given as a generator: does it in pieces, so that other requests come in between and it can be stopped. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** How long one piece may take, in milliseconds. */
const PIECE = 10;

/** Drives work to its result. @throws ResponseError once its request is cancelled */
export async function drive<T>(work: Iterator<void, T>, token: CancellationToken): Promise<T> {
  for (;;) {
    throwIfCancelled(token);
    const end = performance.now() + PIECE;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
    await breathe();
  }
}

/** Lets what has come in meanwhile be handled. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** @throws ResponseError if the request is cancelled */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** Waits for something that others do. @throws ResponseError once the request is cancelled */
export async function waitFor<T>(others: Promise<T>, token: CancellationToken): Promise<T> {
  throwIfCancelled(token);
  let stopListening = () => {};
  const cancelled = new Promise<void>((resolve) => {
    stopListening = () => listening.dispose();
    const listening = token.onCancellationRequested(() => resolve());
  });
  try {
    const first = await Promise.race([others.then((value) => ({ value })), cancelled]);
    if (first) return first.value;
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  } finally {
    stopListening();
  }
}
