/** What is made for browsers holds nothing that only Node has; and a program that did would be found out. */
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundles } from '../../client/build/bundle.mjs';
import { demandNoNode } from '../../client/build/withoutNode.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Bundles, writes nothing, and looks at what came of it. */
async function look(options: BuildOptions): Promise<void> {
  const { metafile } = await build({ ...options, absWorkingDir: root, write: false, metafile: true });
  demandNoNode(metafile, 'dist/web/');
}

const program = (contents: string, options: BuildOptions = {}): BuildOptions => ({
  stdin: { contents, resolveDir: root },
  outfile: 'dist/web/program.js',
  bundle: true,
  platform: 'browser',
  ...options,
});

test('the extension and the server for browsers need nothing of Node', async () => {
  const web = bundles(true).filter(({ outdir }) => outdir === 'dist/web');
  expect(web).toHaveLength(2);
  for (const options of web) await look(options);
});

test.each(['node:fs', 'path'])('%s left outside is found', async (name) => {
  const options = program(`import * as it from '${name}'; console.log(it)`, { external: [name] });
  await expect(look(options)).rejects.toThrow(`dist/web/program.js needs ${name}`);
});

test('a module of Node’s that a package empties for browsers is found', async () => {
  const empty: BuildOptions = {
    plugins: [
      {
        name: 'a package that empties fs',
        setup: (bundle) => {
          bundle.onResolve({ filter: /^fs$/ }, () => ({ path: 'fs', namespace: '(disabled)' }));
          bundle.onLoad({ filter: /.*/, namespace: '(disabled)' }, () => ({ contents: '' }));
        },
      },
    ],
  };
  await expect(look(program(`import * as it from 'fs'; console.log(it)`, empty))).rejects.toThrow('needs fs');
});

test('the editor itself may be left outside, and other programs may use Node', async () => {
  await look(program(`import * as it from 'vscode'; console.log(it)`, { external: ['vscode'] }));
  await look(
    program(`import * as it from 'fs'; console.log(it)`, { platform: 'node', outfile: 'dist/program.js' }),
  );
});
