/**
 * Runs the suite in VS Code for the Web: `node test/vscode/web.mjs [WORDS]`, WORDS being part of the names of the tests
 * to run. No server of the editor's, no Node: the extension and its language server are workers in a headless browser,
 * the workspace a file system that an extension provides. The extension must be built.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { explain, Failure } from '../../client/desk/failure.mjs';
import { lastLines } from '../../client/desk/run.mjs';
import { openInWebEditor } from './webEditor.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

/** Tests that ask for Node: they look at the server's process, which a browser has none of. */
const NEED_NODE = ['server.test.ts'];

/** What the suite writes before its outcome. */
const MARK = 'demarche test result: ';

/**
 * Bundles the suite and runs it.
 *
 * @param {{ only?: string }} [options] `only`: part of the names of the tests to run.
 * @returns {Promise<import('./run.mjs').Outcome>}
 * @throws {Failure} If the suite did not run to its end.
 */
export async function runWebSuite({ only = '' } = {}) {
  /** @type {import('./run.mjs').Outcome | undefined} */
  let outcome;
  let talk = '';
  const log = (/** @type {string} */ line) => {
    if (line.startsWith(MARK)) outcome = JSON.parse(line.slice(MARK.length));
    else if (/^(not )?ok /.test(line)) process.stdout.write(`${line}\n`);
    else talk += `${line}\n`;
  };
  const folder = path.join(here, 'workspace');
  const code = await openInWebEditor({ extension: root, suite: await bundleSuite(only), folder, log });
  if (!outcome) {
    throw new Failure(
      `The suite left no result; VS Code for the Web ended with code ${code}. It wrote:\n${lastLines(talk)}`,
    );
  }
  const { passed, failed } = outcome;
  if (passed + failed === 0) throw new Failure(only ? `No test is called “${only}”.` : 'There are no tests.');
  if (code !== 0 && failed === 0)
    throw new Failure(`VS Code for the Web ended with code ${code} after the suite.`);
  return outcome;
}

/**
 * @param {string} only
 * @returns {Promise<string>} The bundled suite.
 * @throws {Failure} If a test file that needs no Node is not part of it.
 */
async function bundleSuite(only) {
  const outfile = path.join(root, 'dist', 'test', 'web-suite.cjs');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(here, 'suite', 'browser.ts')],
    outfile,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode'],
    alias: { 'node:assert/strict': path.join(here, 'suite', 'assertions.ts') },
    define: { DEMARCHE_TEST_ONLY: JSON.stringify(only), DEMARCHE_TEST_RESULT: JSON.stringify(MARK) },
    metafile: true,
    logLevel: 'warning',
  });
  const bundled = Object.keys(metafile.inputs).map((file) => path.basename(file));
  for (const file of fs.readdirSync(path.join(here, 'suite'))) {
    if (file.endsWith('.test.ts') && !bundled.includes(file) && !NEED_NODE.includes(file)) {
      throw new Failure(
        `test/vscode/suite/everywhere.ts does not import ${file}, nor is it one of NEED_NODE.`,
      );
    }
  }
  return outfile;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { passed, failed } = await runWebSuite({ only: process.argv.slice(2).join(' ') });
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    process.exitCode = explain(error);
  }
}
