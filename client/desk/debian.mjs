/**
 * Packages of a Debian-like system, installed on the spot where that needs no password.
 */
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { capture, findOnPath, runQuietly } from './run.mjs';
import { toolsHome } from './toolFolder.mjs';

/** The list of packages is fetched once a process: the second installation finds it fresh. */
let isListFresh = false;

/**
 * @typedef {object} Installation
 * @property {string} what What is installed, for people: `Chromium and fonts`.
 * @property {string[]} packages The names of the packages.
 * @property {string} advice What to do by hand if the packages can't be installed.
 * @property {() => Promise<boolean>} isDone Whether the programs are there; asked again once the lock is held.
 */

/**
 * Installs packages if that is possible here. One process at a time: others wait, and find it done.
 *
 * @param {Installation} installation
 * @returns {Promise<boolean>} Whether the programs are there now; false as well if this is no Debian, or root
 *   would need a password.
 * @throws {import('./failure.mjs').Failure} If the package manager fails.
 */
export async function installFromDebian({ what, packages, advice, isDone }) {
  const root = await rootCommand();
  if (!root) return false;
  return withLock(path.join(toolsHome(), 'debian.lock'), async () => {
    if (await isDone()) return true;
    console.error(`Installing ${what} from the system’s packages (once, about a minute) …`);
    if (!isListFresh) await aptGet(root, advice, ['update']);
    isListFresh = true;
    await aptGet(root, advice, ['install', '-y', '--no-install-recommends', ...packages]);
    return isDone();
  });
}

/**
 * @returns {Promise<string[] | undefined>} What to put before a command to run it as root on a Debian-like
 *   system; undefined if this isn't one, or root would need a password.
 */
async function rootCommand() {
  if (!fs.existsSync('/etc/debian_version') || !findOnPath('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = findOnPath('sudo');
  if (!sudo || (await capture(sudo, ['-n', 'true'], { timeout: 10_000 })).code !== 0) return undefined;
  return [sudo, '-n'];
}

/**
 * @param {string[]} root
 * @param {string} advice
 * @param {string[]} words
 */
async function aptGet(root, advice, words) {
  // Another apt may run: wait for it. No questions: nobody could answer them.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  const line = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...options, ...words];
  const [command = 'env', ...args] = line;
  await runQuietly(`apt-get ${words[0]}. ${advice}`, command, args);
}
