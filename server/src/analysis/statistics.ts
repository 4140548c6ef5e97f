/** Counts over documents: who says how much, on what, when, and how much of a text is marked. */
import type { DocumentModel } from '../model/document.ts';
import { factsOf } from '../model/facts.ts';
import { spansOf } from '../model/spans.ts';
import type { Workspace } from '../model/workspace.ts';
import { actorIds, type MeantStatement, type StatementFilter, statementsFor } from './statementFilter.ts';

/** What can be counted by. */
export const GROUPINGS = ['file', 'actor', 'topic', 'kind', 'year', 'month', 'day'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** One group with its figures, by name; all groups of a grouping have the same names. */
export interface Group {
  readonly key: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** A document that is counted, and what it is called where files are told apart. */
export interface CountedDocument {
  readonly path: string;
  readonly document: DocumentModel;
}

/** What stands for a missing topic, position or date. */
export const NONE = '(none)';

/**
 * The figures of each group. Files stand in their order, times in theirs, all others the most frequent first.
 * Linear in the documents.
 */
export function countBy(
  workspace: Workspace,
  documents: readonly CountedDocument[],
  grouping: Grouping,
  filter: StatementFilter,
): Group[] {
  const groups = new Groups(FIGURES[grouping]);
  for (const { path, document } of documents) {
    const statements = [...statementsFor(workspace, document, filter)];
    if (grouping === 'file') countFile(groups, path, document, statements, workspace);
    else if (grouping === 'actor') countActors(groups, document, statements, workspace);
    else if (grouping === 'topic') countTopics(groups, document, statements, workspace);
    else for (const each of statements) countOne(groups, grouping, document, each);
  }
  if (grouping === 'file') return groups.all();
  const isTime = grouping === 'year' || grouping === 'month' || grouping === 'day';
  return groups.all().sort(isTime ? byKey : byFrequency);
}

const FIGURES: Readonly<Record<Grouping, readonly string[]>> = {
  file: ['claims', 'demands', 'mentions', 'actors', 'topics', 'characters', 'marked', 'coverage'],
  actor: ['claims', 'demands', 'received', 'mentions', 'documents'],
  topic: ['claims', 'demands', 'support', 'oppose', 'actors', 'documents'],
  kind: ['statements', 'documents'],
  year: ['claims', 'demands', 'documents'],
  month: ['claims', 'demands', 'documents'],
  day: ['claims', 'demands', 'documents'],
};

/** Groups in the order in which they were met. */
class Groups {
  readonly #names: readonly string[];
  readonly #groups = new Map<string, Record<string, number>>();
  readonly #seen = new Map<string, Set<unknown>>();

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  add(key: string, name: string, amount = 1): void {
    const figures = this.#of(key);
    figures[name] = (figures[name] ?? 0) + amount;
  }

  /** Counts a thing of a group once. */
  addOnce(key: string, name: string, thing: unknown): void {
    const place = `${name} ${key}`;
    let seen = this.#seen.get(place);
    if (seen === undefined) {
      seen = new Set();
      this.#seen.set(place, seen);
    }
    if (seen.has(thing)) return;
    seen.add(thing);
    this.add(key, name);
  }

  all(): Group[] {
    return Array.from(this.#groups, ([key, figures]) => ({ key, figures }));
  }

  #of(key: string): Record<string, number> {
    let figures = this.#groups.get(key);
    if (figures === undefined) {
      figures = Object.fromEntries(this.#names.map((name) => [name, 0]));
      this.#groups.set(key, figures);
    }
    return figures;
  }
}

const pluralOf = ({ statement }: MeantStatement) => (statement.fact.kind === 'claim' ? 'claims' : 'demands');

function countOne(
  groups: Groups,
  grouping: 'kind' | Time,
  document: DocumentModel,
  each: MeantStatement,
): void {
  const key = grouping === 'kind' ? kindOf(each) : timeOf(each, grouping);
  groups.add(key, grouping === 'kind' ? 'statements' : pluralOf(each));
  groups.addOnce(key, 'documents', document);
}

/** A claim with its type, a demand with its strength. */
function kindOf({ statement, meaning }: MeantStatement): string {
  const { kind } = statement.fact;
  const more = kind === 'claim' ? meaning.type : meaning.strength;
  return more === null ? kind : `${kind}: ${more}`;
}

type Time = 'year' | 'month' | 'day';

const DATE_LENGTH: Readonly<Record<Time, number>> = { year: 4, month: 7, day: 10 };

/** A date as far as it is wanted; one that is less exact stands for itself. */
function timeOf({ meaning }: MeantStatement, time: Time): string {
  return meaning.date?.slice(0, DATE_LENGTH[time]) ?? NONE;
}

function countActors(
  groups: Groups,
  document: DocumentModel,
  statements: readonly MeantStatement[],
  workspace: Workspace,
): void {
  const names = workspace.namesFor(document);
  // An author whom no codebook knows is somebody else in each document.
  const keysOf = (ids: readonly string[]) =>
    new Set(actorIds(names, ids).map((id) => (id === 'author' ? names.author.name : id)));
  const count = (key: string, name: string) => {
    groups.add(key, name);
    groups.addOnce(key, 'documents', document);
  };
  for (const each of statements) {
    for (const key of keysOf(each.meaning.by)) count(key, pluralOf(each));
    if (each.statement.fact.kind === 'demand')
      for (const key of keysOf(each.meaning.to)) count(key, 'received');
  }
  for (const block of document.source.blocks) {
    for (const index of factsOf(block).mentions) {
      const actors = block.tree.tags[index]?.head.actors ?? [];
      for (const key of keysOf(actors.map(({ id }) => id.normalize('NFC')))) count(key, 'mentions');
    }
  }
}

function countTopics(
  groups: Groups,
  document: DocumentModel,
  statements: readonly MeantStatement[],
  workspace: Workspace,
): void {
  const names = workspace.namesFor(document);
  for (const each of statements) {
    const { topics, position, by } = each.meaning;
    for (const key of topics.length > 0 ? new Set(topics) : [NONE]) {
      groups.add(key, pluralOf(each));
      if (position === 'support' || position === 'oppose') groups.add(key, position);
      for (const id of actorIds(names, by)) groups.addOnce(key, 'actors', id);
      groups.addOnce(key, 'documents', document);
    }
  }
}

function countFile(
  groups: Groups,
  path: string,
  document: DocumentModel,
  statements: readonly MeantStatement[],
  workspace: Workspace,
): void {
  const names = workspace.namesFor(document);
  for (const name of ['claims', 'demands', 'mentions', 'characters', 'marked', 'coverage'])
    groups.add(path, name, 0);
  for (const each of statements) {
    groups.add(path, pluralOf(each));
    for (const id of actorIds(names, each.meaning.by)) groups.addOnce(path, 'actors', id);
    for (const topic of each.meaning.topics) groups.addOnce(path, 'topics', topic);
  }
  for (const block of document.source.blocks) groups.add(path, 'mentions', factsOf(block).mentions.length);
  const { characters, marked } = coverageOf(document, statements);
  groups.add(path, 'characters', characters);
  groups.add(path, 'marked', marked);
  groups.add(path, 'coverage', characters === 0 ? 0 : marked / characters);
}

/** Characters (code points, white space left out) of the published text, and how many of them are in statements. */
export function coverageOf(
  document: DocumentModel,
  statements: readonly MeantStatement[],
): { readonly characters: number; readonly marked: number } {
  const { text } = document.published;
  const spans = statements.flatMap(({ statement }) => spansOf(statement)).sort((a, b) => a.start - b.start);
  let marked = 0;
  let reached = 0;
  for (const { start, end } of spans) {
    if (end <= reached) continue;
    marked += charactersIn(text.slice(Math.max(start, reached), end));
    reached = end;
  }
  return { characters: charactersIn(text), marked };
}

function charactersIn(text: string): number {
  const packed = text.replace(/[\s\uFEFF]+/g, '');
  return packed.length - (packed.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

function byKey(a: Group, b: Group): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function byFrequency(a: Group, b: Group): number {
  const statements = ({ figures }: Group) =>
    (figures.statements ?? 0) + (figures.claims ?? 0) + (figures.demands ?? 0);
  return (
    statements(b) - statements(a) || (b.figures.mentions ?? 0) - (a.figures.mentions ?? 0) || byKey(a, b)
  );
}
