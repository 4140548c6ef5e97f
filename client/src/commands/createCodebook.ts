/** Makes a codebook with a commented start. One that is there is opened, and never written over. */
import * as vscode from 'vscode';
import { activeEditor } from '../documents.ts';

const NAME = 'demarche.yaml';

/** @param chosen a folder of the explorer, or a file in the one that is meant */
export async function createCodebook(chosen?: unknown): Promise<void> {
  const folder = await folderFor(chosen);
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder, NAME);
  if (!(await exists(uri))) {
    const edit = new vscode.WorkspaceEdit();
    const contents = new TextEncoder().encode(startOfCodebook());
    // Not over one that was made in the meantime.
    edit.createFile(uri, { contents, overwrite: false, ignoreIfExists: true });
    if (!(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be made.', uri.fsPath));
      return;
    }
  } else {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This folder has a codebook already: here it is.'),
    );
  }
  await vscode.window.showTextDocument(uri);
}

/** The folder that was chosen, else the workspace's: the one of the active text, the only one, or one that is asked for. */
async function folderFor(chosen: unknown): Promise<vscode.Uri | undefined> {
  if (chosen instanceof vscode.Uri) {
    const { type } = await vscode.workspace.fs.stat(chosen);
    return type & vscode.FileType.Directory ? chosen : vscode.Uri.joinPath(chosen, '..');
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  const document = activeEditor()?.document;
  const own = document && vscode.workspace.getWorkspaceFolder(document.uri);
  if (own ?? folders.length === 1) return (own ?? folders[0])?.uri;
  if (folders.length > 1) {
    const placeHolder = vscode.l10n.t('The folder whose texts are to follow the codebook');
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
  }
  if (document && document.uri.scheme !== 'untitled') return vscode.Uri.joinPath(document.uri, '..');
  const open = vscode.l10n.t('Open Folder');
  const message = vscode.l10n.t('A codebook belongs to a folder: open the one with your texts first.');
  const answer = await vscode.window.showInformationMessage(message, open);
  if (answer === open) await vscode.commands.executeCommand('vscode.openFolder');
  return undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** A codebook without entries, and how one writes them. */
function startOfCodebook(): string {
  const { t } = vscode.l10n;
  return `# ${t('The codebook: who acts, and what about. All texts in this folder and below it follow it.')}

# ${t('Actors: the id that texts use (@norland), the name, and other names that texts call it by.')}
# ${t('Kinds: state, organization, group, person. “of” is what an actor belongs to.')}
actors:
  # norland: { name: Norland, kind: state, aka: [Arnby] }
  # lind: { name: Maja Lind, kind: person, of: norland }

# ${t('Topics: what statements are about (topic=dam). “in” is the wider topic, “note” says when to use it.')}
topics:
  # dam: { name: The Harte dam, in: river, note: Any stage of building it. }
  # river: { name: The river Harte }
`;
}
