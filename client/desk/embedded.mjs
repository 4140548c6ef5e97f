/**
 * The embedded editor for the user's own work: one per user, with settings and state that stay.
 */
import fs from 'node:fs';
import path from 'node:path';
import { installExtension, isHealthy, startCodeServer } from './codeServer.mjs';
import { Failure } from './failure.mjs';
import { isAlive, withLock } from './lock.mjs';
import { demandFreePort, LOCAL, nextFreePort } from './ports.mjs';
import { lastLines } from './run.mjs';
import { offerSettings, QUIET } from './settings.mjs';
import { showInBrowser } from './systemBrowser.mjs';
import { toolsHome } from './toolFolder.mjs';
import { ensureTools } from './tools.mjs';
import { workbenchAddress } from './workbench.mjs';

const USUAL_PORT = 8484;

/**
 * @typedef {{ pid: number, port: number }} Running What an editor that runs has noted down.
 */

/**
 * Opens a file or folder, and stays until Ctrl-C; if an editor runs already, only says where.
 *
 * @param {{ vsix: string, target: string, port: number | undefined, open: boolean }} options Without
 *   `open`, everything is prepared and nothing started.
 * @returns {Promise<void>}
 * @throws {Failure}
 */
export async function openEmbedded({ vsix, target, port, open }) {
  const tools = await ensureTools();
  const home = path.join(toolsHome(), 'data');
  const profile = { userData: path.join(home, 'user'), extensions: path.join(home, 'extensions') };
  const note = path.join(home, 'running.json');

  // Two starts at once must not both find that nothing runs.
  const server = await withLock(`${home}.lock`, async () => {
    offerSettings(profile.userData, QUIET);
    await installExtension(tools, profile, vsix);
    if (!open) return undefined;
    const running = await findRunning(note);
    if (running) {
      await announce(`http://${LOCAL}:${running.port}`, target, 'The embedded editor runs already. Open');
      return undefined;
    }
    const started = await startCodeServer(tools, profile, { port: await choosePort(port) });
    fs.writeFileSync(note, JSON.stringify({ pid: started.pid, port: started.port }));
    return started;
  });
  if (!open) console.error('Ready to be opened in the embedded editor.');
  if (!server) return;

  const stop = () => server.stop();
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      asked = true;
      stop();
    });
  }
  await announce(server.origin, target, 'The embedded editor runs. Open');
  console.log('Ctrl-C ends it.');
  await server.ended;
  // If it died alone, its extension hosts still run.
  await server.stop();
  fs.rmSync(note, { force: true });
  if (!asked) throw new Failure(`The embedded editor ended by itself. It said:\n${lastLines(server.log())}`);
}

/**
 * @param {string} note
 * @returns {Promise<Running | undefined>} The editor that an earlier start left running.
 */
async function findRunning(note) {
  try {
    const running = /** @type {Running} */ (JSON.parse(fs.readFileSync(note, 'utf8')));
    if (isAlive(running.pid) && (await isHealthy(`http://${LOCAL}:${running.port}`))) return running;
  } catch {
    // None, or the note of one that was killed.
  }
  return undefined;
}

/**
 * @param {number | undefined} wish
 * @returns {Promise<number>}
 * @throws {Failure} If the wished one can't be had.
 */
async function choosePort(wish) {
  if (wish !== undefined) {
    await demandFreePort(wish);
    return wish;
  }
  const port = await nextFreePort(USUAL_PORT);
  if (port !== USUAL_PORT) console.error(`Port ${USUAL_PORT} is taken by another program: using ${port}.`);
  return port;
}

/**
 * Prints the address, and shows it in the user's browser if there is one.
 *
 * @param {string} origin
 * @param {string} target
 * @param {string} words
 */
async function announce(origin, target, words) {
  const isFolder = fs.statSync(target).isDirectory();
  const folder = isFolder ? target : path.dirname(target);
  const address = workbenchAddress(origin, { folder, files: isFolder ? [] : [target] });
  console.log(`\n${words}\n\n  ${address}\n`);
  if (await showInBrowser(address)) console.log('It should be in your browser now.\n');
}
