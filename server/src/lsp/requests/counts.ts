/** What a document has marked, in figures. */

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
