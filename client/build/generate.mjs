/** `npm run generate`: writes everything that is made from the tables (generated.ts). */
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { peggyForEsbuild } from '../../grammar/build/peggy-plugin.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const bundle = path.join(root, 'dist', 'build', 'generated.mjs');

await build({
  absWorkingDir: root,
  entryPoints: ['client/build/generated.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  plugins: [peggyForEsbuild],
  logLevel: 'warning',
});
const { generatedFiles } = await import(bundle);
const read = (/** @type {string} */ name) => fs.readFileSync(path.join(root, name), 'utf8');
const client = fs
  .readdirSync(path.join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: read(path.join('client/src', name)) }));
for (const { path: name, content } of generatedFiles({
  manifest: read('package.json'),
  manifestStrings: read('package.nls.json'),
  client,
})) {
  const file = path.join(root, name);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === content) continue;
  fs.writeFileSync(file, content);
  console.log(`wrote ${name}`);
}
