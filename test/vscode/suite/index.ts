/**
 * What VS Code calls to test the extension. The runner checks that every *.test.ts beside this is imported.
 */
import { writeFileSync } from 'node:fs';
import { runTests } from './harness.ts';
import './completion.test.ts';
import './diagnostics.test.ts';
import './files.test.ts';
import './language.test.ts';
import './navigation.test.ts';
import './reading.test.ts';
import './server.test.ts';
import './sideViews.test.ts';
import './smoke.test.ts';
import './tagging.test.ts';
import './views.test.ts';
import './workspace.test.ts';

/**
 * Runs the suite and leaves its outcome in the file that DEMARCHE_TEST_RESULT names: VS Code's exit code
 * alone is no proof that anything ran.
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
