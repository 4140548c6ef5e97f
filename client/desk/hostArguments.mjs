/**
 * The part of VS Code's command line that a test run uses.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

/**
 * @typedef {object} HostArguments
 * @property {string} tests The suite's module.
 * @property {string[]} developed Extensions under development.
 * @property {string} [folder] The folder or workspace file to open.
 * @property {string[]} files Files to open.
 * @property {string} [userData]
 * @property {string} [extensions]
 * @property {boolean} withoutExtensions
 */

/**
 * Paths come back absolute. Options that mean nothing here are passed over, as VS Code does.
 *
 * @param {string[]} args
 * @returns {HostArguments}
 * @throws {Failure} If there is no suite, or a path leads nowhere.
 */
export function parseHostArguments(args) {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: {
      extensionTestsPath: { type: 'string' },
      extensionDevelopmentPath: { type: 'string', multiple: true },
      'folder-uri': { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      'disable-extensions': { type: 'boolean' },
    },
  });
  const text = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : undefined);
  const resolved = (/** @type {unknown} */ value) => (text(value) ? path.resolve(String(value)) : undefined);

  const tests = text(values.extensionTestsPath);
  if (!tests) throw new Failure('This runs test suites only: give --extensionTestsPath=MODULE.', 2);
  const developed = [values.extensionDevelopmentPath].flat().flatMap((value) => resolved(value) ?? []);
  // VS Code starts no suite without one.
  if (developed.length === 0) throw new Failure('Give --extensionDevelopmentPath=FOLDER too.', 2);

  const given = positionals.map((place) => path.resolve(place));
  const uri = text(values['folder-uri']);
  if (uri) given.unshift(fileURLToPath(uri));
  const isFolder = (/** @type {string} */ place) =>
    place.endsWith('.code-workspace') || fs.statSync(place).isDirectory();
  for (const place of [...given, ...developed]) {
    if (!fs.existsSync(place)) throw new Failure(`There is no ${place}.`, 2);
  }
  return {
    tests: findModule(tests),
    developed,
    folder: given.find(isFolder),
    files: given.filter((place) => !isFolder(place)),
    userData: resolved(values['user-data-dir']),
    extensions: resolved(values['extensions-dir']),
    withoutExtensions: values['disable-extensions'] === true,
  };
}

/**
 * @param {string} place A path or a file address, with or without the ending, as `require` takes it.
 * @throws {Failure}
 */
function findModule(place) {
  const file = place.startsWith('file:') ? fileURLToPath(place) : path.resolve(place);
  try {
    return createRequire(import.meta.url).resolve(file);
  } catch {
    throw new Failure(`There is no test suite ${file}.`, 2);
  }
}
