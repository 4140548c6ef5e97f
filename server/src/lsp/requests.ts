/**
 * The requests that our own client makes beyond the protocol: names and shapes, all that the client takes from
 * the server. Positions and ranges are the protocol's.
 */
import type { Position, Range } from 'vscode-languageserver-types';

/** Where the next or previous statement is, from a position; null if there is none. */
export const NEXT_STATEMENT = 'demarche/nextStatement';

export interface NextStatementParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}

export interface NextStatementResult {
  /** The whole tag. */
  readonly range: Range;
  /** The first words of its body: where the cursor goes. */
  readonly words: Range;
}

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

/** How many claims, demands, mentions and actors a document has; null if it is not known. */
export const COUNTS = 'demarche/counts';

export interface CountsParams {
  readonly textDocument: { readonly uri: string };
}

export interface CountsResult {
  readonly claims: number;
  readonly demands: number;
  readonly mentions: number;
  readonly actors: number;
}

/**
 * The command of code lenses. Its arguments are the protocol's: a URI, a position, a list of locations; a client that
 * runs it says so (`initializationOptions: { commands: [SHOW_REFERENCES] }`) and is sent it then.
 */
export const SHOW_REFERENCES = 'demarche.showReferences';

/** The command of completions that others follow: VS Code's own, sent only to a client that names it in the same way. */
export const SUGGEST = 'editor.action.triggerSuggest';
