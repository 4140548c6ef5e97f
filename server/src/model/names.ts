/** What names mean in one document: its head's and its codebook's actors, topics and attributes together. */
import type { AttributeDefinition } from '../codebook/attributes.ts';
import type { Actor, Topic } from '../codebook/codebook.ts';
import { attributesOf, EMPTY_CODEBOOK } from '../codebook/index.ts';
import type { DocumentModel, Statement } from './document.ts';
import { type ActorLayer, NameSearch } from './nameSearch.ts';
import { AUTHOR } from './resolve.ts';
import type { CodebookFile, Workspace } from './workspace.ts';

export class Names {
  readonly file: CodebookFile | null;
  readonly #document: DocumentModel;
  readonly #workspace: Workspace;

  constructor(workspace: Workspace, document: DocumentModel) {
    this.#workspace = workspace;
    this.#document = document;
    this.file = workspace.codebookOf(document);
  }

  get #codebook() {
    return this.file?.codebook ?? EMPTY_CODEBOOK;
  }

  /** The actor with an id; `author` is always one. */
  actor(id: string): Actor | null {
    return (
      this.#document.head.actors.get(id) ??
      this.#codebook.actors.get(id) ??
      (id === AUTHOR ? this.author : null)
    );
  }

  topic(id: string): Topic | null {
    return this.#document.head.topics.get(id) ?? this.#codebook.topics.get(id) ?? null;
  }

  attribute(name: string): AttributeDefinition | null {
    return this.attributes.get(name) ?? null;
  }

  get attributes(): ReadonlyMap<string, AttributeDefinition> {
    return attributesOf(this.file?.codebook ?? null);
  }

  statement(reference: string): Statement | null {
    return this.#workspace.statement(reference, this.#document);
  }

  /** All actors, the head's first; `author` not among them unless defined. */
  get actors(): Actor[] {
    return [...new Map([...this.#codebook.actors, ...this.#document.head.actors]).values()];
  }

  /** Finds their names in texts. */
  get search(): NameSearch {
    return new NameSearch(this.actorLayers);
  }

  /** All actors by id, the head's before the codebook's. */
  get actorLayers(): readonly ActorLayer[] {
    return [this.#document.head.actors, this.#codebook.actors];
  }

  get topics(): Topic[] {
    return [...new Map([...this.#codebook.topics, ...this.#document.head.topics]).values()];
  }

  /** The actors that `@author` stands for: those that the head names by id, else one made of the name it gives. */
  get authors(): readonly Actor[] {
    const known: Actor[] = [];
    const names: string[] = [];
    for (const { value } of this.#document.head.authors) {
      const id = value.normalize('NFC');
      const actor = this.#document.head.actors.get(id) ?? this.#codebook.actors.get(id);
      if (actor) known.push(actor);
      else names.push(value);
    }
    return names.length > 0 || known.length === 0 ? [...known, madeAuthor(names)] : known;
  }

  /** The author as one actor: the only one, or all their names together. */
  get author(): Actor {
    const [first, ...others] = this.authors;
    return first && others.length === 0
      ? { ...first, id: AUTHOR }
      : madeAuthor(this.authors.map((author) => author.name));
  }

  /** An id as the actors that it stands for: `author` may be several. */
  expand(id: string): readonly Actor[] {
    if (id === AUTHOR && !this.#document.head.actors.has(AUTHOR) && !this.#codebook.actors.has(AUTHOR)) {
      return this.authors;
    }
    const actor = this.actor(id);
    return actor ? [actor] : [];
  }
}

function madeAuthor(names: readonly string[]): Actor {
  return {
    id: AUTHOR,
    name: names.join(', ') || 'the author',
    kind: 'person',
    of: [],
    aka: [],
    role: null,
    country: null,
    wikidata: null,
    note: null,
    start: 0,
    end: 0,
    entry: { start: 0, end: 0 },
  };
}
