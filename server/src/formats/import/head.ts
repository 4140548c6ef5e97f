/** The head of an imported document: what is known of it, and the actors and topics that no codebook has. */
import { stringify } from 'yaml';
import { MAX_HEAD_LENGTH } from '../../codebook/head.ts';
import type { JsonActor, JsonTopic } from '../json.ts';
import { ImportError, type Imported } from './imported.ts';

/** Ids that a codebook has already. */
export interface KnownEntries {
  readonly actors: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
}

/** The YAML of a head, with a line feed at its end; empty where there is nothing to say. */
export function headYaml({ head, actors, topics }: Imported, known: KnownEntries): string {
  const { author, ...single } = head;
  const entries: [string, string | string[]][] = [];
  const add = (name: string, value: string | null) => {
    const text = value === null ? '' : oneLine(value);
    if (text !== '') entries.push([name, text]);
  };
  add('id', single.id);
  add('title', single.title);
  const authors = author.map(oneLine).filter((name) => name !== '');
  if (authors.length > 0) entries.push(['author', authors.length === 1 ? (authors[0] as string) : authors]);
  for (const name of ['date', 'source', 'section', 'type', 'lang', 'coder'] as const) add(name, single[name]);
  const yaml =
    (entries.length > 0 ? stringify(Object.fromEntries(entries), { lineWidth: 0 }) : '') +
    section('actors', actorFields(actors, known.actors)) +
    section('topics', topicFields(topics, known.topics));
  if (yaml.length > MAX_HEAD_LENGTH) {
    throw new ImportError(
      'there are too many actors and topics for the head of a document: put them into a codebook with --codebook',
    );
  }
  return yaml;
}

export type EntryFields = readonly (readonly [
  id: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
])[];

/** What to say of actors, those that are known left out. `author` is always one. */
export function actorFields(actors: readonly JsonActor[], known: ReadonlySet<string>): EntryFields {
  return actors
    .filter(({ id }) => id !== 'author' && !known.has(id))
    .map(({ id, name, kind, of, aka, role, country, wikidata }) => [
      id,
      filled({ name, kind, of: of.length === 1 ? (of[0] as string) : of, aka, role, country, wikidata }),
    ]);
}

export function topicFields(topics: readonly JsonTopic[], known: ReadonlySet<string>): EntryFields {
  return topics
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, in: up, note }) => [id, filled({ name, in: up, note })]);
}

function filled(
  fields: Readonly<Record<string, string | readonly string[] | null>>,
): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      if (value === null || value.length === 0) return [];
      return [[key, typeof value === 'string' ? oneLine(value) : value.map(oneLine)]];
    }),
  );
}

/** An entry a line. */
function section(name: string, entries: EntryFields): string {
  if (entries.length === 0) return '';
  const lines = entries.map(([id, fields]) => {
    const key = stringify(id, { lineWidth: 0 }).trimEnd();
    return `  ${key}: ${stringify(fields, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()}\n`;
  });
  return `${name}:\n${lines.join('')}`;
}

/** Control characters and line ends of every kind would end the head’s line, or not be YAML. */
function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
}
