/** The one table of commands. Their titles, keys and menus are in package.json. */
import * as vscode from 'vscode';
import { SHOW_REFERENCES } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { Pictures } from '../pictures/index.ts';
import { goToStatement } from './goToStatement.ts';
import { restartServer } from './restartServer.ts';
import { showReferences } from './showReferences.ts';
import { tagSelections } from './tagSelections.ts';

/** Registers all commands. A failure is logged, and told in words that say what to do. */
export function registerCommands(
  server: LanguageServer,
  output: vscode.LogOutputChannel,
  pictures: Pictures,
): vscode.Disposable {
  const commands: Record<string, (...args: unknown[]) => unknown> = {
    'demarche.nextStatement': () => goToStatement(server, 'next'),
    'demarche.previousStatement': () => goToStatement(server, 'previous'),
    'demarche.tagAsClaim': () => tagSelections(server, 'claim'),
    'demarche.tagAsDemand': () => tagSelections(server, 'demand'),
    'demarche.tagAsActor': () => tagSelections(server, 'actor'),
    'demarche.tagAsMemo': () => tagSelections(server, 'memo'),
    'demarche.showArgumentMap': () => pictures.show('argument'),
    'demarche.showActorNetwork': () => pictures.show('network'),
    'demarche.showDemands': () => pictures.show('demands'),
    'demarche.savePicture': () => pictures.save(),
    [SHOW_REFERENCES]: showReferences,
    'demarche.restartServer': () => restartServer(server),
    'demarche.showOutput': () => output.show(),
  };
  const registrations = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(name, async (...args: unknown[]) => {
      try {
        await run(...args);
      } catch (error) {
        output.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
        // Not awaited: a caller of the command should not wait until somebody closes the message.
        void tellFailure(output);
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}

async function tellFailure(output: vscode.LogOutputChannel): Promise<void> {
  const toRestart = vscode.l10n.t('Restart Server');
  const toOutput = vscode.l10n.t('Show Output');
  const message = vscode.l10n.t('The Demarche server could not do this. Restarting it may help.');
  const chosen = await vscode.window.showErrorMessage(message, toRestart, toOutput);
  if (chosen === toRestart) await vscode.commands.executeCommand('demarche.restartServer');
  else if (chosen === toOutput) output.show();
}
