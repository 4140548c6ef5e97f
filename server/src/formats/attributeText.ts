/**
 * A statement's attributes as texts, `by=@russia`, and back. Formats without places of their own for them carry them
 * so: people can read them, and nothing is lost.
 */
import { RELATIONS } from '../codebook/attributes.ts';
import { isId } from '../codebook/ids.ts';
import type { Meaning } from '../model/resolve.ts';
import { SourceDocument } from '../syntax/document.ts';
import { quoteValue } from '../syntax/escape.ts';
import type { Tag } from '../syntax/tree.ts';

const ACTORS = ['by', 'to', 'about', 'via'] as const;
const SINGLE = [
  'position',
  'form',
  'date',
  'place',
  'type',
  'strength',
  'if',
  'until',
  'response',
] as const satisfies readonly (keyof Meaning)[];

/** A statement that means nothing yet. */
export const NO_MEANING: Meaning = {
  by: [],
  to: [],
  about: [],
  via: [],
  topics: [],
  position: null,
  form: null,
  date: null,
  place: null,
  type: null,
  strength: null,
  if: null,
  until: null,
  response: null,
  attributes: {},
  relations: [],
};

/** What a statement has, an attribute each, in the order in which analysts write them. */
export function attributeTexts(meaning: Meaning): string[] {
  const texts: string[] = [];
  const add = (name: string, values: readonly string[]) => {
    if (values.length > 0) texts.push(`${name}=${values.join(',')}`);
  };
  for (const name of ACTORS)
    add(
      name,
      meaning[name].map((id) => `@${id}`),
    );
  add('topic', meaning.topics.map(valueText));
  for (const name of SINGLE) {
    const value = meaning[name];
    if (value !== null) add(name, [name === 'if' ? quoted(value) : valueText(value)]);
  }
  for (const [name, value] of Object.entries(meaning.attributes)) add(name, [valueText(value)]);
  for (const type of RELATIONS) {
    add(
      type,
      meaning.relations.filter((each) => each.type === type).map(({ target }) => `#${target}`),
    );
  }
  return texts;
}

const BARE = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_.-]*$/u;

/** A value as an attribute has it: in quotes where it must be. */
export function valueText(value: string): string {
  return BARE.test(value) ? value : quoted(value);
}

/** In quotes, on one line: a blank line, or one that is a heading, would end the tag. */
function quoted(value: string): string {
  return quoteValue(value.replace(/\s*[\r\n]+\s*/g, ' '));
}

/** What a text says of a statement or a mention. */
export interface ReadAttributes {
  readonly kind: 'claim' | 'demand' | null;
  readonly id: string | null;
  /** The actors of a mention. */
  readonly actors: readonly string[];
  readonly meaning: Meaning;
}

/**
 * Reads what `attributeTexts` wrote, with or without `claim` or `demand` and an id before it; or the actors of a
 * mention.
 *
 * @returns null where it is no such text
 */
export function readAttributeText(text: string): ReadAttributes | null {
  const trimmed = text.trim();
  const hasKind = /^(?:claim|demand)(?![\p{L}\p{M}\p{Nd}_-])/u.test(trimmed);
  const head = hasKind || trimmed.startsWith('@') ? trimmed : `claim ${trimmed}`;
  if (/[\r\n]/.test(head)) return null;
  const { blocks } = new SourceDocument(`.{${head}: x}`);
  const [block] = blocks;
  const [tag] = block?.tree.tags ?? [];
  if (block === undefined || tag === undefined || block.tree.problems.length > 0) return null;
  if (tag.parent !== -1 || block.tree.tags.length > 1 || tag.end !== block.text.length) return null;
  if (tag.kind === 'continuation' || tag.kind === 'unknown') return null;
  const actors = tag.head.actors.map(({ id }) => id.normalize('NFC'));
  return {
    kind: hasKind ? (tag.kind as 'claim' | 'demand') : null,
    id: valuesOf(tag).get('#')?.[0] ?? null,
    actors,
    meaning: meaningOf(valuesOf(tag)),
  };
}

/** The values of each attribute, as plain text, NFC; references to other documents as `document/id`. */
function valuesOf({ head }: Tag): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { name, values: list } of head.attributes) {
    const texts = list.map((value) => {
      if (value.type === 'word' || value.type === 'string') return value.text.normalize('NFC');
      const prefix = value.type === 'statement' && value.document !== null ? `${value.document}/` : '';
      return `${prefix}${value.id}`.normalize('NFC');
    });
    if (!values.has(name)) values.set(name.normalize('NFC'), texts);
  }
  return values;
}

function meaningOf(values: ReadonlyMap<string, readonly string[]>): Meaning {
  const core = new Set<string>([...ACTORS, ...SINGLE, ...RELATIONS, 'topic', '#']);
  const single = Object.fromEntries(SINGLE.map((name) => [name, values.get(name)?.[0] ?? null]));
  const actors = Object.fromEntries(ACTORS.map((name) => [name, values.get(name) ?? []]));
  return {
    ...NO_MEANING,
    ...single,
    ...actors,
    topics: values.get('topic') ?? [],
    attributes: Object.fromEntries(
      [...values].filter(([name]) => !core.has(name)).map(([name, list]) => [name, list[0] ?? '']),
    ),
    relations: RELATIONS.flatMap((type) => (values.get(type) ?? []).map((target) => ({ type, target }))),
  };
}

/** A meaning over another: what it has itself counts. */
export function overlaid(above: Meaning, below: Meaning): Meaning {
  const lists = Object.fromEntries(
    ([...ACTORS, 'topics', 'relations'] as const).map((name) => [
      name,
      above[name].length > 0 ? above[name] : below[name],
    ]),
  );
  const single = Object.fromEntries(SINGLE.map((name) => [name, above[name] ?? below[name]]));
  return {
    ...below,
    ...lists,
    ...single,
    attributes: { ...below.attributes, ...above.attributes },
  };
}

/** An id as other programs may hold it: itself, or one made of its letters and digits; `x` if it has none. */
export function idFrom(name: string): string {
  const text = name.normalize('NFC').trim();
  if (isId(text)) return text;
  const parts = text.toLowerCase().match(/[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu) ?? [];
  return parts.join('-') || 'x';
}

/** An id made of a name, in small letters. */
export function idFromName(name: string): string {
  return idFrom(name.toLowerCase());
}
