/**
 * What the grammar yields: plain data with integer ranges, all of them offsets (UTF-16 units) into the text
 * that was parsed. This is the contract between the parser and all that is built on it.
 */

/** How the grammar divides a document. */
export interface Division {
  /** A byte order mark stands first. */
  readonly bom: boolean;
  readonly head: HeadRange | null;
  /** Where the first block starts (or would): after the head and its blank lines. */
  readonly blocksStart: number;
  /** Four integers a block: start, end of its last line's content, start of the next, heading level or 0. */
  readonly blocks: readonly number[];
}

/** The document's head, with its fences. */
export interface HeadRange {
  readonly start: number;
  readonly yamlStart: number;
  readonly yamlEnd: number;
  /** After the closing line, or where the blank line stands that ended it. */
  readonly end: number;
  readonly closed: boolean;
}

export const EventType = {
  /** `{` and the head of a tag, with its colon if it has one. */
  Open: 0,
  /** `}` */
  Close: 1,
  /** A backslash and the sign that it escapes. */
  Escape: 2,
  /** `{>> … <<}` */
  Memo: 3,
  /** `{>> …` to the end of its block. */
  OpenMemo: 4,
  /** `{` that opens nothing. */
  Stray: 5,
} as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

/** One mark of a block; `head` only where a tag opens. */
export interface BlockEvent {
  readonly type: EventType;
  readonly start: number;
  readonly end: number;
  readonly head: TagHead | null;
}

/** The head of a tag: all between its `{` and its colon. */
export interface TagHead {
  /** `@`, `+`, or the word: `claim`, `demand`, or one that nobody knows. */
  readonly word: string;
  readonly start: number;
  /** The actors of a mention. */
  readonly actors: readonly ActorValue[];
  readonly attributes: readonly Attribute[];
  /** After the last thing that belongs to the head. */
  readonly end: number;
  /** Where the colon stands, or -1. */
  readonly colon: number;
}

/** `name=value,value`; the statement's own `#id` is the attribute named `#`. */
export interface Attribute {
  /** As written; empty where it is missing. */
  readonly name: string;
  readonly nameEnd: number;
  readonly values: readonly Value[];
  readonly start: number;
  readonly end: number;
  /** Name or value is missing or cut short: `values` holds what there is. */
  readonly malformed: boolean;
}

export type Value = ActorValue | StatementValue | WordValue | StringValue;

/** `@id`. From its `@` on; the id, as written, is the end of the range (a mark of direction may stand between). */
export interface ActorValue {
  readonly type: 'actor';
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** `#id` or `#document/id`. From its `#` on; the id, as written, is the end of the range. */
export interface StatementValue {
  readonly type: 'statement';
  readonly document: string | null;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A bare word. */
export interface WordValue {
  readonly type: 'word';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A quoted string; `text` is without quotes and escapes, the range with them. */
export interface StringValue {
  readonly type: 'string';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
