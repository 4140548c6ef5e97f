/**
 * Makes the programs in dist/: the extension with its language client apart, the server, the command line, the script
 * and style of the views' pages; and in dist/web/ the extension and the server for browsers.
 * `--watch` keeps at it; `--production` leaves source maps out and makes names short.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';
import { peggyForEsbuild } from '../../grammar/build/peggy-plugin.mjs';
import { licensesOf } from './licenses.mjs';
import { demandNoNode } from './withoutNode.mjs';

/**
 * The language client is a bundle of its own: the editor waits for the extension, and must not wait for a module
 * that is needed in the next turn only.
 */
const clientApart = {
  name: 'client apart',
  setup(bundle) {
    bundle.onResolve({ filter: /\/nodeClient\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './client.cjs', external: true } : null,
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const inBrowsers = {
  outdir: 'dist/web',
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

/**
 * What esbuild is to make.
 *
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions[]}
 */
export function bundles(production) {
  const shared = {
    bundle: true,
    outdir: 'dist',
    platform: 'node',
    target: 'node20.19',
    sourcemap: production ? false : 'linked',
    minify: production,
    // Their texts are kept in a file of their own.
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [clientApart, peggyForEsbuild],
    // Some of what we use ships UMD builds that bundlers can't follow: take their modules.
    mainFields: ['module', 'main'],
  };
  return [
    {
      ...shared,
      entryPoints: {
        extension: 'client/src/extension.ts',
        client: 'client/src/nodeClient.ts',
        server: 'server/src/lsp/main.ts',
      },
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      external: ['vscode'],
    },
    {
      ...shared,
      entryPoints: { demarche: 'server/src/cli/main.ts' },
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      // Dependencies in CommonJS ask for Node's modules with `require`, which an ES module has to be given.
      banner: {
        js: "#!/usr/bin/env node\nimport { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
      },
    },
    {
      ...shared,
      ...inBrowsers,
      // A browser's extension can load nothing but itself, so its language client is part of it.
      entryPoints: { extension: 'client/src/webExtension.ts' },
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      external: ['vscode'],
    },
    {
      ...shared,
      ...inBrowsers,
      entryPoints: { server: 'server/src/lsp/browser.ts' },
      format: 'iife',
    },
    {
      ...shared,
      entryPoints: { webview: 'client/webview/main.ts', 'webview-style': 'client/webview/style.css' },
      platform: 'browser',
      // What the oldest editor that takes the extension runs on.
      target: 'chrome132',
      format: 'iife',
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const options = bundles(process.argv.includes('--production'));
  if (process.argv.includes('--watch')) {
    for (const each of options) await (await context(each)).watch();
  } else {
    try {
      const results = await Promise.all(options.map((each) => build(each)));
      for (const { metafile } of results) demandNoNode(metafile, 'dist/web/');
      const root = path.resolve(import.meta.dirname, '../..');
      const licenses = licensesOf(
        results.map(({ metafile }) => metafile),
        root,
      );
      fs.writeFileSync(path.join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), licenses);
    } catch (error) {
      // Of its own errors esbuild has said what is wrong.
      if (!('errors' in error)) console.error(error.message);
      process.exitCode = 1;
    }
  }
}
