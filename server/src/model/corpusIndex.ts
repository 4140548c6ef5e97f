/**
 * What a corpus too large to be held must know of each document before any is looked at: its id, its coder, and which
 * others it names. From that follows which documents have to be in the workspace with one for its findings to be those
 * that it would have among all.
 */
import { nearestNames } from '../codebook/index.ts';
import type { DocumentModel } from './document.ts';

/** What is known of a document. Made of its text alone; most have nothing but an id. */
export interface IndexEntry {
  readonly id: string;
  readonly coder: string;
  /** Ids of the documents whose statements it refers to. */
  readonly named: readonly string[];
}

/** What a document needs beside itself. */
export interface Company {
  readonly locations: readonly string[];
  /** Ids of other documents that a name which nobody has may have meant. */
  readonly nearIds: readonly string[];
}

/** A `#` with a `/` soon after: without one, no other document is named. Finds more than there is. */
const MAY_NAME_ANOTHER = /[#＃][^\s{}"]+\//;
/** A head that says more of a document's place among others than its file does. Finds more than there is. */
const MAY_SAY_WHO = /\\|^\s*\?|(?:id|coder|codebook|lint)["']?\s*:/m;
const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)/;

/** As much of a text as it takes to know its entry, and where its head says which codebook and rules it follows. */
export function partForIndex(text: string): string {
  return MAY_NAME_ANOTHER.test(text) ? text : headPart(text);
}

/** The part with the head; the whole text would give the same. Empty if nothing in it tells what is asked. */
function headPart(text: string): string {
  if (!/^\uFEFF?---/.test(text)) return '';
  const end = BLANK_LINE.exec(text)?.index;
  const part = end === undefined ? text : text.slice(0, end + 2);
  return MAY_SAY_WHO.test(part) ? part : '';
}

/** @param document made of the part of its text that partForIndex gives, or of more */
export function entryOf(document: DocumentModel): IndexEntry {
  return { id: document.id, coder: document.coder, named: [...new Set(document.documentsNamed())] };
}

export class CorpusIndex {
  readonly #entries = new Map<string, IndexEntry>();
  readonly #byId = new Map<string, string[]>();
  /** Who names a document, by its id. */
  readonly #namers = new Map<string, string[]>();

  /** Each location once. */
  add(location: string, entry: IndexEntry): void {
    this.#entries.set(location, entry);
    push(this.#byId, entry.id, location);
    for (const id of entry.named) push(this.#namers, id, location);
  }

  has(location: string): boolean {
    return this.#entries.has(location);
  }

  /** Whether all documents that one names are known, as the same coder's. */
  knowsAllNamed(location: string): boolean {
    const entry = this.#entries.get(location);
    return entry === undefined || entry.named.every((id) => this.#first(id, entry.coder) !== null);
  }

  /**
   * The documents whose presence changes what is found in one: of each that it names the one that is meant (or, so
   * that the mistake is called what it is, one of another coder), one of those that have its id, and, where it is
   * asked what became of its demands, all that name it.
   *
   * @param location of a document that was added
   */
  companyOf(location: string, isAskedForAnswers: boolean): Company {
    const { id, coder, named } = this.#entries.get(location) as IndexEntry;
    const locations = new Set<string>();
    const nearIds: string[] = [];
    for (const other of named) {
      const meant = this.#first(other, coder) ?? this.#byId.get(other)?.[0];
      if (meant === undefined) nearIds.push(...nearestNames(other, this.#byId.keys()));
      else locations.add(meant);
    }
    const twin = this.#byId.get(id)?.find((each) => each !== location && this.#coder(each) === coder);
    if (twin !== undefined) locations.add(twin);
    if (isAskedForAnswers) {
      for (const namer of this.#namers.get(id) ?? []) if (this.#coder(namer) === coder) locations.add(namer);
      // References mean the first of several with one id: it must be known whether this is it.
      const first = this.#first(id, coder);
      if (first !== null) locations.add(first);
    }
    locations.delete(location);
    return { locations: [...locations], nearIds };
  }

  #first(id: string, coder: string): string | null {
    let first: string | null = null;
    for (const location of this.#byId.get(id) ?? [])
      if (this.#coder(location) === coder && (first === null || location < first)) first = location;
    return first;
  }

  #coder(location: string): string {
    return this.#entries.get(location)?.coder ?? '';
  }
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
