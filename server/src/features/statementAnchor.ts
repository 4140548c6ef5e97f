/**
 * A statement as plain data that outlives an edit: what a client keeps between two requests. By its id where it
 * has one, by its place and words where not.
 */
import type { DocumentModel, Statement } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { openingWords } from './wording.ts';

export interface StatementAnchor {
  readonly location: string;
  /** NFC; null for a statement without an id. */
  readonly id: string | null;
  /** Where its tag started. */
  readonly start: number;
  /** How its words began. */
  readonly words: string;
}

const LENGTH = 80;

/** The anchor of a statement. */
export function anchorOf(statement: Statement): StatementAnchor {
  const { document, fact } = statement;
  return {
    location: document.location,
    id: fact.id,
    start: startOf(statement),
    words: openingWords(statement, LENGTH),
  };
}

/** Where a statement's tag starts, from the start of its document. */
export function startOf({ document, block, tag }: Statement): number {
  return document.startOf(block) + tag.start;
}

/** The statement that an anchor means now, or null if it is gone. Anchors come back from clients: any data will do. */
export function findAnchored(workspace: Workspace, anchor: unknown): Statement | null {
  const { location, id, start, words } = (anchor ?? {}) as Partial<Record<keyof StatementAnchor, unknown>>;
  const document = typeof location === 'string' ? workspace.document(location) : null;
  if (document === null || typeof start !== 'number') return null;
  const there = startingAt(document, start);
  if (typeof id === 'string') return there?.fact.id === id ? there : document.statement(id);
  if (there?.fact.id === null && openingWords(there, LENGTH) === words) return there;
  let nearest: Statement | null = null;
  for (const statement of document.statements()) {
    if (statement.fact.id !== null || openingWords(statement, LENGTH) !== words) continue;
    const isNearer = nearest === null || distance(statement, start) < distance(nearest, start);
    if (isNearer) nearest = statement;
  }
  return nearest;
}

function startingAt(document: DocumentModel, start: number): Statement | null {
  const index = document.source.blockAt(start);
  const block = document.source.blocks[index];
  if (block === undefined) return null;
  const within = start - document.source.startOf(index);
  return document.statementsIn(block).find(({ tag }) => tag.start === within) ?? null;
}

function distance(statement: Statement, start: number): number {
  return Math.abs(startOf(statement) - start);
}
