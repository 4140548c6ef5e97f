/**
 * Folders of tools from npm that are no dependencies of the project, since few need them and they are large: a folder
 * per set of versions, kept between runs.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { npm, runQuietly } from './run.mjs';

const STAMP = 'complete.json';

/**
 * @typedef {object} ToolSet
 * @property {string} name What the folder is called, before the key of its versions: `desk-4.139.1`.
 * @property {string} what For messages: `the embedded editor`.
 * @property {string} cost For messages: `about a minute, 800 MB`.
 * @property {readonly string[]} packages `name@version`
 * @property {readonly string[]} needed Files that must be there, from the folder's `node_modules`.
 * @property {(folder: string) => Promise<void>} [complete] Does what is left to do after npm has installed.
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
 * Installs a set of tools if it is not there yet. Safe to be called by several processes at once, and to be killed: a
 * folder gets its name only when it is complete.
 *
 * @param {ToolSet} set
 * @returns {Promise<string>} The folder.
 * @throws {import('./failure.mjs').Failure} When npm fails.
 */
export async function ensureToolFolder(set) {
  const key = createHash('sha256').update(set.packages.join(' ')).digest('hex').slice(0, 8);
  const folder = path.join(toolsHome(), `${set.name}-${key}`);
  if (isComplete(set, folder)) return folder;

  const onWait = (/** @type {number} */ pid) =>
    console.error(`Waiting for another installation (process ${pid}) …`);
  await withLock(
    `${folder}.lock`,
    async () => {
      if (!isComplete(set, folder)) await install(set, folder);
    },
    onWait,
  );
  return folder;
}

/**
 * @param {ToolSet} set
 * @param {string} folder
 */
function isComplete(set, folder) {
  const needed = set.needed.map((file) => path.join('node_modules', file));
  return [STAMP, ...needed].every((file) => fs.existsSync(path.join(folder, file)));
}

/**
 * Installs into a sibling folder, and moves it into place at the end.
 *
 * @param {ToolSet} set
 * @param {string} folder
 */
async function install(set, folder) {
  const { packages } = set;
  removeUnfinished(folder);
  const work = `${folder}.part-${process.pid}`;
  try {
    fs.mkdirSync(work, { recursive: true });
    const dependencies = Object.fromEntries(packages.map((spec) => [nameOf(spec), spec.split('@').at(-1)]));
    fs.writeFileSync(
      path.join(work, 'package.json'),
      JSON.stringify({ private: true, dependencies }, null, 2),
    );

    console.error(`Installing ${set.what} into ${folder} (once, ${set.cost}) …`);
    await npmInstall(`installing ${set.what}`, work, []);
    await set.complete?.(work);

    fs.writeFileSync(path.join(work, STAMP), JSON.stringify({ packages }));
    // A folder of that name that isn't complete was thinned out by somebody: nothing to keep.
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    fs.renameSync(work, folder);
    removeUnfinished(folder);
    console.error(`Installed ${set.what}.`);
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
export async function npmInstall(task, folder, options) {
  const { command, args } = npm();
  // No scripts: they would build modules for the wrong Node, and all that is needed comes ready-made.
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...options];
  await runQuietly(task, command, [...args, ...install], { cwd: folder });
}

/**
 * @param {string} spec `name@version`, where the name may have a scope: `@scope/name`.
 */
export function nameOf(spec) {
  return spec.slice(0, spec.lastIndexOf('@'));
}
