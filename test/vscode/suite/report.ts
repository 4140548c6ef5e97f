/** Leaves a suite's outcome where the runner finds it: VS Code's exit code alone is no proof that anything ran. */
import { writeFileSync } from 'node:fs';
import { runTests } from './harness.ts';

/**
 * Runs the tests that are registered and writes their outcome into the file that DEMARCHE_TEST_RESULT names.
 *
 * @throws {Error} If a test failed, or none ran.
 */
export async function run(): Promise<void> {
  const only = process.env['DEMARCHE_TEST_ONLY'];
  const outcome = await runTests(only);
  const file = process.env['DEMARCHE_TEST_RESULT'];
  if (file) writeFileSync(file, JSON.stringify(outcome));
  const { passed, failed } = outcome;
  if (passed + failed === 0) throw new Error(only ? `No test is called “${only}”.` : 'There are no tests.');
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
}
