/** The one table of commands. Their titles, keys and menus are in package.json. */
import * as vscode from 'vscode';
import { SHOW_REFERENCES } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { MarkedTexts } from '../marks/markedTexts.ts';
import type { Pictures } from '../pictures/index.ts';
import type { SideViews } from '../views/sideViews.ts';
import { actorCommands } from './actors.ts';
import { continueStatement } from './continueStatement.ts';
import { copyStripped } from './copyStripped.ts';
import { createCodebook } from './createCodebook.ts';
import { exportDocument } from './exportDocument.ts';
import { findPublishedWords } from './findInText.ts';
import { goToStatement } from './goToStatement.ts';
import { newFromClipboard, newFromFile, newFromSelection } from './newDocument.ts';
import { restartServer } from './restartServer.ts';
import { showReferences } from './showReferences.ts';
import { showSource, showText } from './showText.ts';
import { type Marking, tagSelections } from './tagSelections.ts';
import { toggleMarks } from './toggleMarks.ts';
import { undoMarking } from './undoMarking.ts';
import { viewCommands } from './views.ts';

/** What commands work with. */
export interface CommandParts extends Marking {
  readonly server: LanguageServer;
  readonly marks: MarkedTexts;
  readonly sideViews: SideViews;
  readonly pictures: Pictures;
  readonly output: vscode.LogOutputChannel;
}

/** Registers all commands. A failure is logged, and told in words that say what to do. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { server, marks, views, sideViews, pictures, history, output } = parts;
  const commands: Record<string, (...args: unknown[]) => unknown> = {
    'demarche.nextStatement': () => goToStatement(server, views, 'next'),
    'demarche.previousStatement': () => goToStatement(server, views, 'previous'),
    'demarche.tagAsClaim': () => tagSelections(server, parts, 'claim'),
    'demarche.tagAsDemand': () => tagSelections(server, parts, 'demand'),
    'demarche.tagAsActor': () => tagSelections(server, parts, 'actor'),
    'demarche.tagAsMemo': () => tagSelections(server, parts, 'memo'),
    'demarche.continueStatement': () => continueStatement(server, parts),
    'demarche.newFromClipboard': () => newFromClipboard(server),
    'demarche.newFromFile': (resource) => newFromFile(server, resource),
    'demarche.newFromSelection': () => newFromSelection(server),
    'demarche.copyStripped': () => copyStripped(server, views),
    'demarche.export': () => exportDocument(server, views),
    'demarche.findInText': () => findPublishedWords(server, views),
    'demarche.showText': () => showText(marks),
    'demarche.showSource': () => showSource(views),
    'demarche.toggleMarks': toggleMarks,
    'demarche.undoMarking': () => undoMarking(history, 'undo'),
    'demarche.redoMarking': () => undoMarking(history, 'redo'),
    'demarche.showArgumentMap': () => pictures.show('argument'),
    'demarche.showActorNetwork': () => pictures.show('network'),
    'demarche.showDemands': () => pictures.show('demands'),
    'demarche.savePicture': () => pictures.save(),
    [SHOW_REFERENCES]: showReferences,
    'demarche.createCodebook': createCodebook,
    ...viewCommands(server, sideViews),
    ...actorCommands(server, sideViews),
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
