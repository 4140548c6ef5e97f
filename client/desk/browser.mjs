/**
 * The headless browser in which an embedded editor is tested and photographed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { Failure } from './failure.mjs';

/** Nothing but our own page: no updates, no experiments, no graphics card. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds. */
const CLOSE_LIMIT = 5_000;

/**
 * @typedef {{ width: number, height: number }} Size
 */

/**
 * Starts a headless browser with one empty page.
 *
 * @param {import('./tools.mjs').Tools} tools
 * @param {{ size?: Size, scale?: number }} [options] `scale`: device pixels per pixel of the page.
 * @returns {Promise<{ page: any, close: () => Promise<void> }>} `page` is Playwright's; its types are not
 *   among the project's dependencies.
 * @throws {Failure} If there is no browser, or it doesn't start.
 */
export async function launchBrowser(tools, options = {}) {
  const { size = { width: 1400, height: 900 }, scale = 1 } = options;
  const executablePath = await ensureChromium();
  const { chromium } = await import(pathToFileURL(tools.playwright).href);
  // Playwright must leave the signals alone: its handlers end the process before the editor is stopped.
  const quiet = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  // The sandbox can't be had as root or in most containers, and the only page is our own.
  const launch = { executablePath, headless: true, chromiumSandbox: false, args: FLAGS, ...quiet };
  /** @type {any} */
  const browser = await chromium.launch(launch).catch((/** @type {Error} */ error) => {
    throw new Failure(`${executablePath} did not start: ${error.message}`);
  });
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
  const close = async () => {
    // A browser that hangs must not keep the caller from stopping the rest; it ends with this process.
    await Promise.race([browser.close().catch(() => {}), sleep(CLOSE_LIMIT, undefined, { ref: false })]);
  };
  return { page, close };
}
