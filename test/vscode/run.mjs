/**
 * Runs the suites in a real VS Code: `node test/vscode/run.mjs [--virtual] [WORDS]`, WORDS being part of the names of
 * the tests to run; `--virtual` for the one in a workspace that is on no disk. The extension must be built.
 *
 * DEMARCHE_VSCODE says in which: `embedded` (code-server in a headless browser) or `desktop` (downloaded;
 * on Linux it needs a display, for instance xvfb-run's). Embedded if not given, but not on Windows.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { explain, Failure } from '../../client/desk/failure.mjs';
import { toolsHome } from '../../client/desk/toolFolder.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string, error: string }[]} failures
 */

/** The suites: each in a folder, with what is opened for it. */
const SUITES = {
  usual: { folder: 'suite', workspace: 'workspace', opened: '' },
  virtual: { folder: 'virtual', workspace: 'virtual/workspace', opened: 'two.code-workspace' },
};

/**
 * Bundles a suite and runs it on a copy of its workspace.
 *
 * @param {{ suite?: keyof typeof SUITES, extension?: string, only?: string }} [options] `suite`: the usual one if not
 *   given. `extension`: folder of the extension to test, the project itself if not given. `only`: part of the names of
 *   the tests to run.
 * @returns {Promise<Outcome>}
 * @throws {Failure} If the suite did not run to its end.
 */
export async function runVscodeSuite(options = {}) {
  const suite = SUITES[options.suite ?? 'usual'];
  const tests = await bundleSuite(suite.folder);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-test-'));
  const workspace = path.join(folder, 'workspace');
  const result = path.join(folder, 'result.json');
  fs.cpSync(path.join(here, suite.workspace), workspace, { recursive: true });
  const opened = path.join(workspace, suite.opened);
  try {
    const code = await runTests({
      ...editor(),
      extensionDevelopmentPath: options.extension ?? root,
      extensionTestsPath: tests,
      // Fresh folders: what an earlier run left must not matter.
      launchArgs: [opened, `--user-data-dir=${folder}/data`, `--extensions-dir=${folder}/extensions`],
      extensionTestsEnv: { DEMARCHE_TEST_RESULT: result, DEMARCHE_TEST_ONLY: options.only },
    }).catch((error) => error.code ?? 1);
    return readOutcome(result, code);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} The bundled suite.
 * @throws {Failure} If a test file is not part of it.
 */
async function bundleSuite(folder) {
  const outfile = path.join(root, 'dist', 'test', `vscode-${folder}.cjs`);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(here, folder, 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    metafile: true,
    logLevel: 'warning',
  });
  const bundled = Object.keys(metafile.inputs).map((file) => path.basename(file));
  for (const file of fs.readdirSync(path.join(here, folder))) {
    if (file.endsWith('.test.ts') && !bundled.includes(file)) {
      throw new Failure(`test/vscode/${folder}/index.ts does not import ${file}: its tests would never run.`);
    }
  }
  return outfile;
}

/**
 * @returns {{ vscodeExecutablePath?: string, cachePath?: string }} What tells test-electron which VS Code.
 * @throws {Failure}
 */
function editor() {
  const usual = process.platform === 'win32' ? 'desktop' : 'embedded';
  const wanted = process.env.DEMARCHE_VSCODE || usual;
  if (wanted === 'embedded') return { vscodeExecutablePath: path.join(root, 'client/desk/host.mjs') };
  if (wanted === 'desktop') return { cachePath: path.join(toolsHome(), 'desktop') };
  throw new Failure(`DEMARCHE_VSCODE is ${wanted}, but should be embedded or desktop.`, 2);
}

/**
 * @param {string} file
 * @param {number} code VS Code's exit code.
 * @returns {Outcome}
 */
function readOutcome(file, code) {
  if (!fs.existsSync(file)) throw new Failure(`The suite left no result; VS Code ended with code ${code}.`);
  /** @type {Outcome} */
  const outcome = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (code !== 0 && outcome.failed === 0)
    throw new Failure(`VS Code ended with code ${code} after the suite.`);
  return outcome;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const words = process.argv.slice(2).filter((word) => word !== '--virtual');
    const suite = process.argv.includes('--virtual') ? 'virtual' : 'usual';
    const { passed, failed } = await runVscodeSuite({ suite, only: words.join(' ') });
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    process.exitCode = explain(error);
  }
}
