/** The editor's lists and input fields, driven by its own commands. */
import * as vscode from 'vscode';

export const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem';
export const DOWN = 'workbench.action.quickOpenSelectNext';
export const CLOSE = 'workbench.action.closeQuickOpen';

/** Milliseconds in which a list has come up. */
const LIST = 400;

/** Begins a command, then does one thing after the other, each when its list is there. */
export async function drive(command: string, ...steps: readonly (readonly string[])[]): Promise<void> {
  const running = vscode.commands.executeCommand(command);
  for (const keys of steps) {
    await new Promise((resolve) => setTimeout(resolve, LIST));
    for (const key of keys) await vscode.commands.executeCommand(key);
  }
  await running;
}
