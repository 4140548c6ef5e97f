/** Which documents are ours. */
import * as vscode from 'vscode';

export const LANGUAGE = 'demarche';

/**
 * Where documents may live: on disk, nowhere yet, at a remote machine (as a browser sees it), in a repository
 * that was never cloned. Not in the left half of a comparison (`git:`): marks are not mended in the past.
 */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

const CODEBOOKS = '**/demarche.yaml';

/** The documents that the server knows: texts, and codebooks for what is wrong in them. */
export const SELECTOR = SCHEMES.flatMap((scheme) => [
  { scheme, language: LANGUAGE },
  { scheme, language: 'yaml', pattern: CODEBOOKS },
]);

/** The editor that has the focus, if it shows a text of ours. */
export function activeEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === LANGUAGE ? editor : undefined;
}

/** What the tagging commands work on: a source document, and the places selected in it. */
export interface TaggingTarget {
  readonly document: vscode.TextDocument;
  readonly selections: readonly vscode.Selection[];
}

/** What is to be tagged now, if anything is shown that can be. */
export function taggingTarget(): TaggingTarget | undefined {
  const editor = activeEditor();
  return editor && { document: editor.document, selections: editor.selections };
}
