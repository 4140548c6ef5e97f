/**
 * Reads brat standoff. Events and text-bound annotations of the types Claim and Demand are statements, Actor is a mention;
 * what a note of the type Demarche says counts, and brat’s own attributes, arguments and relations over it. Of other
 * types, those that take part in an event are actors, and the rest claims with their type as `label`.
 */
import { RELATIONS, type Relation } from '../../codebook/attributes.ts';
import type { Meaning } from '../../model/resolve.ts';
import { idFrom, idFromName, NO_MEANING, readAttributeText } from '../attributeText.ts';
import { codePointPlaces } from '../codePoints.ts';
import {
  EMPTY_IMPORT_HEAD,
  ImportError,
  type Imported,
  type ImportedMention,
  type ImportedSpan,
  type ImportedStatement,
  namedActor,
  Tally,
} from '../import/imported.ts';
import type { JsonActor } from '../json.ts';
import { ACTOR, ANNOTATOR_NOTE, bratName, OWN_NOTE, ROLES } from './names.ts';

interface Words {
  readonly type: string;
  readonly spans: readonly ImportedSpan[];
}

interface Event {
  readonly type: string;
  readonly trigger: string;
  readonly roles: readonly (readonly [role: string, target: string])[];
}

/**
 * Reads an `.ann`.
 *
 * @param text the text that it belongs to, with LF line ends and without byte order mark
 * @throws ImportError naming the line that can’t be read
 */
export function readBrat(ann: string, text: string): Imported {
  return new BratReader(text).read(ann);
}

class BratReader {
  readonly #text: string;
  readonly #places: (codePoint: number) => number;
  readonly #length: number;
  readonly #words = new Map<string, Words>();
  readonly #events = new Map<string, Event>();
  /** By what they are about. */
  readonly #attributes = new Map<string, (readonly [type: string, value: string])[]>();
  readonly #relations: (readonly [type: string, from: string, to: string])[] = [];
  readonly #notes = new Map<string, (readonly [type: string, note: string])[]>();
  readonly #tally = new Tally();
  readonly #actors = new Map<string, JsonActor>();
  readonly #actorOf = new Map<string, readonly string[]>();

  constructor(text: string) {
    this.#text = text;
    this.#places = codePointPlaces(text);
    this.#length = Array.from(text).length;
  }

  read(ann: string): Imported {
    const lines = ann.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
    lines.forEach((line, index) => {
      if (line.trim() !== '') this.#readLine(line, index + 1);
    });
    const triggers = new Set([...this.#events.values()].map(({ trigger }) => trigger));
    const players = new Set([...this.#events.values()].flatMap(({ roles }) => roles.map(([, id]) => id)));
    const mentions: ImportedMention[] = [];
    const bare: string[] = [];
    for (const [id, words] of this.#words) {
      if (triggers.has(id)) continue;
      if (words.type === ACTOR || players.has(id)) mentions.push(...this.#mentionOf(id, words));
      else bare.push(id);
    }
    const statements = [...this.#events.keys(), ...bare].flatMap((id) => this.#statementOf(id) ?? []);
    const author = authorOf([...this.#notes.values()].flat());
    return {
      head: { ...EMPTY_IMPORT_HEAD, author },
      actors: [...this.#actors.values()],
      topics: [],
      statements: this.#related(statements),
      mentions,
      memos: [],
      losses: this.#tally.phrases(),
    };
  }

  #readLine(line: string, number: number): void {
    const [id = '', second = '', third] = line.split('\t');
    const parts = second.split(' ').filter((part) => part !== '');
    const [type = '', first = '', rest] = parts;
    const fail = (message: string): never => {
      throw new ImportError(`line ${number}: ${message}`);
    };
    if (/^T\d+$/.test(id)) {
      const spans = spansIn(second.slice(type.length), this.#places, this.#length);
      if (spans === null) fail('the offsets are no “start end” within the text');
      else this.#words.set(id, { type, spans });
    } else if (/^E\d+$/.test(id)) {
      const roles = parts.slice(1).map((part) => splitAtColon(part));
      const [name, trigger] = splitAtColon(type);
      if (!trigger) fail('an event is “Type:T1 Role:T2 …”');
      this.#events.set(id, { type: name, trigger, roles });
    } else if (/^[AM]\d+$/.test(id)) push(this.#attributes, first, [type, rest ?? 'true']);
    else if (/^R\d+$/.test(id)) this.#relations.push([type, afterColon(first), afterColon(rest ?? '')]);
    else if (/^#/.test(id)) push(this.#notes, first, [type, unescaped(third ?? '')]);
    else if (/^N\d+$/.test(id)) this.#normalize(first, rest ?? '', third ?? '');
    else if (id === '*') this.#tally.add('relation of equivalence');
    else fail(`“${id.slice(0, 20)}” is no annotation of brat’s`);
  }

  /** What an item of Wikidata says of an actor is kept until it is known whose words they are. */
  readonly #items = new Map<string, { item: string; name: string }>();

  #normalize(target: string, reference: string, name: string): void {
    const item = /^Wikidata:(Q[1-9]\d*)$/i.exec(reference)?.[1];
    if (item !== undefined) this.#items.set(target, { item, name });
    else this.#tally.add('normalization that is no item of Wikidata');
  }

  #ownNote(id: string) {
    const note = this.#notes.get(id)?.find(([type]) => type === OWN_NOTE)?.[1];
    return note === undefined ? null : readAttributeText(note);
  }

  #memosOf(id: string): string[] {
    return (this.#notes.get(id) ?? []).flatMap(([type, note]) => (type === ANNOTATOR_NOTE ? [note] : []));
  }

  #wordsOf(spans: readonly ImportedSpan[]): string {
    return spans.map(({ start, end }) => this.#text.slice(start, end)).join(' ');
  }

  #mentionOf(id: string, { spans }: Words): ImportedMention[] {
    const own = this.#ownNote(id)?.actors ?? [];
    const name = this.#items.get(id)?.name || this.#wordsOf(spans);
    const actors = own.length > 0 ? own : [idFromName(name)];
    this.#actorOf.set(id, actors);
    const [only] = actors;
    if (only !== undefined && actors.length === 1 && !this.#actors.has(only)) {
      const item = this.#items.get(id)?.item ?? null;
      if (own.length === 0 || item !== null)
        this.#actors.set(only, { ...namedActor(only, name), wikidata: item });
    }
    const merged = joined(this.#text, spans);
    if (merged.length > 1) this.#tally.add('mention in several parts, of which the first is kept');
    return merged.slice(0, 1).map((span) => ({ ...span, actors, memos: this.#memosOf(id) }));
  }

  #statementOf(id: string): ImportedStatement | null {
    const event = this.#events.get(id);
    const words = this.#words.get(event?.trigger ?? id);
    if (words === undefined) {
      this.#tally.add('event without words');
      return null;
    }
    const own = this.#ownNote(id) ?? this.#ownNote(event?.trigger ?? '');
    const type = event?.type ?? words.type;
    const kind = /^demand$/i.test(type) ? 'demand' : 'claim';
    const meaning = this.#meaningOf(id, event, own?.meaning ?? NO_MEANING);
    const isKnown = /^(?:claim|demand)$/i.test(type);
    if (!isKnown) this.#tally.add(`type ${type}, kept as label=${type} of a claim`);
    return {
      id: own?.id ?? (own === null ? id : null),
      kind,
      meaning: isKnown ? meaning : { ...meaning, attributes: { label: type, ...meaning.attributes } },
      spans: joined(this.#text, words.spans),
      memos: [...this.#memosOf(id), ...(event ? this.#memosOf(event.trigger) : [])],
    };
  }

  /** A statement’s own note, under what is marked in brat: that may have been changed there. */
  #meaningOf(id: string, event: Event | undefined, note: Meaning): Meaning {
    let meaning = note;
    for (const [attribute, role] of Object.entries(ROLES) as [keyof typeof ROLES, string][]) {
      const marked = (event?.roles ?? [])
        .filter(([name]) => name.replace(/\d+$/, '') === role)
        .flatMap(([, target]) => this.#actorOf.get(target) ?? []);
      if (marked.some((actor) => !meaning[attribute].includes(actor)))
        meaning = { ...meaning, [attribute]: [...new Set([...meaning[attribute], ...marked])] };
    }
    for (const [role] of event?.roles ?? []) {
      if (!(Object.values(ROLES) as string[]).includes(role.replace(/\d+$/, '')))
        this.#tally.add(`role ${role}`);
    }
    const marks = [
      ...(this.#attributes.get(id) ?? []),
      ...(this.#attributes.get(event?.trigger ?? '') ?? []),
    ];
    for (const [type, value] of marks) meaning = withChoice(meaning, type, value);
    return meaning;
  }

  #related(statements: readonly ImportedStatement[]): ImportedStatement[] {
    const ids = [...this.#events.keys(), ...this.#words.keys()];
    const names = new Map<string, string>();
    for (const id of ids) {
      const own = this.#ownNote(id);
      names.set(id, own?.id ?? id);
    }
    for (const [, { trigger }] of this.#events) if (!names.has(trigger)) names.set(trigger, trigger);
    const added = new Map<string, { type: Relation; target: string }[]>();
    for (const [name, from, to] of this.#relations) {
      const type = RELATIONS.find((each) => bratName(each)?.toLowerCase() === name.toLowerCase());
      const target = names.get(to);
      if (type === undefined || target === undefined) this.#tally.add(`relation ${name}`);
      else
        added.set(names.get(from) ?? from, [...(added.get(names.get(from) ?? from) ?? []), { type, target }]);
    }
    return statements.map((statement) => {
      const more = (added.get(statement.id ?? '') ?? []).filter(
        ({ type, target }) =>
          !statement.meaning.relations.some((each) => each.type === type && each.target === target),
      );
      if (more.length === 0) return statement;
      return {
        ...statement,
        meaning: { ...statement.meaning, relations: [...statement.meaning.relations, ...more] },
      };
    });
  }
}

/** Our own notes say of each statement who reports it: the fewest whom nobody reports are the authors. */
function authorOf(notes: readonly (readonly [type: string, note: string])[]): string[] {
  let authors: readonly string[] = [];
  for (const [type, note] of notes) {
    const read = type === OWN_NOTE ? readAttributeText(note) : null;
    if (read === null || read.kind === null) continue;
    const { by, via } = read.meaning;
    if (via.length > 0 || by.length === 0 || by.includes('author')) continue;
    if (authors.length === 0 || by.length < authors.length) authors = by;
  }
  return [...authors];
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function withChoice(meaning: Meaning, type: string, value: string): Meaning {
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  const isSame = (other: string | undefined | null) => other?.toLowerCase() === value.toLowerCase();
  const word = value.charAt(0).toLowerCase() + value.slice(1);
  if (name === 'topic')
    return meaning.topics.some(isSame) ? meaning : { ...meaning, topics: [word, ...meaning.topics] };
  if (name in NO_MEANING) {
    const before = (meaning as unknown as Record<string, unknown>)[name];
    return typeof before === 'string' && isSame(before) ? meaning : { ...meaning, [name]: word };
  }
  const known = Object.keys(meaning.attributes).find((each) => each.toLowerCase() === name.toLowerCase());
  if (known !== undefined && isSame(meaning.attributes[known])) return meaning;
  return { ...meaning, attributes: { ...meaning.attributes, [idFrom(known ?? name)]: word } };
}

function spansIn(
  ranges: string,
  places: (codePoint: number) => number,
  length: number,
): ImportedSpan[] | null {
  const spans: ImportedSpan[] = [];
  for (const range of ranges.trim().split(';')) {
    const match = /^(\d+) (\d+)$/.exec(range.trim());
    const [start, end] = [Number(match?.[1]), Number(match?.[2])];
    if (!match || start > end || end > length) return null;
    spans.push({ start: places(start), end: places(end) });
  }
  return spans;
}

/** Fragments that only white space separates are one span. */
function joined(text: string, spans: readonly ImportedSpan[]): ImportedSpan[] {
  const merged: ImportedSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && (span.start <= last.end || text.slice(last.end, span.start).trim() === ''))
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

function splitAtColon(part: string): [string, string] {
  const colon = part.lastIndexOf(':');
  return colon < 0 ? [part, ''] : [part.slice(0, colon), part.slice(colon + 1)];
}

function afterColon(part: string): string {
  return splitAtColon(part)[1];
}

function unescaped(note: string): string {
  return note.replace(/\\([\\nt])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : '\\'));
}
