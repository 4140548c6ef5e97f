/**
 * A test harness of our own for the extension host: a list of tests, run one after the other, since they
 * share one window. Everything a runner would add (watching, globals, mocks) has no place there.
 */

/** Milliseconds that one test may take. */
const LIMIT = 20_000;

export interface Outcome {
  passed: number;
  failed: number;
  failures: { name: string; error: string }[];
}

interface Test {
  name: string;
  body: () => unknown;
}

const tests: Test[] = [];

/**
 * Registers a test. It fails by throwing, by a rejected promise, or by taking more than twenty seconds.
 *
 * @param name Says what holds: `hover shows an actor's name`.
 */
export function test(name: string, body: () => unknown): void {
  if (tests.some((other) => other.name === name)) throw new Error(`Two tests are called “${name}”.`);
  tests.push({ name, body });
}

/**
 * Runs all registered tests in the order in which they were registered, and prints how each went.
 *
 * @param only If given, only tests with this in their names.
 */
export async function runTests(only = ''): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, failures: [] };
  for (const { name, body } of tests.filter((candidate) => candidate.name.includes(only))) {
    try {
      await within(LIMIT, body);
      outcome.passed++;
      console.log(`ok ${name}`);
    } catch (cause) {
      const error = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      outcome.failed++;
      outcome.failures.push({ name, error });
      console.log(`not ok ${name}\n${error}`);
    }
  }
  return outcome;
}

/** Rejects if the work takes longer than the limit; the work itself can't be stopped. */
async function within(limit: number, work: () => unknown): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${limit / 1000} s.`)), limit);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
