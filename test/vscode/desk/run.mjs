/**
 * What only a user sees: the packaged extension in the real workbench, driven by mouse and keyboard, with its webviews
 * looked into. `node test/vscode/desk/run.mjs [WORDS]` after a build and `npm run package`; WORDS are part of the names
 * of the tests to run.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDesk } from '../../../client/desk/desk.mjs';
import { explain } from '../../../client/desk/failure.mjs';
import { pictureTests } from './pictures.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

/** Milliseconds that one test may take. */
const LIMIT = 60_000;

/**
 * @typedef {{ name: string, body: (desk: import('../../../client/desk/desk.mjs').Desk) => Promise<void> }} DeskTest
 */

/**
 * Runs the tests one after the other in one window, in their order, since each begins where the last one ended.
 *
 * @param {{ only?: string, shots?: string }} [options] `only`: part of the names of the tests to run. `shots`: a folder
 *   for pictures of the window where a test has failed.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runDeskTests({ only = '', shots } = {}) {
  const desk = await openDesk({
    folder: path.join(root, 'samples'),
    vsix: path.join(root, 'dist', 'demarche.vsix'),
    size: { width: 1400, height: 860 },
    ...(shots && { shots }),
  });
  const outcome = { passed: 0, failed: 0 };
  try {
    for (const { name, body } of pictureTests().filter((test) => test.name.includes(only))) {
      const start = performance.now();
      try {
        await within(LIMIT, body(desk));
        outcome.passed++;
        console.log(`ok ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
      } catch (error) {
        outcome.failed++;
        console.log(`not ok ${name}\n${error instanceof Error ? error.stack : error}`);
        if (shots) await desk.shot(`failed-${outcome.failed}`).catch(() => {});
      }
    }
  } finally {
    await desk.close();
  }
  return outcome;
}

/**
 * @param {number} limit
 * @param {Promise<void>} work It can't be stopped.
 */
async function within(limit, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${limit / 1000} s.`)), limit);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const shots = process.env.DEMARCHE_SHOTS;
    const { passed, failed } = await runDeskTests({
      only: process.argv.slice(2).join(' '),
      ...(shots && { shots }),
    });
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    process.exitCode = explain(error);
  }
}
