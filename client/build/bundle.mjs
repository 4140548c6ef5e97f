/**
 * Makes everything in dist/: the extension (desktop and web), the server (Node and worker), the command line.
 * `--watch` keeps at it; `--production` leaves source maps out and makes names short.
 */
import { build, context } from 'esbuild';
import { peggyForEsbuild } from '../../grammar/build/peggy-plugin.mjs';

const production = process.argv.includes('--production');

const shared = {
  bundle: true,
  outdir: 'dist',
  target: ['node20.19', 'chrome128'],
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [peggyForEsbuild],
  // Both vscode-languageserver and its kin ship UMD builds that bundlers can't follow: take their modules.
  mainFields: ['module', 'main'],
};

const bundles = [
  {
    ...shared,
    entryPoints: { extension: 'client/src/extension.ts', server: 'server/src/lsp/main.ts' },
    platform: 'node',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  {
    ...shared,
    entryPoints: { demarche: 'server/src/cli/main.ts' },
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    // Dependencies in CommonJS ask for Node's modules with `require`, which an ES module has to be given.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
  },
];

if (process.argv.includes('--watch')) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
