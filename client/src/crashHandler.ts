/** What happens when the server dies or can't be understood: it is started anew, but not for ever. */
import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

/** More crashes than this within the period, and the next start would only crash again. */
const CRASHES = 4;
const PERIOD = 3 * 60_000;

/** Errors of the connection in a row before it is given up. */
const ERRORS = 3;

export class CrashHandler implements ErrorHandler {
  readonly #output: vscode.LogOutputChannel;
  readonly #isRunning: () => boolean;
  #crashes: number[] = [];

  /** @param isRunning Whether the server has started and not ended since. */
  constructor(output: vscode.LogOutputChannel, isRunning: () => boolean) {
    this.#output = output;
    this.#isRunning = isRunning;
  }

  error(error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    this.#output.error(error);
    const action = (count ?? 0) <= ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown;
    if (action === ErrorAction.Shutdown) {
      this.#giveUp(vscode.l10n.t('The Demarche server could no longer be understood, so it was ended.'));
    }
    return { action, handled: true };
  }

  closed(): CloseHandlerResult {
    if (!this.#isRunning()) {
      // It ended before it began, and would do so again.
      this.#giveUp(vscode.l10n.t('The Demarche server could not be started.'));
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < PERIOD), now];
    if (this.#crashes.length > CRASHES) {
      this.#giveUp(vscode.l10n.t('The Demarche server keeps ending, so it was not restarted.'));
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const message = vscode.l10n.t(
      'The Demarche server ended unexpectedly and is being restarted. Your text is not touched.',
    );
    this.#say(vscode.window.showWarningMessage, message);
    return { action: CloseAction.Restart, message, handled: true };
  }

  #giveUp(reason: string): void {
    const consequence = vscode.l10n.t(
      'Your text is not touched, but there are no findings, hovers or tags until the server runs.',
    );
    this.#say(vscode.window.showErrorMessage, `${reason} ${consequence}`, 'demarche.restartServer');
  }

  /** Shows a message that leads to the output and, where a command is given, to a new start. */
  async #say(show: typeof vscode.window.showErrorMessage, message: string, restart?: string): Promise<void> {
    const toRestart = vscode.l10n.t('Restart Server');
    const toOutput = vscode.l10n.t('Show Output');
    const chosen = await show(message, ...(restart ? [toRestart, toOutput] : [toOutput]));
    if (chosen === toOutput) this.#output.show();
    else if (chosen === toRestart && restart) await vscode.commands.executeCommand(restart);
  }
}
