/** What runs in a browser must not need Node. */
import { isBuiltin } from 'node:module';

/**
 * Looks at what esbuild put into the programs of a folder.
 *
 * @param {import('esbuild').Metafile} metafile
 * @param {string} folder `dist/web/`: programs that lie elsewhere may use what they like.
 * @returns {void}
 * @throws {Error} If one of them asks for a module of Node's, or for any other that is not in it but `vscode`.
 */
export function demandNoNode(metafile, folder) {
  for (const [program, { imports, inputs }] of Object.entries(metafile.outputs)) {
    if (!program.startsWith(folder)) continue;
    const outside = imports.filter(({ external, path }) => external && path !== 'vscode');
    // A package may tell bundlers to put nothing in a module's place: that fails when it is used.
    const emptied = Object.keys(inputs)
      .map((file) => file.replace(/^\(disabled\):/, ''))
      .filter((file) => isBuiltin(file));
    const found = [...outside.map(({ path }) => path), ...emptied];
    if (found.length > 0) throw new Error(`${program} needs ${found.join(', ')}, which no browser has.`);
  }
}
