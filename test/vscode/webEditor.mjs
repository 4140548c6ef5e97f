/** One run of VS Code for the Web in a headless browser. */
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../../client/desk/browser.mjs';
import { Failure } from '../../client/desk/failure.mjs';
import { anyFreePort } from '../../client/desk/ports.mjs';
import { ensureTools } from '../../client/desk/tools.mjs';
import { COMMIT, ensureWebTools } from '../../client/desk/webTools.mjs';

/** Webviews have hosts of their own below this name, which browsers take for this machine. */
const HOST = 'localhost';

/** Seconds that a suite may take, with the start of the editor. */
const LIMIT = 180;

/**
 * Opens a folder in the editor and runs a suite in it.
 *
 * @param {object} options
 * @param {string} options.extension The extension's folder.
 * @param {string} options.suite The bundled suite, which lies in the extension's folder.
 * @param {string} options.folder The folder to open. It is read from the disk, but nothing is written there.
 * @param {(line: string) => void} options.log Is called with each line that the suite writes; the console is mute then.
 * @returns {Promise<number>} The code that the editor ends with; 0 if it says that the suite passed.
 * @throws {Failure} If the suite did not end, the browser died, or either did not start.
 */
export async function openInWebEditor({ extension, suite, folder, log }) {
  const tools = await ensureTools();
  const { testWeb, builds } = await ensureWebTools();
  const { open } = await import(pathToFileURL(testWeb).href).then((module) => module.default);
  const port = await anyFreePort();
  return silently(async () => {
    const server = await open({
      // The browser is ours: its program, its flags, its end.
      browserType: 'none',
      quality: 'stable',
      commit: COMMIT,
      testRunnerDataDir: builds,
      esm: true,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      folderPath: folder,
      host: HOST,
      port,
    });
    try {
      const { page, close } = await launchBrowser(tools);
      try {
        return await runPage(page, `http://${HOST}:${port}/`, log);
      } finally {
        await close();
      }
    } finally {
      server.dispose();
    }
  });
}

/**
 * @param {any} page Playwright's.
 * @param {string} address
 * @param {(line: string) => void} log
 * @returns {Promise<number>}
 */
function runPage(page, address, log) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Failure(`The suite did not end within ${LIMIT} s.`)),
      LIMIT * 1000,
    );
    const settle = (/** @type {() => void} */ end) => {
      clearTimeout(timer);
      end();
    };
    page.on('crash', () => settle(() => reject(new Failure('The browser’s page crashed.'))));
    page.on('close', () => settle(() => reject(new Failure('The browser ended in the middle of the run.'))));
    const begin = async () => {
      await page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ _type, /** @type {unknown[]} */ words) => log(words.join(' ')),
      );
      await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
        settle(() => resolve(code)),
      );
      await page.goto(address);
    };
    begin().catch((error) => settle(() => reject(error)));
  });
}

/**
 * Does work without its talk: test-web's server, which runs in this process, writes of each request that the editor
 * breaks off.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function silently(work) {
  const { log, error } = console;
  console.log = () => {};
  console.error = () => {};
  try {
    return await work();
  } finally {
    Object.assign(console, { log, error });
  }
}
