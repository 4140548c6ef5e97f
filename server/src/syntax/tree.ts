/**
 * A block's tree: its tags in order of place, each knowing its parent. Plain data; all ranges are offsets
 * (UTF-16 units) from the start of the block, so that a block moves without being parsed again.
 */
import type { TagHead } from '../../../grammar/events.ts';

/** `unknown`: a word that is no tag's, with attributes and a colon. */
export type TagKind = 'mention' | 'claim' | 'demand' | 'continuation' | 'unknown';

export interface Tag {
  readonly kind: TagKind;
  readonly head: TagHead;
  /** At its `{`. */
  readonly start: number;
  /** After the colon and the one space that belongs to the mark. */
  readonly bodyStart: number;
  /** At its `}`, or where it ends without one. */
  readonly bodyEnd: number;
  /** After its `}`. */
  readonly end: number;
  /** Index of the tag around it, or -1. */
  readonly parent: number;
  /** What keeps the tag from being whole. Such a tag has this one mistake reported and no other. */
  readonly fault: 'missing-colon' | 'unclosed-tag' | null;
}

export interface Memo {
  readonly start: number;
  readonly end: number;
  /** Its words, without `{>>`, `<<}` and the white space beside them. */
  readonly text: string;
  /** Index of the innermost tag around it, or -1. */
  readonly tag: number;
  readonly closed: boolean;
}

export type SyntaxProblemCode =
  | 'unclosed-tag'
  | 'missing-colon'
  | 'unknown-tag'
  | 'stray-brace'
  | 'unclosed-memo'
  | 'malformed-attribute'
  | 'duplicate-attribute'
  | 'nesting-too-deep'
  | 'lookalike-sign';

/** A mistake in the marks of a block, where it stands. */
export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  readonly start: number;
  readonly end: number;
  /** Index of the tag that it concerns, or -1. */
  readonly tag: number;
  /** The other brace of a stray pair, or -1. */
  readonly partner: number;
}

export interface BlockTree {
  readonly tags: readonly Tag[];
  readonly memos: readonly Memo[];
  /** Where a backslash escapes the sign after it. */
  readonly escapes: readonly number[];
  readonly problems: readonly SyntaxProblem[];
}

/** The tree of a block without marks; shared, since most blocks have none. */
export const EMPTY_TREE: BlockTree = { tags: [], memos: [], escapes: [], problems: [] };
