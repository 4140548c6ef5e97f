/** What a reader of another format found, before it is put into a text. Offsets are UTF-16 units of the text with LF. */
import type { Meaning } from '../../model/resolve.ts';
import type { JsonActor, JsonTopic } from '../json.ts';

export interface ImportedSpan {
  readonly start: number;
  readonly end: number;
}

export interface ImportedStatement {
  /** As the other program has it; null where it has none. */
  readonly id: string | null;
  readonly kind: 'claim' | 'demand';
  readonly meaning: Meaning;
  readonly spans: readonly ImportedSpan[];
  readonly memos: readonly string[];
}

export interface ImportedMention extends ImportedSpan {
  readonly actors: readonly string[];
  readonly memos: readonly string[];
}

export interface ImportedHead {
  readonly id: string | null;
  readonly title: string | null;
  readonly author: readonly string[];
  readonly date: string | null;
  readonly source: string | null;
  readonly section: string | null;
  readonly type: string | null;
  readonly lang: string | null;
  readonly coder: string | null;
}

export interface Imported {
  readonly head: ImportedHead;
  readonly actors: readonly JsonActor[];
  readonly topics: readonly JsonTopic[];
  readonly statements: readonly ImportedStatement[];
  readonly mentions: readonly ImportedMention[];
  readonly memos: readonly string[];
  /** What the reader could not take over: phrases for the user. */
  readonly losses: readonly string[];
}

export const EMPTY_IMPORT_HEAD: ImportedHead = {
  id: null,
  title: null,
  author: [],
  date: null,
  source: null,
  section: null,
  type: null,
  lang: null,
  coder: null,
};

/** A file that can't be imported: the message says where it is wrong and what to do. */
export class ImportError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImportError';
  }
}

/** What happened, and how often. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(phrase: string): void {
    this.#counts.set(phrase, (this.#counts.get(phrase) ?? 0) + 1);
  }

  phrases(): string[] {
    return [...this.#counts].map(([phrase, count]) => `${phrase} (${count})`);
  }
}

/** An actor of whom only a name is known. */
export function namedActor(id: string, name: string): JsonActor {
  return { id, name, kind: null, of: [], aka: [], role: null, country: null, wikidata: null };
}
