/** The licences of what the bundles hold: they ask to be passed on with the code. */
import fs from 'node:fs';
import path from 'node:path';

const NAMES = /^(licen[cs]e|copying)([.-][a-z]+)*$/i;

/**
 * The licence texts of the packages whose code is in some bundles, one after the other.
 *
 * @param {import('esbuild').Metafile[]} metafiles What esbuild says went into the bundles.
 * @param {string} root The project's folder.
 * @returns {string}
 * @throws {Error} If a package brings no licence: such a one must not be shipped.
 */
export function licensesOf(metafiles, root) {
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const file of Object.keys(inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
      if (folder) folders.add(folder);
    }
  }
  const parts = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(
      fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
    );
    const file = fs.readdirSync(path.join(root, folder)).find((each) => NAMES.test(each));
    if (!file) throw new Error(`${name} brings no licence text`);
    const text = fs.readFileSync(path.join(root, folder, file), 'utf8').trim();
    parts.set(`${name} ${version} (${license})`, text);
  }
  return [...parts].map(([title, text]) => `${title}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}
