/**
 * From a fresh checkout to an open editor: dependencies, build, a first lint, and VS Code with the
 * extension.
 *
 *   npm start -- [PATH] [--embedded] [--port N] [--no-open]
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from '../build/setup.mjs';
import { findDesktop, openInDesktop } from './desktop.mjs';
import { openEmbedded } from './embedded.mjs';
import { explain, Failure } from './failure.mjs';

const root = path.resolve(import.meta.dirname, '../..');

const USAGE = `Usage: npm start -- [PATH] [--embedded] [--port N] [--no-open]

  PATH         a file or folder of yours; the samples if not given
  --embedded   use the embedded editor even if there is a desktop VS Code
  --port N     the embedded editor's port, 8484 if not given
  --no-open    prepare everything, open nothing`;

/**
 * @typedef {object} StartOptions
 * @property {string} target Absolute path of the file or folder to open.
 * @property {boolean} embedded
 * @property {number | undefined} port
 * @property {boolean} open
 */

/** Runs all steps; sets the exit code. */
export async function main() {
  try {
    const options = readArguments();
    if (!options) console.log(USAGE);
    else await startDemarche(options);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/**
 * @param {StartOptions} options
 */
async function startDemarche({ target, embedded, port, open }) {
  await ensureDependencies();

  console.error('Building …');
  if ((await runHere('client/build/bundle.mjs')) !== 0) throw new Failure('The build failed.');

  console.error(`Linting ${target} …`);
  const found = await runHere('dist/demarche.mjs', 'lint', target);
  if (found === 1) console.error('These findings are shown in the editor too.');
  else if (found !== 0) throw new Failure('The lint did not get through: nothing was opened.', found);

  const desktop = embedded ? undefined : await findDesktop(root);
  if (desktop) {
    if (open) await openInDesktop(desktop, root, target);
    console.error(open ? `Opened in ${desktop.name}.` : `Ready to be opened in ${desktop.name}.`);
    return;
  }
  const { packageExtension } = await import('../build/package.mjs');
  await openEmbedded({ vsix: await packageExtension({ folder: root }), target, port, open });
}

/**
 * Runs a script of the project, with its output shown.
 *
 * @param {string} script
 * @param {...string} args
 * @returns {Promise<number>} Its exit code; 1 for a signal would look like findings, so 2 stands for one.
 */
function runHere(script, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('error', () => resolve(2));
    child.on('close', (code) => resolve(code ?? 2));
  });
}

/**
 * @returns {StartOptions | undefined} Undefined if only help is wanted.
 * @throws {Failure}
 */
function readArguments() {
  const { values, positionals } = parse();
  if (values.help) return undefined;
  if (positionals.length > 1) throw new Failure(`One path at a time, please.\n\n${USAGE}`, 2);
  // npm runs scripts in the project's folder and tells where it was called.
  const here = process.env.npm_lifecycle_event === 'start' ? process.env.INIT_CWD : undefined;
  const [given] = positionals;
  const target = given === undefined ? path.join(root, 'samples') : path.resolve(here ?? '.', given);
  if (!fs.existsSync(target)) throw new Failure(`There is no file or folder ${target}.`, 2);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Failure(`--port is ${values.port}, but should be a number from 1 to 65535.`, 2);
  }
  return { target, port, embedded: values.embedded, open: !values['no-open'] };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        embedded: { type: 'boolean', default: false },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Failure(`${/** @type {Error} */ (error).message}\n\n${USAGE}`, 2);
  }
}
