/**
 * Packs what the bundler made into an extension package: `npm run package`, after a build.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { explain, Failure } from '../desk/failure.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Makes the package; what it holds is what .vscodeignore leaves.
 *
 * @param {{ folder?: string, file?: string }} [options] The extension's folder and the package's path; the
 *   project itself and its `dist/demarche.vsix` if not given.
 * @returns {Promise<string>} The path of the package.
 * @throws {Failure}
 */
export async function packageExtension(options = {}) {
  const folder = options.folder ?? root;
  const file = options.file ?? path.join(folder, 'dist', 'demarche.vsix');
  const { createVSIX } = await import('@vscode/vsce');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // Packed beside its place and moved: a reader never sees half a package, nor the package itself.
  const unfinished = `${file}.${process.pid}`;
  try {
    await silently(() =>
      createVSIX({
        cwd: folder,
        packagePath: unfinished,
        dependencies: false,
        allowMissingRepository: true,
        skipLicense: true,
      }),
    );
    fs.renameSync(unfinished, file);
  } catch (error) {
    // The packer rejects with strings at times.
    throw new Failure(`The extension could not be packed: ${error instanceof Error ? error.message : error}`);
  } finally {
    fs.rmSync(unfinished, { force: true });
  }
  return file;
}

/**
 * Runs work without its talk on standard output.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function silently(work) {
  const { log, info } = console;
  console.log = () => {};
  console.info = () => {};
  try {
    return await work();
  } finally {
    Object.assign(console, { log, info });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(`Packed ${path.relative(process.cwd(), await packageExtension())}`);
  } catch (error) {
    process.exitCode = explain(error);
  }
}
