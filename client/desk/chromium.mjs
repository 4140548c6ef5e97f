/**
 * The browser in which the embedded editor is tested and photographed: one that is there already, or
 * Debian's, installed on the spot where that is possible.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { capture, findOnPath, isExecutable, runQuietly } from './run.mjs';
import { toolsHome } from './tools.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** With fonts for the scripts that the samples use: a bare Debian shows boxes instead of Chinese. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk', 'fonts-noto-core', 'fonts-dejavu-core'];

const ADVICE =
  'Install Chromium or Chrome (Debian, Ubuntu: apt-get install chromium), or name one by CHROMIUM_PATH.';

/**
 * Finds a Chromium-like browser, or installs Debian's.
 *
 * @returns {Promise<string>} The path of the program.
 * @throws {Failure} If there is none and none can be installed.
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  const root = await rootCommand();
  if (!root) throw new Failure(`There is no Chromium on this machine. ${ADVICE}`);
  return withLock(path.join(toolsHome(), 'chromium.lock'), async () => {
    const other = await findChromium();
    if (other) return other;
    await installFromDebian(root);
    const installed = await findChromium();
    if (!installed) throw new Failure(`The system’s package chromium does not run here. ${ADVICE}`);
    return installed;
  });
}

/**
 * @returns {Promise<string | undefined>} The path of a browser that works, if there is one.
 * @throws {Failure} If CHROMIUM_PATH names something else.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Failure(`CHROMIUM_PATH is ${named}, but there is no program of that name.`);
  }
  for (const candidate of candidates()) {
    if (await works(candidate)) return candidate;
  }
  return undefined;
}

/**
 * @returns {string[]} The browsers that exist, the preferred first.
 */
function candidates() {
  const places = NAMES.map(findOnPath).filter((file) => file !== undefined);
  if (process.platform === 'darwin') {
    for (const root of ['', process.env.HOME ?? '']) {
      for (const app of MAC_APPS) places.push(`${root}/Applications/${app}.app/Contents/MacOS/${app}`);
    }
  }
  if (process.platform === 'win32') {
    for (const root of ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']) {
      for (const place of WINDOWS_PLACES) places.push(path.join(process.env[root] ?? 'C:\\', place));
    }
  }
  return places.filter(isExecutable);
}

/**
 * Ubuntu's chromium is a script that only says how to get the real one, so on Linux existence is not
 * enough. Elsewhere `--version` may open a window.
 *
 * @param {string} browser
 */
async function works(browser) {
  if (process.platform !== 'linux') return true;
  const { code } = await capture(browser, ['--version'], { timeout: 20_000 });
  return code === 0;
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
 */
async function installFromDebian(root) {
  console.error('Installing Chromium and fonts from the system’s packages (once, about a minute) …');
  const apt = async (/** @type {string[]} */ ...words) => {
    // Another apt may run: wait for it. No questions: nobody could answer them.
    const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
    const line = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...options, ...words];
    const [command = 'env', ...args] = line;
    await runQuietly(`apt-get ${words[0]}. ${ADVICE}`, command, args);
  };
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES);
}
