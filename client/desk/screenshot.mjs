#!/usr/bin/env node
/**
 * Takes pictures of the extension in the real editor:
 *
 *   node client/desk/screenshot.mjs SCRIPT OUTDIR [--theme dark] [--size 1400x900] [--scale 2]
 *     [--folder samples] [--vsix FILE | --without-extension]
 *
 * SCRIPT is a module whose default export is called with a desk: `async ({ page, shot, openFile, command,
 * theme, folder })`. See tour.mjs.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openDesk } from './desk.mjs';
import { explain, Failure } from './failure.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const usage =
  'Usage: node client/desk/screenshot.mjs SCRIPT OUTDIR [--theme light|dark|hc|hc-light] [--size 1400x900]';

/**
 * @returns {{ script: string, without: boolean, vsix: string | undefined,
 *   options: import('./desk.mjs').DeskOptions & { shots: string } }}
 */
function readArguments() {
  const { values, positionals } = parse();
  const [script, shots] = positionals;
  if (!script || !shots || positionals.length > 2) throw new Failure(usage, 2);
  if (!fs.existsSync(script)) throw new Failure(`There is no script ${script}.`, 2);
  const size = /^(\d{3,5})x(\d{3,5})$/.exec(values.size);
  if (!size) throw new Failure(`--size is ${values.size}, but should look like 1400x900.`, 2);
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 4)) throw new Failure(`--scale is ${values.scale}, but should be 1 to 4.`, 2);
  const options = {
    folder: path.resolve(values.folder),
    theme: values.theme,
    size: { width: Number(size[1]), height: Number(size[2]) },
    scale,
    shots: path.resolve(shots),
  };
  return { script: path.resolve(script), without: values['without-extension'], vsix: values.vsix, options };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        theme: { type: 'string', default: 'light' },
        size: { type: 'string', default: '1400x900' },
        scale: { type: 'string', default: '1' },
        folder: { type: 'string', default: path.join(root, 'samples') },
        vsix: { type: 'string' },
        'without-extension': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Failure(`${/** @type {Error} */ (error).message}\n${usage}`, 2);
  }
}

/**
 * @returns {Promise<string>} The packaged extension, made now if it isn't there.
 */
async function packaged() {
  const made = path.join(root, 'dist', 'demarche.vsix');
  if (fs.existsSync(made)) return made;
  const { packageExtension } = await import('../build/package.mjs');
  return packageExtension();
}

async function main() {
  const { script, without, vsix, options } = readArguments();
  const { default: act } = await import(pathToFileURL(script).href);
  if (typeof act !== 'function') throw new Failure(`${script} has no default export to call.`, 2);
  const extension = without ? undefined : (vsix ?? (await packaged()));
  /** @type {import('./desk.mjs').Desk | undefined} */
  let desk;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await desk?.close().catch(() => {});
      process.exit(1);
    });
  }
  desk = await openDesk({ ...options, vsix: extension });
  const { shot } = desk;
  try {
    await act({
      ...desk,
      shot: async (/** @type {string} */ name) => {
        const file = await shot(name);
        console.log(path.relative(process.cwd(), file));
        return file;
      },
    });
  } catch (error) {
    // What it looked like then says more than the message.
    await shot('failed').catch(() => {});
    throw error;
  } finally {
    await desk.close();
  }
}

main().catch((error) => {
  process.exitCode = explain(error);
});
