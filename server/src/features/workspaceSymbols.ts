/**
 * Statements, actors and topics of all files by a few letters of their names. Looks at what blocks know of
 * themselves already and keeps nothing; only what is answered is put in words.
 */
import type { Actor, Definitions, Topic } from '../codebook/codebook.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { factsOf, type StatementFact } from '../model/facts.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import { FuzzyQuery, SEARCHED_LENGTH } from './fuzzy.ts';
import { anchorOf, type StatementAnchor, startOf } from './statementAnchor.ts';
import { openingWords, shorten } from './wording.ts';

export interface WorkspaceSymbolEntry {
  readonly kind: StatementFact['kind'] | 'actor' | 'topic';
  /** Id and words: editors filter by it again. */
  readonly name: string;
  /** The title of the document, or the codebook's path. */
  readonly container: string;
  readonly location: string;
  /** What to go to: the statement's tag, the entry's key. */
  readonly start: number;
  readonly end: number;
  /** For a statement: finds it again after an edit. */
  readonly anchor: StatementAnchor | null;
}

/** As many as are answered unless somebody asks for more. */
const MOST = 500;

/** So many statements are looked at without a pause. */
const PIECE = 256;

/**
 * Searches all documents and codebooks.
 *
 * @param query as typed; empty for all
 * @returns the best, first to last. Yields now and then, so that whoever drives it can pause or stop.
 */
export function* findSymbols(
  workspace: Workspace,
  query: string,
  most = MOST,
): Generator<void, WorkspaceSymbolEntry[]> {
  const fuzzy = new FuzzyQuery(query);
  const best = new Best(most);
  let count = 0;
  for (const { location, codebook } of workspace.codebooks.values()) {
    findEntries(codebook, location, shortPath(location), fuzzy, best);
    yield;
  }
  for (const document of workspace.documents.values()) {
    findEntries(document.head, document.location, titleOf(document), fuzzy, best);
    if (fuzzy.isEmpty && best.isFull) break;
    for (const block of document.source.blocks) {
      for (const fact of factsOf(block).statements) {
        findStatement(document, block, fact, fuzzy, best);
        if (++count % PIECE === 0) yield;
      }
    }
    yield;
  }
  return best.entries();
}

function findStatement(
  document: DocumentModel,
  block: Block,
  fact: StatementFact,
  fuzzy: FuzzyQuery,
  best: Best,
): void {
  const tag = block.tree.tags[fact.tag];
  if (tag === undefined) return;
  const statement: Statement = { document, block, fact, tag };
  const wordsEnd = Math.min(tag.bodyEnd, tag.bodyStart + SEARCHED_LENGTH);
  const sign = fact.id === null ? '' : `#${fact.id} `;
  // With the marks still in them the words match at least as often, and cost nothing to get at.
  if (!fuzzy.isEmpty && !fuzzy.matches(sign + block.text.slice(tag.bodyStart, wordsEnd))) return;
  const words = openingWords(statement, SEARCHED_LENGTH);
  const score = fuzzy.score(sign + words);
  if (score > 0) best.add(score, () => statementEntry(statement, sign + words));
}

function statementEntry(statement: Statement, name: string): WorkspaceSymbolEntry | null {
  const { document, block, fact, tag } = statement;
  // It may have been edited while others were searched.
  if (document.indexOf(block) < 0) return null;
  const start = startOf(statement);
  return {
    kind: fact.kind,
    name: shorten(name, 100).trim() || '(empty)',
    container: titleOf(document),
    location: document.location,
    start,
    end: start + tag.end - tag.start,
    anchor: anchorOf(statement),
  };
}

function findEntries(
  { actors, topics }: Definitions,
  location: string,
  container: string,
  fuzzy: FuzzyQuery,
  best: Best,
): void {
  const add = (kind: 'actor' | 'topic', { start, end }: Actor | Topic, names: readonly string[]) => {
    const scored = names.map((name) => ({ name, score: fuzzy.score(name) }));
    const top = scored.reduce((a, b) => (b.score > a.score ? b : a));
    if (top.score === 0) return;
    best.add(top.score + 1, () => ({ kind, name: top.name, container, location, start, end, anchor: null }));
  };
  for (const actor of actors.values()) {
    const own = actor.name === actor.id ? `@${actor.id}` : `${actor.name} (@${actor.id})`;
    add('actor', actor, [own, ...actor.aka.map((alias) => `${alias.value} – ${own}`)]);
  }
  for (const topic of topics.values()) {
    add('topic', topic, [topic.name === topic.id ? topic.id : `${topic.name} (${topic.id})`]);
  }
}

function titleOf({ head, id }: DocumentModel): string {
  return head.title?.value ?? id;
}

/** The codebook's file with its folder, which tells several apart. */
function shortPath(location: string): string {
  return location.split('/').slice(-2).join('/');
}

interface Candidate {
  readonly score: number;
  readonly make: () => WorkspaceSymbolEntry | null;
}

/** The best few of many, without keeping the others; of equal ones those that came first. */
class Best {
  #candidates: Candidate[] = [];
  readonly #most: number;
  /** A candidate below this is not among the best. */
  #threshold = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get isFull(): boolean {
    return this.#candidates.length >= this.#most;
  }

  add(score: number, make: Candidate['make']): void {
    if (score <= this.#threshold) return;
    this.#candidates.push({ score, make });
    if (this.#candidates.length >= 4 * this.#most) this.#trim();
  }

  entries(): WorkspaceSymbolEntry[] {
    this.#trim();
    return this.#candidates.map(({ make }) => make()).filter((entry) => entry !== null);
  }

  #trim(): void {
    this.#candidates = this.#candidates.sort((a, b) => b.score - a.score).slice(0, this.#most);
    if (this.isFull) this.#threshold = this.#candidates.at(-1)?.score ?? 0;
  }
}
