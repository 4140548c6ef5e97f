/**
 * How much each actor does, in a document or in all: what the view of actors lists. Kept by difference: a document is
 * counted again only when it changed, and its figures are taken out of the sums and put in anew.
 */
import { type ActorCounts, actorCountsIn } from '../model/activity.ts';
import type { DocumentModel } from '../model/document.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';
import { actorKey, actorMeant } from './actorIdentity.ts';
import { actorName } from './wording.ts';

/** An actor with what it does. */
export interface ActorRow extends ActorCounts {
  /** Stays the same over edits, and is the same in all documents. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  /** Affiliations. */
  readonly of: readonly { readonly id: string; readonly name: string }[];
  /** Whether codebook or head say who it is. */
  readonly isDefined: boolean;
  /** For an author without a name: the title of what they wrote. */
  readonly authorOf: string | null;
}

/** An actor in one document: the id that means it there. */
interface Counted {
  readonly id: string;
  readonly counts: ActorCounts;
}

interface Part {
  readonly version: number;
  readonly codebook: CodebookFile | null;
  readonly actors: ReadonlyMap<string, Counted>;
}

const NONE: ActorCounts = { claims: 0, demands: 0, received: 0, mentions: 0 };

export class ActorTally {
  readonly #workspace: Workspace;
  readonly #parts = new Map<DocumentModel, Part>();
  readonly #sums = new Map<string, { counts: ActorCounts; readonly documents: Set<DocumentModel> }>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Brings the sums of the whole workspace up to date: a step per document that has to be counted. */
  *update(): Generator<void, void> {
    const { documents } = this.#workspace;
    for (const [document, part] of this.#parts) {
      if (documents.get(document.location) !== document) this.#takeOut(document, part);
    }
    for (const document of documents.values()) {
      const before = this.#parts.get(document);
      if (this.#partOf(document) !== before) yield;
    }
  }

  /** The actors of a document, or those of all as of the last update, by name. */
  rows(document: DocumentModel | null): ActorRow[] {
    const rows: ActorRow[] = [];
    if (document) {
      for (const [key, { id, counts }] of this.#partOf(document).actors) {
        rows.push(this.#rowOf(key, id, document, counts));
      }
    } else {
      for (const [key, { counts, documents }] of this.#sums) {
        const [first] = documents;
        const id = first && this.#parts.get(first)?.actors.get(key)?.id;
        if (first && id !== undefined) rows.push(this.#rowOf(key, id, first, counts));
      }
    }
    return rows.sort((a, b) => compare(a.name, b.name) || compare(a.key, b.key));
  }

  /** Documents in which an actor does something, with the id that means it there, in order of location. */
  documentsOf(key: string, document: DocumentModel | null): { document: DocumentModel; id: string }[] {
    const documents = document ? [document] : [...(this.#sums.get(key)?.documents ?? [])];
    return documents
      .flatMap((each) => {
        const id = this.#isKnown(each) ? this.#partOf(each).actors.get(key)?.id : undefined;
        return id === undefined ? [] : [{ document: each, id }];
      })
      .sort((a, b) => compare(a.document.location, b.document.location));
  }

  #isKnown(document: DocumentModel): boolean {
    return this.#workspace.document(document.location) === document;
  }

  #partOf(document: DocumentModel): Part {
    const codebook = this.#workspace.codebookOf(document);
    const known = this.#parts.get(document);
    if (known?.version === document.version && known.codebook === codebook) return known;
    if (known) this.#takeOut(document, known);
    const actors = new Map<string, Counted>();
    for (const [id, counts] of actorCountsIn(this.#workspace, document)) {
      actors.set(actorKey(this.#workspace, document, id), { id, counts });
    }
    const part = { version: document.version, codebook, actors };
    this.#putIn(document, part);
    return part;
  }

  #putIn(document: DocumentModel, part: Part): void {
    this.#parts.set(document, part);
    for (const [key, { counts }] of part.actors) {
      const sum = this.#sums.get(key) ?? { counts: NONE, documents: new Set() };
      sum.counts = plus(sum.counts, counts, 1);
      sum.documents.add(document);
      this.#sums.set(key, sum);
    }
  }

  #takeOut(document: DocumentModel, part: Part): void {
    this.#parts.delete(document);
    for (const [key, { counts }] of part.actors) {
      const sum = this.#sums.get(key);
      if (sum === undefined) continue;
      sum.counts = plus(sum.counts, counts, -1);
      sum.documents.delete(document);
      if (sum.documents.size === 0) this.#sums.delete(key);
    }
  }

  #rowOf(key: string, id: string, document: DocumentModel, counts: ActorCounts): ActorRow {
    const names = this.#workspace.namesFor(document);
    const actor = actorMeant(names, id);
    const isNameless = id === AUTHOR && document.head.authors.length === 0 && !isOwn(names, id);
    return {
      key,
      id,
      name: actor?.name ?? actorName(names, id),
      kind: actor?.kind ?? null,
      of: (actor?.of ?? []).map(({ value }) => ({ id: value, name: names.actor(value)?.name ?? value })),
      isDefined: actor !== null,
      authorOf: isNameless ? (document.head.title?.value ?? document.id) : null,
      ...counts,
    };
  }
}

/** Whether codebook or head have an entry for an id. */
function isOwn(names: ReturnType<Workspace['namesFor']>, id: string): boolean {
  return names.actorLayers.some((layer) => layer.has(id));
}

function plus(a: ActorCounts, b: ActorCounts, times: 1 | -1): ActorCounts {
  return {
    claims: a.claims + times * b.claims,
    demands: a.demands + times * b.demands,
    received: a.received + times * b.received,
    mentions: a.mentions + times * b.mentions,
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
