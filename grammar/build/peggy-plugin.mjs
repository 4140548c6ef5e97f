/**
 * Turns `import … from './demarche.peggy'` into the parser: one step, for esbuild (bundles) and Vite (tests),
 * with a source map back to the grammar.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import peggy from 'peggy';
import { runPlugin } from './run-plugin.mjs';

const START_RULES = ['Document', 'Blocks', 'BlockEvents'];

/**
 * The parser's source for a grammar file.
 *
 * @param {string} path of the .peggy file
 * @returns {string} an ES module, its source map inline
 * @throws peggy's GrammarError, with the place, if the grammar is wrong
 */
export function compileGrammar(path) {
  return peggy.generate(readFileSync(path, 'utf8'), {
    output: 'source-with-inline-map',
    format: 'es',
    grammarSource: basename(path),
    allowedStartRules: START_RULES,
    plugins: [runPlugin],
  });
}

/** For esbuild. */
export const peggyForEsbuild = {
  name: 'peggy',
  setup(build) {
    build.onLoad({ filter: /\.peggy$/ }, ({ path }) => ({ contents: compileGrammar(path), loader: 'js' }));
  },
};

/** For Vite and Vitest. */
export const peggyForVite = {
  name: 'peggy',
  enforce: 'pre',
  load(id) {
    return id.endsWith('.peggy') ? compileGrammar(id) : null;
  },
};
