/**
 * The project's own dependencies: installs them when they are missing or out of date. Uses Node's builtins
 * only, since it runs before there is anything else.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from '../desk/lock.mjs';
import { capture, npm, runQuietly } from '../desk/run.mjs';
import { toolsHome } from '../desk/toolFolder.mjs';

const projectRoot = path.resolve(import.meta.dirname, '../..');

/**
 * Makes sure that node_modules is what package-lock.json says, by `npm ci` if it isn't.
 *
 * @param {string} [root] The project's folder.
 * @returns {Promise<void>}
 * @throws {import('../desk/failure.mjs').Failure} If npm fails.
 */
export async function ensureDependencies(root = projectRoot) {
  if (isStamped(root)) return;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  await withLock(path.join(toolsHome(), `setup-${name}.lock`), async () => {
    if (isStamped(root)) return;
    if (!isInstalled(root)) {
      console.error('Installing the project’s dependencies (half a minute) …');
      await install(root);
    }
    fs.writeFileSync(stampFile(root), fingerprint(root));
  });
}

/**
 * @param {string} root
 */
async function install(root) {
  const { command, args } = npm();
  // Whatever NODE_ENV says: nothing can be built without the development dependencies.
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const exact = await capture(command, [...args, 'ci', ...flags], { cwd: root });
  if (exact.code === 0) return;
  // `npm ci` refuses a lock that was made where the registry has no packages for other platforms;
  // `npm install` goes by the same lock and completes it.
  const incomplete = exact.output.includes('EUSAGE');
  const second = incomplete ? ['install', '--no-save'] : ['ci'];
  await runQuietly('installing the project’s dependencies', command, [...args, ...second, ...flags], {
    cwd: root,
  });
}

/**
 * @param {string} root
 */
function stampFile(root) {
  return path.join(root, 'node_modules', '.demarche-setup');
}

/**
 * @param {string} root
 * @returns {string} A hash of the files that say what is to be installed.
 */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'package.json'])
    hash.update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/**
 * @param {string} root
 */
function isStamped(root) {
  try {
    return fs.readFileSync(stampFile(root), 'utf8') === fingerprint(root);
  } catch {
    return false;
  }
}

/**
 * Asks npm's own record of what it installed: a change of a script in package.json, or an `npm ci` by hand,
 * must not cost another installation.
 *
 * @param {string} root
 * @returns {boolean}
 */
function isInstalled(root) {
  const manifest = readJson(path.join(root, 'package.json'));
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages;
  // Written last, so it is missing after an installation that was interrupted.
  const present = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!manifest || !wanted || !present) return false;
  for (const kind of ['dependencies', 'devDependencies']) {
    if (JSON.stringify(sorted(manifest[kind])) !== JSON.stringify(sorted(wanted['']?.[kind]))) return false;
  }
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    return place in present ? present[place].version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {any} Undefined if there is no such file, or not of that kind.
 */
function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {Record<string, string> | undefined} versions
 */
function sorted(versions = {}) {
  return Object.entries(versions).sort();
}
