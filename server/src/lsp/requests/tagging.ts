/** Tagging what is selected. */
import type { Range } from 'vscode-languageserver-types';

/** The edits that tag a selection. */
export const TAG_SELECTION = 'demarche/tagSelection';

export interface TagSelectionParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  readonly kind: 'claim' | 'demand' | 'actor' | 'memo';
}

/** Edits to make as one, or why the selection can't be tagged. */
export type TagSelectionResult =
  | { readonly edits: readonly TagEdit[]; readonly refusal: null }
  | { readonly edits: null; readonly refusal: string };

/** An insertion. Where `snippet` is set, `newText` is in VS Code's snippet syntax. */
export interface TagEdit {
  readonly range: Range;
  readonly newText: string;
  readonly snippet: boolean;
}
