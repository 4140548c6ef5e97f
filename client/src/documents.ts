/** Which documents are ours. */
import * as vscode from 'vscode';

export const LANGUAGE = 'demarche';

/**
 * Where documents may live, whatever folder is open: on disk, nowhere yet, at a remote machine (as a browser sees it),
 * in a repository that was never cloned.
 */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

const CODEBOOKS = '**/demarche.yaml';

/**
 * The schemes of the documents that the server knows. To these come those of the folders that are open, since any
 * extension may bring a file system of its own. Not simply all there are: the left half of a comparison (`git:`), a
 * file's past and other people's views of a text are documents too, and would define each statement a second time.
 */
export function documentSchemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set([...SCHEMES, ...folders.map(({ uri }) => uri.scheme)])];
}

/** The documents that the server knows: texts, and codebooks for what is wrong in them. */
export function documentSelector(
  schemes: readonly string[],
): { scheme: string; language: string; pattern?: string }[] {
  return schemes.flatMap((scheme) => [
    { scheme, language: LANGUAGE },
    { scheme, language: 'yaml', pattern: CODEBOOKS },
  ]);
}

/** The editor that has the focus, if it shows a text of ours. */
export function activeEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === LANGUAGE ? editor : undefined;
}
