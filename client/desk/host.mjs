#!/usr/bin/env node
/**
 * A stand-in for desktop VS Code's program, for `runTests({ vscodeExecutablePath })` where that can't be
 * had: takes the same arguments and runs the same suite in the real workbench and a real extension host,
 * from code-server in a headless browser. Ends with 0 only if the suite ran to its end and passed.
 *
 * DEMARCHE_HOST_TIMEOUT: seconds that the suite may take, 180 if not given.
 */
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { startCodeServer } from './codeServer.mjs';
import { explain, Failure } from './failure.mjs';
import { parseHostArguments } from './hostArguments.mjs';
import { freshProfile } from './profile.mjs';
import { lastLines } from './run.mjs';
import { offerSettings, QUIET } from './settings.mjs';
import { ensureTools } from './tools.mjs';
import { workbenchAddress } from './workbench.mjs';

/** What the workbench says about itself while it starts; a test run's reader has no use for it. */
const NOISE = [
  /^\[remote-connection\]/,
  /^(Resolv|Creat|Ignoring fetching|Updating additional|Canceled|No search provider)/,
  /^\[(AgentHost|AccountPolicy|Service Worker|reconnection)/,
];

/** Seconds. The workbench itself is up after three to ten. */
const BEGIN_LIMIT = 90;

/** @type {(() => unknown)[]} */
const endings = [];
let ending = false;

/**
 * Stops all that was started, the last first, and ends the process.
 *
 * @param {number} code
 * @returns {Promise<never>}
 */
async function finish(code) {
  if (ending) return new Promise(() => {});
  ending = true;
  for (const end of endings.reverse()) {
    try {
      await end();
    } catch (error) {
      console.error(`While cleaning up: ${error instanceof Error ? error.message : error}`);
    }
  }
  process.exit(code);
}

/**
 * Wraps the suite so that it leaves a proof: the workbench reports success also when the extension host
 * dies in the middle of a run.
 *
 * @param {string} folder
 * @param {string} suite
 */
function writeRunner(folder, suite) {
  const runner = path.join(folder, 'runner.cjs');
  const proof = path.join(folder, 'proof');
  const source = `
    const { writeFileSync } = require('node:fs');
    const say = (word) => writeFileSync(${JSON.stringify(proof)}, word);
    exports.run = async () => {
      say('started');
      try {
        const suite = require(${JSON.stringify(suite)});
        await (suite.run ?? suite.default.run)();
        say('passed');
      } catch (error) {
        say('failed');
        throw error;
      }
    };`;
  fs.writeFileSync(runner, source);
  const read = () => (fs.existsSync(proof) ? fs.readFileSync(proof, 'utf8') : 'absent');
  return { runner, read };
}

/**
 * @param {number} code What the workbench reports.
 * @param {string} proof What the suite left.
 * @returns {number}
 */
function verdict(code, proof) {
  if (proof === 'absent') console.error('The extension host ended before it began the suite.');
  if (proof === 'started') console.error('The extension host ended before the suite did.');
  if (code !== 0) return code;
  return proof === 'passed' ? 0 : 1;
}

/**
 * Ends the run when it takes too long, and says how far it came.
 *
 * @param {import('./codeServer.mjs').CodeServer} server
 * @param {() => string} proof
 */
function limitTime(server, proof) {
  setTimeout(() => {
    if (proof() !== 'absent') return;
    console.error(
      `The suite did not begin within ${BEGIN_LIMIT} s. The editor said:\n${lastLines(server.log())}`,
    );
    finish(124);
  }, BEGIN_LIMIT * 1000);
  const limit = Number(process.env.DEMARCHE_HOST_TIMEOUT) || 180;
  setTimeout(() => {
    console.error(`The suite did not end within ${limit} s.`);
    finish(124);
  }, limit * 1000);
}

async function main() {
  const options = parseHostArguments(process.argv.slice(2));
  const tools = await ensureTools();
  const profile = freshProfile();
  endings.push(profile.remove);
  if (options.userData) profile.userData = options.userData;
  if (options.extensions) profile.extensions = options.extensions;
  offerSettings(profile.userData, QUIET);
  const { runner, read } = writeRunner(profile.folder, options.tests);

  const server = await startCodeServer(tools, profile, { forTests: true });
  endings.push(server.stop);
  server.ended.then(() => {
    if (!ending) console.error(`The editor ended in the middle of the run:\n${lastLines(server.log())}`);
    return finish(1);
  });
  const { page, close } = await launchBrowser(tools);
  endings.push(close);

  limitTime(server, read);
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ words) => {
      if (NOISE.some((noise) => noise.test(String(words[0])))) return;
      if (type === 'error' || type === 'warn') console.error(...words);
      else console.log(...words);
    },
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
    finish(verdict(code, read())),
  );
  page.on('crash', () => {
    console.error('The browser’s page crashed.');
    finish(1);
  });
  page.on('close', () => {
    if (!ending) console.error('The browser ended in the middle of the run.');
    finish(1);
  });
  const { folder, files, developed, withoutExtensions } = options;
  const opening = { folder, files, extensions: developed, tests: runner, withoutExtensions };
  await page.goto(workbenchAddress(server.origin, opening));
}

process.on('SIGINT', () => finish(130));
process.on('SIGTERM', () => finish(143));
process.on('SIGHUP', () => finish(129));
main().catch((error) => {
  if (ending) return undefined;
  return finish(explain(error instanceof Error ? error : new Failure(String(error))));
});
