/**
 * What a document holds, part by part: one table, from which the losses of an export are counted and named. All parts
 * together are the document, so what a format does not lack, it must give back.
 *
 * Where a statement's tag stands in the file (`line`, `column`) and the heading above it follow from the marks and the
 * text, and are no parts of their own.
 */
import type { JsonDocument, JsonStatement } from './json.ts';

export interface Facet {
  /** As a message names it, for one and for several. */
  readonly words: readonly [one: string, several: string];
  /** Its values in a document, each with whose it is. */
  readonly items: (document: JsonDocument) => readonly unknown[];
}

function facet(one: string, several: string, items: Facet['items']): Facet {
  return { words: [one, several], items };
}

/** A key of the document itself. */
function ofDocument(key: Exclude<keyof JsonDocument['document'], 'memos'>, one: string): Facet {
  return facet(one, `${one}s`, ({ document }) => (isFilled(document[key]) ? [document[key]] : []));
}

/** Something of each statement, with the statement's index. */
function ofStatements(one: string, several: string, value: (statement: JsonStatement) => unknown): Facet {
  return facet(one, several, ({ statements }) =>
    statements.flatMap((statement, index) => {
      const found = value(statement);
      return isFilled(found) ? [[index, found]] : [];
    }),
  );
}

function ofEntries<K extends 'actors' | 'topics'>(
  section: K,
  key: keyof JsonDocument[K][number],
  one: string,
  several = `${one}s`,
): Facet {
  return facet(one, several, (document) =>
    (document[section] as JsonDocument[K][number][]).flatMap((entry) =>
      isFilled(entry[key]) ? [[entry.id, entry[key]]] : [],
    ),
  );
}

function ofRelations(type: string, words: string): Facet {
  return facet(`relation “${words}”`, `relations “${words}”`, ({ statements }) =>
    statements.flatMap((statement, index) =>
      statement.relations.filter((each) => each.type === type).map(({ target }) => [index, target]),
    ),
  );
}

function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Every text of a document, its names and notes included, for what is about characters. */
function* textsOf({ document, actors, topics, statements }: JsonDocument): Generator<string> {
  yield* [document.title, document.source, document.text, ...document.author, ...document.memos].flatMap(
    (text) => text ?? [],
  );
  for (const { name, aka } of actors) yield* [name, ...aka];
  for (const { name, note } of topics) yield* [name, note ?? ''];
  for (const { memos, if: condition, place, attributes } of statements) {
    yield* [...memos, condition ?? '', place ?? '', ...Object.values(attributes)];
  }
}

function characters(one: string, several: string, pattern: RegExp): Facet {
  return facet(one, several, (document) =>
    [...textsOf(document)].flatMap((text) => Array.from(text.matchAll(pattern), ([found]) => found)),
  );
}

export const FACETS = {
  documentId: ofDocument('id', 'document id'),
  title: ofDocument('title', 'title'),
  author: ofDocument('author', 'author'),
  date: ofDocument('date', 'document date'),
  source: ofDocument('source', 'source'),
  section: ofDocument('section', 'section'),
  documentType: ofDocument('type', 'document type'),
  language: ofDocument('lang', 'language'),
  coder: ofDocument('coder', 'coder'),
  text: facet('whole text', 'whole texts', ({ document }) => (document.text === '' ? [] : [document.text])),
  documentMemos: facet('memo on a document', 'memos on documents', ({ document }) => document.memos),
  actorNames: ofEntries('actors', 'name', 'actor’s name', 'actors’ names'),
  actorKinds: ofEntries('actors', 'kind', 'actor’s kind', 'actors’ kinds'),
  affiliations: ofEntries('actors', 'of', 'actor’s affiliation', 'actors’ affiliations'),
  otherNames: ofEntries('actors', 'aka', 'actor’s other names', 'actors’ other names'),
  roles: ofEntries('actors', 'role', 'actor’s role', 'actors’ roles'),
  countries: ofEntries('actors', 'country', 'actor’s country', 'actors’ countries'),
  wikidata: ofEntries('actors', 'wikidata', 'Wikidata item', 'Wikidata items'),
  topicNames: ofEntries('topics', 'name', 'topic’s name', 'topics’ names'),
  topicParents: ofEntries('topics', 'in', 'topic’s parent', 'topics’ parents'),
  topicNotes: ofEntries('topics', 'note', 'note on a topic', 'notes on topics'),
  statementIds: ofStatements('statement’s id', 'statements’ ids', ({ id }) =>
    id.startsWith('~') ? null : id,
  ),
  kinds: ofStatements(
    'claim or demand, which of the two',
    'claims and demands, which of the two',
    ({ kind }) => kind,
  ),
  claimants: ofStatements('claimant', 'claimants', ({ by }) => by),
  addressees: ofStatements('addressee', 'addressees', ({ to }) => to),
  objectActors: ofStatements('actor spoken about', 'actors spoken about', ({ about }) => about),
  reporters: ofStatements('reporter', 'reporters', ({ via }) => via),
  topics: ofStatements('topic', 'topics', ({ topics }) => topics),
  positions: ofStatements('position', 'positions', ({ position }) => position),
  forms: ofStatements('form', 'forms', ({ form }) => form),
  dates: ofStatements('statement’s date', 'statements’ dates', ({ date }) => date),
  coarseDates: ofStatements(
    'date that names no day (its first stands for it)',
    'dates that name no day (their first stands for them)',
    ({ date }) => (date !== null && /^\d{4}(-\d\d)?$/.test(date) ? date : null),
  ),
  places: ofStatements('place', 'places', ({ place }) => place),
  claimTypes: ofStatements('type of claim', 'types of claims', ({ type }) => type),
  strengths: ofStatements('strength', 'strengths', ({ strength }) => strength),
  conditions: ofStatements('condition', 'conditions', (statement) => statement.if),
  deadlines: ofStatements('deadline', 'deadlines', ({ until }) => until),
  responses: ofStatements('response', 'responses', ({ response }) => response),
  ownAttributes: ofStatements(
    'value of the codebook’s own attributes',
    'values of the codebook’s own attributes',
    ({ attributes }) => sortedEntries(attributes),
  ),
  supports: ofRelations('supports', 'supports'),
  rebuts: ofRelations('rebuts', 'rebuts'),
  rephrases: ofRelations('rephrases', 'rephrases'),
  answers: ofRelations('answers', 'answers'),
  references: facet('reference to another document', 'references to other documents', ({ statements }) =>
    statements.flatMap(({ relations }, index) =>
      relations.filter(({ target }) => target.includes('/')).map((each) => [index, each]),
    ),
  ),
  positionsInText: ofStatements(
    'place of a statement in the text',
    'places of statements in the text',
    ({ spans }) => spans.map(({ start, end }) => [start, end]),
  ),
  gaps: ofStatements(
    'gap between the parts of a statement',
    'gaps between the parts of a statement',
    ({ spans }) => spans.slice(1).map(({ start }, index) => [spans[index]?.end, start]),
  ),
  memos: ofStatements('memo on statements', 'memos on statements', ({ memos }) => memos),
  mentions: facet('mention', 'mentions', ({ mentions }) =>
    mentions.map(({ actors, start, end }) => [start, end, actors]),
  ),
  mentionMemos: facet('memo on mentions', 'memos on mentions', ({ mentions }) =>
    mentions.flatMap(({ memos }, index) => (memos.length > 0 ? [[index, memos]] : [])),
  ),
  wordless: facet('mark without words', 'marks without words', ({ statements, mentions }) =>
    [...statements.map(({ spans }) => spans), ...mentions.map((mention) => [mention])].flatMap(
      (spans, index) => (spans.some(({ text }) => text.trim() !== '') ? [] : [index]),
    ),
  ),
  controls: characters(
    'control character (U+FFFD in its place)',
    'control characters (U+FFFD in their place)',
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g,
  ),
  halves: characters(
    'half of a character (U+FFFD in its place)',
    'halves of characters (U+FFFD in their place)',
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
  ),
  supplementary: characters(
    'character beyond U+FFFF, which programs count as one or two',
    'characters beyond U+FFFF, which programs count as one or two',
    /[\uD800-\uDBFF][\uDC00-\uDFFF]/g,
  ),
} satisfies Record<string, Facet>;

export type FacetName = keyof typeof FACETS;

function sortedEntries(attributes: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Counts of parts, document by document: what a format leaves out of a whole corpus. */
export class FacetCounts {
  readonly #counts = new Map<FacetName, number>();

  constructor(names: readonly FacetName[]) {
    for (const name of names) this.#counts.set(name, 0);
  }

  add(document: JsonDocument): void {
    for (const [name, count] of this.#counts) {
      this.#counts.set(name, count + FACETS[name].items(document).length);
    }
  }

  /** What there was any of, as in `2 memos on statements`, in the order of the names. */
  phrases(): string[] {
    return [...this.#counts].filter(([, count]) => count > 0).map(([name, count]) => phrase(name, count));
  }
}

function phrase(name: FacetName, count: number): string {
  const [one, several] = FACETS[name].words;
  return `${count} ${count === 1 ? one : several}`;
}
