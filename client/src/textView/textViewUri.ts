/** How a text view is called, and whose it is. */
import * as vscode from 'vscode';

export const TEXT_SCHEME = 'demarche-text';

/**
 * The text view of a source. Its name is what the tab shows, and what says its language (package.json); its path what
 * is shown above the text, so it is from the folder of the workspace on.
 */
export function textViewUri(source: vscode.Uri): vscode.Uri {
  const path = vscode.workspace
    .asRelativePath(source)
    .replaceAll('\\', '/')
    .replace(/\.demarche$/, '');
  return vscode.Uri.from({
    scheme: TEXT_SCHEME,
    path: `/${path.replace(/^\/+/, '')}.demarche (text)`,
    query: source.toString(),
  });
}

/** The source of a text view. */
export function sourceUri(view: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(view.query, true);
}
