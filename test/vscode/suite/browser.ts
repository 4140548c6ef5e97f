/**
 * What VS Code for the Web calls to test the extension. The runner checks that what is not imported needs Node.
 */
import { runTests } from './harness.ts';
import './everywhere.ts';

/** Part of the names of the tests to run; put in by the bundler, since a browser has no environment. */
declare const DEMARCHE_TEST_ONLY: string;

/** Written before the outcome, as JSON, in one line of the console: the only way out that a browser's worker has. */
declare const DEMARCHE_TEST_RESULT: string;

/** @throws {Error} If a test failed, or none ran. */
export async function run(): Promise<void> {
  const outcome = await runTests(DEMARCHE_TEST_ONLY);
  console.log(DEMARCHE_TEST_RESULT + JSON.stringify(outcome));
  if (outcome.passed === 0 || outcome.failed > 0) throw new Error('The suite failed.');
}
