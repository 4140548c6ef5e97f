/** Statements and mentions as rows of a view: their words, who says what to whom, and a key that outlives edits. */

import { idsMeant } from '../model/activity.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { resolveStatement } from '../model/resolve.ts';
import { wordsOf } from '../model/words.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import { stripRange } from '../syntax/strip.ts';
import type { Tag } from '../syntax/tree.ts';
import { actorMeant } from './actorIdentity.ts';
import { actorName, openingWords, shorten } from './wording.ts';

/** Where a row leads. Offsets are from the document's start. */
export interface RowPlace {
  readonly location: string;
  /** The whole tag. */
  readonly start: number;
  readonly end: number;
  /** The words of its body, at its first piece. */
  readonly wordsStart: number;
  readonly wordsEnd: number;
}

/** A row about a statement, or about a mention of an actor. */
export interface StatementRow {
  /** The same over edits as long as the statement has its id, or, without one, begins with the same words. */
  readonly key: string;
  readonly kind: 'claim' | 'demand' | 'mention';
  readonly id: string | null;
  readonly words: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly topics: readonly string[];
  readonly position: string | null;
  readonly date: string | null;
  readonly until: string | null;
  /** Its document's title, or the document's id. */
  readonly document: string;
  readonly place: RowPlace;
}

/** Characters of a statement's words that a row shows at most. */
const LENGTH = 160;
const KEY_LENGTH = 60;

/** The row of a statement. */
export function statementRow(workspace: Workspace, statement: Statement): StatementRow {
  const { document, fact, block, tag } = statement;
  const names = workspace.namesFor(document);
  const meaning = resolveStatement(statement);
  const named = (ids: readonly string[]) =>
    [...new Set(ids.flatMap((id) => idsMeant(names, id)))].map(
      (id) => actorMeant(names, id)?.name ?? actorName(names, id),
    );
  const kind = fact.kind === 'demand' ? 'demand' : 'claim';
  return {
    key: `${document.location}|${fact.id === null ? `${kind} ${openingWords(statement, KEY_LENGTH)}` : `#${fact.id}`}`,
    kind,
    id: fact.id,
    words: shorten(wordsOf(statement), LENGTH),
    by: named(meaning.by),
    to: named(meaning.to),
    topics: meaning.topics.map((topic) => names.topic(topic)?.name ?? topic),
    position: meaning.position,
    date: meaning.date,
    until: meaning.until,
    document: titleOf(document),
    place: placeOf(document, block, tag),
  };
}

/** The row of a mention. */
export function mentionRow(document: DocumentModel, block: Block, tag: Tag): StatementRow {
  const words = stripRange(block, tag.bodyStart, tag.bodyEnd).replace(/\s+/g, ' ').trim();
  return {
    key: `${document.location}|mention ${shorten(words, KEY_LENGTH)}`,
    kind: 'mention',
    id: null,
    words: shorten(words, LENGTH),
    by: [],
    to: [],
    topics: [],
    position: null,
    date: null,
    until: null,
    document: titleOf(document),
    place: placeOf(document, block, tag),
  };
}

/** Rows with keys of their own: of several that are alike, the later ones are numbered. */
export function withOwnKeys<T extends { readonly key: string }>(rows: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const count = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, count);
    return count === 1 ? row : { ...row, key: `${row.key} (${count})` };
  });
}

function titleOf(document: DocumentModel): string {
  return document.head.title?.value || document.id;
}

function placeOf(document: DocumentModel, block: Block, tag: Tag): RowPlace {
  const base = document.startOf(block);
  return {
    location: document.location,
    start: base + tag.start,
    end: base + tag.end,
    wordsStart: base + tag.bodyStart,
    wordsEnd: base + tag.bodyEnd,
  };
}
