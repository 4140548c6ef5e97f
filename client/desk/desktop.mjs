/**
 * A desktop VS Code on this machine, if there is one that can take the extension.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { capture, findOnPath, isExecutable, lastLines } from './run.mjs';
import { hasDisplay } from './systemBrowser.mjs';

/** Where the command lies when nobody put it on the PATH. */
const USUAL_PLACES = [
  '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
  `${process.env.LOCALAPPDATA}\\Programs\\Microsoft VS Code\\bin\\code.cmd`,
];

/**
 * @typedef {{ name: string, command: string }} Desktop
 */

/**
 * Finds a command that works: as root, or without its libraries, `code` is there but refuses.
 *
 * @param {string} root The project's folder; its package.json says which VS Code is new enough.
 * @returns {Promise<Desktop | undefined>}
 */
export async function findDesktop(root) {
  // In a terminal of a remote VS Code, `code` speaks to that one, which can't load an extension from here.
  if (!hasDisplay() || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const { engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const onPath = ['code', 'code-insiders', 'codium'].map(findOnPath);
  for (const command of [...onPath, ...USUAL_PLACES.filter(isExecutable)]) {
    // Under WSL the PATH leads to Windows' own, which does not know our paths.
    if (!command || command.startsWith('/mnt/')) continue;
    const { code, stdout } = await capture(command, ['--version'], { timeout: 10_000 });
    const version = /^\d+\.\d+\.\d+/.exec(stdout)?.[0];
    if (code !== 0 || !version) continue;
    const name = `VS Code ${version} (${command})`;
    if (isNewEnough(version, engines.vscode)) return { name, command };
    console.error(`${name} is too old: the extension needs ${engines.vscode}.`);
  }
  return undefined;
}

/**
 * @param {string} version `1.100.2`
 * @param {string} range `^1.100.0`, the only kind of range that VS Code's engine field needs.
 */
function isNewEnough(version, range) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = range.replace(/^\D+/, '').split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/**
 * Opens a folder, or a file within its folder, in a window of its own that has the extension.
 *
 * @param {Desktop} desktop
 * @param {string} root
 * @param {string} target
 * @throws {Failure}
 */
export async function openInDesktop(desktop, root, target) {
  const places = fs.statSync(target).isDirectory() ? [target] : [path.dirname(target), target];
  const args = [`--extensionDevelopmentPath=${root}`, ...places];
  const { code, output } = await capture(desktop.command, args, { timeout: 60_000 });
  if (code !== 0) throw new Failure(`${desktop.name} did not open:\n${lastLines(output)}\nTry --embedded.`);
}
