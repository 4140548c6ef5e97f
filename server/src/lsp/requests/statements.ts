/** From one statement to the next. */
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
