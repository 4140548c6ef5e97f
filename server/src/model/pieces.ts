/**
 * Long work in pieces: a generator that pauses now and then, so that whoever drives it can let others come in between,
 * or stop it. Between two pieces the world may change; it is the driver who sees to that (lsp/stable.ts).
 */

/** Work that pauses, and its result. */
export type Pieces<T> = Generator<void, T>;

/** How many cheap things are done between two pauses: a pause costs about as much as one of them. */
const BATCH = 16;

/** Does the work without a pause. */
export function finish<T>(work: Iterator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** What is known already, as work. */
export function* ready<T>(value: T): Pieces<T> {
  yield;
  return value;
}

/** What is made of each of many things; those of which nothing is made (null) are left out. */
export function* mapped<T, R>(items: Iterable<T>, make: (item: T) => R | null): Pieces<R[]> {
  const made: R[] = [];
  let count = 0;
  for (const item of items) {
    const result = make(item);
    if (result !== null) made.push(result);
    if (++count % BATCH === 0) yield;
  }
  return made;
}
