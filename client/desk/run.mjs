/**
 * Child processes: finding programs, running them in silence, and showing what they said only if they fail.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

const onWindows = process.platform === 'win32';

/** How much of a program's output is kept: enough for an error message, whatever it writes. */
const OUTPUT_LIMIT = 200_000;

/**
 * @typedef {object} Outcome
 * @property {number | null} code Exit code; null when a signal ended it, or it could not be started.
 * @property {string} stdout
 * @property {string} output Both streams, in the order in which they came.
 */

/**
 * Starts a program. Windows' .cmd and .bat files need a shell, and the shell needs quotes.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  if (!onWindows || !/\.(cmd|bat)$/i.test(command)) return spawn(command, args, options);
  const quote = (/** @type {string} */ word) => `"${word.replaceAll('"', '""')}"`;
  return spawn(quote(command), args.map(quote), { ...options, shell: true });
}

/**
 * Runs a program to its end, without input, and collects what it says. Never rejects.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options] `timeout` in milliseconds.
 * @returns {Promise<Outcome>}
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    let stdout = '';
    let output = '';
    const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout = (stdout + text).slice(-OUTPUT_LIMIT);
      output = (output + text).slice(-OUTPUT_LIMIT);
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-OUTPUT_LIMIT);
    });
    child.on('error', (error) => resolve({ code: null, stdout, output: output + error.message }));
    child.on('close', (code) => resolve({ code, stdout, output }));
  });
}

/**
 * Runs a program that must succeed; its output is shown only when it doesn't.
 *
 * @param {string} task What is being done, for the message: `installing the editor`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof capture>[2]} [options]
 * @returns {Promise<Outcome>}
 * @throws {Failure} With what the program wrote, shortened.
 */
export async function runQuietly(task, command, args, options) {
  const outcome = await capture(command, args, options);
  if (outcome.code === 0) return outcome;
  const how = outcome.code === null ? 'did not run to its end' : `ended with code ${outcome.code}`;
  throw new Failure(`Failed: ${task}. ${path.basename(command)} ${how}:\n${excerpt(outcome.output)}`);
}

/**
 * @param {string} text
 * @param {number} [count]
 * @returns {string} The last lines of a text, indented.
 */
export function lastLines(text, count = 25) {
  const lines = text.trimEnd().split(/\r?\n/).slice(-count);
  return lines.map((line) => `  ${line}`).join('\n');
}

/**
 * npm names the cause first, most other programs last.
 *
 * @param {string} text
 * @returns {string} The first and the last lines of a text, indented.
 */
function excerpt(text) {
  const lines = text.trimEnd().split(/\r?\n/);
  if (lines.length <= 30) return lastLines(text, 30);
  return [lastLines(lines.slice(0, 10).join('\n')), '  …', lastLines(text, 20)].join('\n');
}

/**
 * @param {string} name A program's name, without an extension.
 * @returns {string | undefined} Its path, if PATH leads to it.
 */
export function findOnPath(name) {
  const endings = onWindows ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)) {
    for (const ending of endings) {
      const file = path.join(folder, name + ending);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

/**
 * @param {string} file
 */
export function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * How to call npm: the very one that called us if there is one, since that works even if PATH has none.
 *
 * @returns {{ command: string, args: string[] }}
 * @throws {Failure}
 */
export function npm() {
  const caller = process.env.npm_execpath;
  if (caller && /npm-cli\.[cm]?js$/.test(caller) && fs.existsSync(caller)) {
    return { command: process.execPath, args: [caller] };
  }
  const command = findOnPath('npm');
  if (!command) throw new Failure('npm is not on the PATH. It comes with Node: install Node 20.19 or later.');
  return { command, args: [] };
}
