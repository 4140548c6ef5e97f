/**
 * Runs the language server in editors that others wrote, Neovim and Emacs: `node test/clients/run.mjs`. The
 * command line must be bundled. Each is set up by the very lines that client/EDITORS.md gives.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { explain, Failure } from '../../client/desk/failure.mjs';
import { capture, lastLines } from '../../client/desk/run.mjs';
import { ensureEditors } from './programs.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

/** Far above what a run takes (2 s): each check gives up by itself after 10 s. */
const TIMEOUT = 120_000;

/**
 * @typedef {object} Editor
 * @property {string} name
 * @property {string} language That of its set-up in client/EDITORS.md.
 * @property {string} driver The script that drives it.
 * @property {string} program
 * @property {(setup: string, driver: string) => string[]} args
 */

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} [error] What was wrong, if it failed.
 */

/**
 * Drives each editor through its checks, one after the other, on a copy of the workspace, and prints a line a check.
 *
 * @returns {Promise<{ passed: number, failed: number }>} An editor that did not get to its end counts as one failure.
 * @throws {Failure} If an editor is missing and can't be installed.
 */
export async function runForeignClients() {
  const total = { passed: 0, failed: 0 };
  for (const editor of await editors()) {
    for (const { name, error } of await drive(editor)) {
      console.log(`${error === undefined ? 'ok' : 'not ok'} ${editor.name}: ${name}`);
      if (error !== undefined) console.log(lastLines(error));
      total[error === undefined ? 'passed' : 'failed']++;
    }
  }
  return total;
}

/**
 * @returns {Promise<Editor[]>}
 */
async function editors() {
  const { neovim, emacs } = await ensureEditors();
  return [
    {
      name: 'Neovim',
      language: 'lua',
      driver: 'neovim.lua',
      program: neovim,
      args: (setup, driver) => ['--headless', '--clean', '-u', setup, '-S', driver],
    },
    {
      name: 'Emacs',
      language: 'elisp',
      driver: 'emacs.el',
      program: emacs,
      args: (setup, driver) => ['-q', '--batch', '-l', setup, '-l', driver],
    },
  ];
}

/**
 * @param {Editor} editor
 * @returns {Promise<Check[]>}
 */
async function drive(editor) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-clients-'));
  const workspace = path.join(folder, 'workspace');
  const result = path.join(folder, 'result.json');
  const setup = path.join(folder, `setup.${editor.language}`);
  try {
    fs.cpSync(path.join(here, 'workspace'), workspace, { recursive: true });
    fs.writeFileSync(setup, setupOf(editor.language));
    const env = { ...process.env, ...surroundings(folder), DEMARCHE_TEST_RESULT: result };
    const args = editor.args(setup, path.join(here, editor.driver));
    const { code, output } = await capture(editor.program, args, { cwd: workspace, env, timeout: TIMEOUT });
    if (code !== 0 || !fs.existsSync(result)) {
      return [{ name: 'runs to its end', error: `It ended with code ${code}:\n${output}` }];
    }
    return [...JSON.parse(fs.readFileSync(result, 'utf8')), checkFiles(workspace)];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * @param {string} language
 * @returns {string} The lines that client/EDITORS.md gives for an editor.
 */
function setupOf(language) {
  const page = fs.readFileSync(path.join(root, 'client', 'EDITORS.md'), 'utf8');
  const lines = page.split(`\n\`\`\`${language}\n`)[1]?.split('\n```')[0];
  if (!lines) throw new Failure(`client/EDITORS.md has no set-up in ${language}.`);
  return lines;
}

/**
 * A home without a user's settings, and `demarche` on the PATH as an installation would put it there.
 *
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
function surroundings(folder) {
  const home = path.join(folder, 'home');
  const programs = path.join(folder, 'bin');
  fs.mkdirSync(home);
  fs.mkdirSync(programs);
  const words = [process.execPath, path.join(root, 'dist', 'demarche.mjs')].map((word) => `'${word}'`);
  fs.writeFileSync(path.join(programs, 'demarche'), `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, {
    mode: 0o755,
  });
  const xdg = Object.fromEntries(
    ['CONFIG', 'DATA', 'STATE', 'CACHE'].map((name) => [`XDG_${name}_HOME`, path.join(home, name)]),
  );
  return { HOME: home, ...xdg, PATH: `${programs}${path.delimiter}${process.env.PATH}` };
}

/**
 * The last thing that a driver does is to rename the museum and to save; all else it has undone.
 *
 * @param {string} workspace
 * @returns {Check}
 */
function checkFiles(workspace) {
  const name = 'what was renamed is saved, and nothing else has changed';
  for (const file of fs.readdirSync(path.join(here, 'workspace'))) {
    const before = fs.readFileSync(path.join(here, 'workspace', file), 'utf8');
    const wanted = before.replaceAll(/@museum\b|^ {2}museum(?=:)|(?<= of: )museum/gm, (old) =>
      old.replace('museum', 'gallery'),
    );
    const found = fs.readFileSync(path.join(workspace, file), 'utf8');
    if (wanted === before) return { name, error: `${file} never named the museum: the test tests nothing.` };
    if (found !== wanted) return { name, error: `${file} is\n${found}\nbut should be\n${wanted}` };
  }
  return { name };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { passed, failed } = await runForeignClients();
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    process.exitCode = explain(error);
  }
}
