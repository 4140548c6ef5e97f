/** What a picture is of: the statements of some documents, with names filled in, after a filter. */
import type { Actor } from '../codebook/codebook.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { headingText } from '../model/headings.ts';
import { identify } from '../model/identity.ts';
import type { Names } from '../model/names.ts';
import { AUTHOR, type Meaning, resolveStatement } from '../model/resolve.ts';
import { wordsOf } from '../model/words.ts';
import type { Workspace } from '../model/workspace.ts';

/** Leaves out what does not fit; an empty list leaves nothing out. */
export interface Filter {
  /** Ids of actors (see `Named`): statements by or to one of them. */
  readonly actors: readonly string[];
  /** Ids of topics: these, and those that belong to them. */
  readonly topics: readonly string[];
  readonly kinds: readonly ('claim' | 'demand')[];
}

export const NO_FILTER: Filter = { actors: [], topics: [], kinds: [] };

/** An actor or topic, as a reader is told of it. */
export interface Named {
  /** NFC. An author whom no codebook knows is `author/` and the name, since every document may have another. */
  readonly id: string;
  readonly name: string;
}

export interface NamedActor extends Named {
  readonly kind: Actor['kind'];
}

/** A statement of the scope. */
export interface Subject {
  /** Of its document's key and its id; stays the same over edits as long as the statement does. */
  readonly key: string;
  readonly kind: 'claim' | 'demand';
  /** Its own id, or null. */
  readonly id: string | null;
  readonly statement: Statement;
  readonly meaning: Meaning;
  readonly by: readonly NamedActor[];
  readonly to: readonly NamedActor[];
  readonly topics: readonly Named[];
  /** As published, on one line. */
  readonly words: string;
  readonly document: ScopeDocument;
  /** Index of its heading among the blocks of its document; -1 before the first. */
  readonly section: number;
}

export interface ScopeDocument {
  /** Its id, numbered where several of the scope have the same. */
  readonly key: string;
  readonly title: string;
  /** Who wrote it and when, on one line; empty without. */
  readonly byline: string;
  readonly model: DocumentModel;
  readonly names: Names;
  /** Headings by the index of their block. */
  readonly headings: ReadonlyMap<number, string>;
}

export interface Choice extends Named {
  /** How many statements it has. */
  readonly count: number;
}

export interface Scope {
  readonly workspace: Workspace;
  readonly documents: readonly ScopeDocument[];
  /** In the order of the documents, then of place; filtered. */
  readonly subjects: readonly Subject[];
  /** The subject that a statement's tag is. */
  readonly byTag: ReadonlyMap<Statement['tag'], Subject>;
  /** What there is to filter by, before any filter; the most frequent first. */
  readonly choices: { readonly actors: readonly Choice[]; readonly topics: readonly Choice[] };
}

/** Reads the scope; yields after each document, so that long work can be stopped. Linear in the documents. */
export function* readScope(
  workspace: Workspace,
  documents: readonly DocumentModel[],
  filter: Filter,
): Generator<void, Scope> {
  const keys = new Set<string>();
  const read: ScopeDocument[] = [];
  const subjects: Subject[] = [];
  const actors = new Counter();
  const topics = new Counter();
  for (const model of documents) {
    const { document, subjects: own } = readDocument(workspace, model, keyOf(model, keys));
    read.push(document);
    const wanted = topicsWithin(document.names, filter.topics);
    for (const subject of own) {
      for (const actor of unique([...subject.by, ...subject.to])) actors.add(actor);
      for (const topic of subject.topics) topics.add(topic);
      if (fits(subject, filter, wanted)) subjects.push(subject);
    }
    yield;
  }
  const byTag = new Map(subjects.map((subject) => [subject.statement.tag, subject]));
  const choices = { actors: actors.choices(), topics: topics.choices() };
  return { workspace, documents: read, subjects, byTag, choices };
}

interface ReadDocument {
  readonly document: ScopeDocument;
  readonly subjects: readonly Subject[];
}

const cache = new WeakMap<
  DocumentModel,
  ReadDocument & { version: number; codebook: unknown; key: string }
>();

/** A document with its statements; read once per version, so that a workspace costs what changed in it. */
function readDocument(workspace: Workspace, model: DocumentModel, key: string): ReadDocument {
  const codebook = workspace.codebookOf(model);
  const { version } = model;
  const known = cache.get(model);
  if (known && known.version === version && known.codebook === codebook && known.key === key) return known;
  const document = describe(workspace, model, key);
  const read = { document, subjects: [...subjectsOf(document)], version, codebook, key };
  cache.set(model, read);
  return read;
}

/** A document's id, with its coder, numbered where several have the same. */
function keyOf(model: DocumentModel, keys: Set<string>): string {
  const base = model.coder === '' ? model.id : `${model.id}:${model.coder.normalize('NFC')}`;
  let key = base;
  for (let number = 2; keys.has(key); number++) key = `${base}-${number}`;
  keys.add(key);
  return key;
}

function describe(workspace: Workspace, model: DocumentModel, key: string): ScopeDocument {
  const names = workspace.namesFor(model);
  const headings = new Map<number, string>();
  model.source.blocks.forEach((block, index) => {
    if (block.level > 0) headings.set(index, headingText(block));
  });
  const { head } = model;
  const hasAuthor = head.authors.length > 0;
  // After Arabic words the parts of a date would change places without a mark of direction.
  const date = head.date ? `\u200E${head.date.value}` : '';
  const byline = [hasAuthor ? names.author.name : '', head.source?.value ?? '', date];
  return {
    key,
    title: head.title?.value || [...headings.values()][0] || model.id,
    byline: byline.filter((part) => part !== '').join(' · '),
    model,
    names,
    headings,
  };
}

function* subjectsOf(document: ScopeDocument): Generator<Subject> {
  const { model, names } = document;
  let section = -1;
  let last = -1;
  const named = { actors: new Map<string, NamedActor[]>(), topics: new Map<string, Named>() };
  for (const [id, statement] of identify(model)) {
    const index = model.indexOf(statement.block);
    for (last++; last <= index; last++) if (document.headings.has(last)) section = last;
    last = index;
    const meaning = resolveStatement(statement);
    const actors = (ids: readonly string[]) =>
      unique(ids.flatMap((each) => remember(named.actors, each, () => actorsOf(names, each))));
    yield {
      key: `${document.key}/${id}`,
      kind: statement.fact.kind as 'claim' | 'demand',
      id: statement.fact.id,
      statement,
      meaning,
      by: actors(meaning.by),
      to: actors(meaning.to),
      topics: unique(
        meaning.topics.map((each) =>
          remember(named.topics, each, () => ({ id: each, name: names.topic(each)?.name ?? each })),
        ),
      ),
      words: wordsOf(statement),
      document,
      section,
    };
  }
}

/** The actors that an id stands for in a document; one that nobody knows is its id. */
export function actorsOf(names: Names, id: string): NamedActor[] {
  const actors = names.expand(id);
  if (actors.length === 0) return [{ id, name: `@${id}`, kind: null }];
  return actors.map((actor) => {
    const isMade = actor.id === AUTHOR && names.actor(AUTHOR)?.entry.end === 0;
    return { id: isMade ? `${AUTHOR}/${actor.name}` : actor.id, name: actor.name, kind: actor.kind };
  });
}

function remember<T>(known: Map<string, T>, id: string, make: () => T): T {
  let value = known.get(id);
  if (value === undefined) {
    value = make();
    known.set(id, value);
  }
  return value;
}

function unique<T extends Named>(named: readonly T[]): T[] {
  return named.length < 2 ? [...named] : [...new Map(named.map((each) => [each.id, each])).values()];
}

/** The topics of a filter and all that belong to them, however far down; null where all are wanted. */
function topicsWithin(names: Names, wanted: readonly string[]): ReadonlySet<string> | null {
  if (wanted.length === 0) return null;
  const found = new Set(wanted);
  const { topics } = names;
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const topic of topics)
      if (topic.in && found.has(topic.in.value.normalize('NFC'))) found.add(topic.id);
  }
  return found;
}

function fits(subject: Subject, { actors, kinds }: Filter, topics: ReadonlySet<string> | null): boolean {
  if (kinds.length > 0 && !kinds.includes(subject.kind)) return false;
  if (topics !== null && !subject.topics.some((topic) => topics.has(topic.id))) return false;
  return actors.length === 0 || [...subject.by, ...subject.to].some((actor) => actors.includes(actor.id));
}

class Counter {
  readonly #counts = new Map<string, { readonly named: Named; count: number }>();

  add(named: Named): void {
    const known = this.#counts.get(named.id);
    if (known) known.count++;
    else this.#counts.set(named.id, { named, count: 1 });
  }

  choices(): Choice[] {
    return [...this.#counts.values()]
      .map(({ named, count }) => ({ id: named.id, name: named.name, count }))
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  }
}
