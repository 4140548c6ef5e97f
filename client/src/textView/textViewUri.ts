/** How a text view is called, and whose it is. */
import * as vscode from 'vscode';

export const TEXT_SCHEME = 'demarche-text';

/** The text view of a source. Its name is what the tab shows, and what says its language (package.json). */
export function textViewUri(source: vscode.Uri): vscode.Uri {
  const name = (source.path.split('/').at(-1) ?? '').replace(/\.demarche$/, '');
  return vscode.Uri.from({
    scheme: TEXT_SCHEME,
    path: `${source.path.slice(0, source.path.lastIndexOf('/') + 1).replace(/^(?!\/)/, '/')}${name}.demarche (text)`,
    query: source.toString(),
  });
}

/** The source of a text view. */
export function sourceUri(view: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(view.query, true);
}
