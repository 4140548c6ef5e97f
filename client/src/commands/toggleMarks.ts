/** Hides the marks of the source, or shows them again. */
import * as vscode from 'vscode';

/** Changes the setting where it is set, so that it takes effect; else for the user. */
export async function toggleMarks(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('demarche', vscode.window.activeTextEditor?.document);
  const wanted = settings.get('marks') === 'hidden' ? 'dimmed' : 'hidden';
  const set = settings.inspect('marks');
  const target =
    set?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await settings.update('marks', wanted, target);
}
