/** Names in YAML: what a head or a codebook defines and uses, as places like those in a text. */
import type { Definitions, Head, Located, TextRange } from '../codebook/codebook.ts';
import { type NameKind, type NamePlace, nameKey } from './facts.ts';

export interface EntryPlaces {
  readonly definitions: readonly NamePlace[];
  readonly uses: readonly NamePlace[];
}

export const NO_ENTRIES: EntryPlaces = { definitions: [], uses: [] };

const IS_ID = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_-]*$/u;

/** The actors and topics that a codebook or head defines, and those that its entries name. */
export function entryPlaces(definitions: Definitions): EntryPlaces {
  const defined: NamePlace[] = [];
  const uses: NamePlace[] = [];
  for (const actor of definitions.actors.values()) {
    defined.push(place('actor', actor.id, actor));
    for (const group of actor.of) uses.push(located('actor', group));
  }
  for (const topic of definitions.topics.values()) {
    defined.push(place('topic', topic.id, topic));
    if (topic.in) uses.push(located('topic', topic.in));
  }
  return { definitions: defined, uses };
}

/** The same for a head, with the authors that may be actors' ids. */
export function headPlaces(head: Head): EntryPlaces {
  const { definitions, uses } = entryPlaces(head);
  const authors = head.authors.filter((author) => IS_ID.test(author.value));
  return { definitions, uses: [...uses, ...authors.map((author) => located('actor', author))] };
}

function located(kind: NameKind, { value, start, end }: Located): NamePlace {
  return place(kind, value.normalize('NFC'), { start, end });
}

function place(kind: NameKind, id: string, { start, end }: TextRange): NamePlace {
  return { key: nameKey(kind, id), kind, id, start, end, tag: -1, attribute: '' };
}
