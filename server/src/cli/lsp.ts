/** `demarche lsp`: the language server, for editors. */
import { Command } from 'commander';
import type { Run } from './run.ts';

export function lspCommand(run: Run): Command {
  return new Command('lsp')
    .summary('run the language server, for editors')
    .description('Runs the language server. Editors start it; it speaks the Language Server Protocol.')
    .option('--stdio', 'over standard input and output (the only way, and the default)')
    .option('--clientProcessId <id>', 'end when this process does')
    .action(async () => {
      // The server reads the options from the command line itself.
      if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
      const { startStdioServer } = await import('../lsp/node.ts');
      startStdioServer();
      run.exitCode = null;
    })
    .addHelpText(
      'after',
      `
Example (Neovim):
  vim.lsp.start({ name = 'demarche', cmd = { 'demarche', 'lsp', '--stdio' } })`,
    );
}
