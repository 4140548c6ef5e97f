/** Where the marks of a text are: for colours, for quiet marks, and for the published text beside the source. */

/**
 * The marks of a document, block by block, or what of them has changed since the answer that the client has; null for
 * a document that is not open.
 */
export const MARKS = 'demarche/marks';

export interface MarksParams {
  readonly textDocument: { readonly uri: string };
  /** The answer that the client still has, if any. */
  readonly previous: number | null;
}

/** Blocks to put in the place of others. The first block of all is what stands before the text's first paragraph. */
export interface MarksResult {
  /** Of the text that the marks are in, as the client counts versions. */
  readonly version: number;
  /** What to name as `previous` the next time. */
  readonly id: number;
  /** The answer that this one changes; null where `blocks` are all. */
  readonly base: number | null;
  readonly index: number;
  readonly removed: number;
  readonly blocks: readonly BlockMarks[];
}

/**
 * One block as numbers, since a text may have very many; offsets are UTF-16 units from the block's start:
 *
 * - its length;
 * - how many tags, and six numbers for each: kind, depth, start, start of its body, end of its body, end;
 * - how many memos, and three for each: start, end, 1 if it is closed;
 * - how many escapes, and where the backslash of each stands;
 * - to the end, start and end of each stretch that is not published.
 */
export type BlockMarks = readonly number[];

/** Kinds of tags. A continuation is of the kind of its statement, with `CONTINUES` added. */
export const CLAIM = 0;
export const DEMAND = 1;
export const MENTION = 2;
/** A word that nobody knows, or a continuation of nothing. */
export const UNKNOWN = 3;
export const CONTINUES = 4;

/** How many numbers a tag has, and a memo. */
export const TAG_SIZE = 6;
export const MEMO_SIZE = 3;
