/**
 * A desk to look at: the embedded editor in a headless browser, with a copy of a folder and, if wanted, the
 * packaged extension. For screenshots, and for tests of what only a user sees.
 */
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { installExtension, startCodeServer } from './codeServer.mjs';
import { deskActions } from './deskActions.mjs';
import { Failure } from './failure.mjs';
import { freshProfile } from './profile.mjs';
import { offerSettings, QUIET, themeSettings } from './settings.mjs';
import { ensureTools } from './tools.mjs';
import { workbenchAddress } from './workbench.mjs';

/** Milliseconds that any one thing in the workbench may take, on a busy machine. */
const PATIENCE = 30_000;

/**
 * @typedef {object} DeskOptions
 * @property {string} folder What to show. A copy is opened, so nothing happens to it.
 * @property {string} [vsix] A packaged extension to install.
 * @property {string} [theme] `light`, `dark`, `hc`, `hc-light` or a theme's full name; `light` if not given.
 * @property {import('./browser.mjs').Size} [size] Of the window, in pixels.
 * @property {number} [scale] Device pixels per pixel, for sharper pictures.
 * @property {Record<string, unknown>} [settings] More user settings.
 * @property {string} [shots] Where pictures go; needed only for `shot`.
 */

/**
 * @typedef {import('./deskActions.mjs').DeskActions & {
 *   page: any, folder: string, theme: string, close: () => Promise<void> }} Desk `page` is Playwright's;
 *   `folder` is the copy that is open.
 */

/**
 * Opens a desk and waits until the workbench stands.
 *
 * @param {DeskOptions} options
 * @returns {Promise<Desk>} To be closed by the caller, whatever happens.
 * @throws {Failure}
 */
export async function openDesk(options) {
  const { theme = 'light', size, scale, settings, vsix, shots } = options;
  if (!fs.existsSync(options.folder)) throw new Failure(`There is no folder ${options.folder}.`, 2);
  const tools = await ensureTools();
  const profile = freshProfile();
  /** @type {(() => unknown)[]} */
  const endings = [profile.remove];
  const close = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    const folder = path.join(profile.folder, 'work', path.basename(path.resolve(options.folder)));
    fs.cpSync(options.folder, folder, { recursive: true });
    offerSettings(profile.userData, { ...QUIET, ...themeSettings(theme), ...settings });
    if (vsix) await installExtension(tools, profile, vsix);
    const server = await startCodeServer(tools, profile);
    endings.push(server.stop);
    const browser = await launchBrowser(tools, { size, scale });
    endings.push(browser.close);
    const { page } = browser;
    page.setDefaultTimeout(PATIENCE);
    await page.goto(workbenchAddress(server.origin, { folder }));
    await untilWorkbenchStands(page);
    return { ...deskActions(page, shots), page, folder, theme, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The workbench draws its frame first and fills it bit by bit; the explorer's rows come last.
 *
 * @param {any} page
 */
async function untilWorkbenchStands(page) {
  await page.locator('.monaco-workbench .statusbar').waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
}
