/**
 * The extension package: what it holds, and how large that is. `node test/package.mjs`, after a production build and
 * the packer.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { explain, Failure } from '../client/desk/failure.mjs';

const root = path.resolve(import.meta.dirname, '..');

/**
 * Programs, with the bytes that each may have. The editor waits for the first; the others may grow, but not unnoticed:
 * who raises a figure should know what for.
 */
const PROGRAMS = {
  'dist/extension.cjs': 100_000,
  'dist/client.cjs': 500_000,
  'dist/server.cjs': 850_000,
  'dist/webview.js': 40_000,
  'dist/webview-style.css': 15_000,
  'dist/web/extension.cjs': 550_000,
  'dist/web/server.js': 820_000,
};

/** The whole package, packed. */
const PACKAGE = 1_000_000;

/** What else may be in it: what the editor loads and what its users read. */
const ALLOWED = [
  /^package(\.nls(\.[a-z-]+)?)?\.json$/,
  /^client\/l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^client\/(images|walkthrough)\/[a-z-]+\.svg$/,
  /^(readme|changelog)\.md$/,
  /^LICENSE\.txt$/,
  /^dist\/THIRD-PARTY-LICENSES\.txt$/,
  /^syntaxes\/[a-z.-]+\.json$/i,
  /^syntaxes\/icons\/[a-z-]+\.(svg|png)$/,
];

/**
 * Checks the package.
 *
 * @returns {{ passed: number, failed: number }} How many checks held; those that did not are written to the console.
 */
export function checkPackage() {
  const file = path.join(root, 'dist', 'demarche.vsix');
  const held = entriesOf(fs.readFileSync(file));
  /** @type {string[]} */
  const wrong = [];
  const total = fs.statSync(file).size;
  if (total > PACKAGE) wrong.push(`The package has ${total} bytes, more than ${PACKAGE}.`);
  for (const [name, limit] of Object.entries(PROGRAMS)) {
    const size = held.get(name);
    if (size === undefined) wrong.push(`${name} is missing.`);
    else if (size > limit) wrong.push(`${name} has ${size} bytes, more than ${limit}.`);
  }
  for (const name of namedByManifest()) {
    if (!held.has(name)) wrong.push(`${name} is named in package.json, but missing.`);
  }
  const strange = [...held.keys()].filter(
    (name) => !(name in PROGRAMS) && !ALLOWED.some((pattern) => pattern.test(name)),
  );
  if (strange.length > 0) wrong.push(`Nobody needs ${strange.join(', ')}.`);
  for (const each of wrong) console.error(each);
  const checks = 2 + Object.keys(PROGRAMS).length + 1;
  return { passed: Math.max(0, checks - wrong.length), failed: wrong.length };
}

/**
 * @returns {string[]} The files that the manifest points to.
 */
function namedByManifest() {
  const manifest = fs.readFileSync(path.join(root, 'package.json'), 'utf8');
  const { icon, main, browser, contributes } = JSON.parse(manifest);
  const texts = JSON.stringify([main, browser, contributes]).matchAll(/"\.\/([^"]+)"/g);
  return [icon, ...[...texts].map(([, name]) => name)];
}

/**
 * @param {Buffer} zip
 * @returns {Map<string, number>} The extension's files, with their size in bytes when unpacked.
 * @throws {Failure} If it is no zip file.
 */
function entriesOf(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Failure('dist/demarche.vsix is no package.');
  const entries = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const file = zip.toString('utf8', at + 46, at + 46 + name);
    if (file.startsWith('extension/'))
      entries.set(file.slice('extension/'.length), zip.readUInt32LE(at + 24));
    at += 46 + name + extra + comment;
  }
  return entries;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { passed, failed } = checkPackage();
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    process.exitCode = explain(error);
  }
}
