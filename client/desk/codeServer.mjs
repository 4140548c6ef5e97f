/**
 * Starting and stopping code-server: VS Code's own workbench and extension host, served to a browser.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { anyFreePort, demandFreePort, LOCAL } from './ports.mjs';
import { environment, profileFlags } from './profile.mjs';
import { lastLines, runQuietly } from './run.mjs';

/** Milliseconds. A busy machine's first start takes some ten seconds. */
const START_LIMIT = 60_000;
const STOP_LIMIT = 5_000;

/** How much of the log is kept, in UTF-16 units. */
const OUTPUT_LIMIT = 100_000;

/**
 * @typedef {object} CodeServer
 * @property {string} origin `http://127.0.0.1:8484`
 * @property {number} port
 * @property {number} pid
 * @property {() => string} log The end of what it wrote.
 * @property {Promise<void>} ended Settles when it is gone, for whatever reason.
 * @property {() => Promise<void>} stop
 */

/**
 * Starts code-server and waits until it answers.
 *
 * @param {import('./tools.mjs').Tools} tools
 * @param {import('./profile.mjs').Profile} profile
 * @param {{ port?: number, forTests?: boolean }} [options] Without a port, any free one. `forTests` lets a
 *   page run a test suite; without it the workbench ignores the wish, silently.
 * @returns {Promise<CodeServer>}
 * @throws {Failure} If the port is taken, or it ends or is silent instead of starting.
 */
export async function startCodeServer(tools, profile, options = {}) {
  const port = options.port ?? (await anyFreePort());
  await demandFreePort(port);
  const { child, log, ended } = launch(tools, profile, [
    ...['--auth', 'none', '--bind-addr', `${LOCAL}:${port}`],
    ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
    '--disable-getting-started-override',
    ...(options.forTests ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ]);
  let running = true;
  ended.then(() => {
    running = false;
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(STOP_LIMIT, undefined, { ref: false })]);
    await endGroup(child.pid);
    await ended;
  };

  const origin = `http://${LOCAL}:${port}`;
  for (const limit = Date.now() + START_LIMIT; !(await isHealthy(origin)); await sleep(50)) {
    if (!running) throw startFailure(port, log());
    if (Date.now() < limit) continue;
    await stop();
    throw new Failure(`The editor was silent for ${START_LIMIT / 1000} s. It wrote:\n${lastLines(log())}`);
  }
  // Another program may have taken the port in between, and be the one that answered.
  if (!running) throw startFailure(port, log());
  return { origin, port, pid: child.pid ?? 0, log, ended, stop };
}

/**
 * @param {import('./tools.mjs').Tools} tools
 * @param {import('./profile.mjs').Profile} profile
 * @param {string[]} flags
 */
function launch(tools, profile, flags) {
  const leash = path.join(import.meta.dirname, 'leash.mjs');
  const child = spawn(tools.node, [leash, tools.codeServer, ...profileFlags(profile), ...flags], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment(profile),
    // A process group of its own, so that its extension hosts can be ended with it.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-OUTPUT_LIMIT);
    });
  }
  child.stdin.on('error', () => {});
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    for (const event of ['error', 'close']) child.once(event, () => resolve());
  });
  return { child, log: () => output, ended };
}

/**
 * Kills what is left of a process group, and waits until it is gone: extension hosts outlive their server
 * for some seconds, and would write into folders that the caller is about to remove.
 *
 * @param {number | undefined} leader Process id of the one that the group began with.
 */
async function endGroup(leader) {
  if (!leader) return;
  try {
    for (const limit = Date.now() + STOP_LIMIT; Date.now() < limit; await sleep(20)) {
      process.kill(-leader, 'SIGKILL');
    }
  } catch {
    // There is nobody left in the group.
  }
}

/**
 * @param {string} origin
 * @returns {Promise<boolean>} Whether a code-server answers there.
 */
export async function isHealthy(origin) {
  try {
    const response = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2_000) });
    const health = /** @type {{ lastHeartbeat?: number }} */ (await response.json());
    return typeof health.lastHeartbeat === 'number';
  } catch {
    return false;
  }
}

/**
 * Installs a packaged extension.
 *
 * @param {import('./tools.mjs').Tools} tools
 * @param {import('./profile.mjs').Profile} profile
 * @param {string} vsix
 * @throws {Failure}
 */
export async function installExtension(tools, profile, vsix) {
  if (!fs.existsSync(vsix)) throw new Failure(`There is no extension package ${vsix}.`);
  const args = [
    tools.codeServer,
    ...profileFlags(profile),
    '--install-extension',
    path.resolve(vsix),
    '--force',
  ];
  await runQuietly(`installing ${vsix}`, tools.node, args, { env: environment(profile), timeout: 120_000 });
}

/**
 * @param {number} port
 * @param {string} log
 */
function startFailure(port, log) {
  if (log.includes('EADDRINUSE'))
    return new Failure(`Port ${port} is taken by another program: choose another.`);
  return new Failure(`The editor ended while it started. It wrote:\n${lastLines(log)}`);
}
