/**
 * The browser in which the embedded editor is tested and photographed: one that is there already, or
 * Debian's, installed on the spot where that is possible.
 */
import path from 'node:path';
import { installFromDebian } from './debian.mjs';
import { Failure } from './failure.mjs';
import { capture, findOnPath, isExecutable } from './run.mjs';

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
  const isDone = async () => (await findChromium()) !== undefined;
  const what = 'Chromium and fonts';
  await installFromDebian({ what, packages: DEBIAN_PACKAGES, advice: ADVICE, isDone });
  const installed = await findChromium();
  if (!installed) throw new Failure(`There is no Chromium on this machine that runs. ${ADVICE}`);
  return installed;
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
