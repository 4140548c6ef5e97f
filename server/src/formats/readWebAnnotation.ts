/**
 * Reads Web Annotations: a page or a collection’s page, a list, or one. Words are found by their position, if they are
 * the quoted ones there, else by the quote and what stands around it. Bodies that Demarche wrote count as they are;
 * other tags become the claim’s `label`.
 */
import { RELATIONS, type Relation } from '../codebook/attributes.ts';
import { NO_MEANING, overlaid, readAttributeText } from './attributeText.ts';
import { codePointPlaces } from './codePoints.ts';
import {
  EMPTY_IMPORT_HEAD,
  ImportError,
  type Imported,
  type ImportedHead,
  type ImportedMention,
  type ImportedSpan,
  type ImportedStatement,
  namedActor,
  Tally,
} from './import/imported.ts';
import type { JsonActor, JsonTopic } from './json.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads annotations as JSON-LD in the usual form.
 *
 * @param text the text that they are about, with LF line ends and without byte order mark
 * @throws ImportError where it is no JSON, or no annotations
 */
export function readWebAnnotation(json: string, text: string): Imported {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportError(`is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  const annotations = listOf(data).flatMap((each) => annotationsIn(each));
  if (annotations.length === 0 && !isPage(data)) throw new ImportError('has no annotations in it');
  return new AnnotationReader(text).read(annotations);
}

class AnnotationReader {
  readonly #text: string;
  readonly #places: (codePoint: number) => number;
  readonly #tally = new Tally();
  #head: ImportedHead = EMPTY_IMPORT_HEAD;
  readonly #memos: string[] = [];
  readonly #actors = new Map<string, JsonActor>();
  readonly #topics: JsonTopic[] = [];
  readonly #statements = new Map<string, ImportedStatement>();
  readonly #mentions: ImportedMention[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#places = codePointPlaces(text);
  }

  read(annotations: readonly Json[]): Imported {
    const links: Json[] = [];
    for (const annotation of annotations) {
      const motivations = listOf(annotation.motivation).map(String);
      const nickname = objectOf(listOf(annotation.creator)[0])?.nickname;
      if (typeof nickname === 'string' && this.#head.coder === null)
        this.#head = { ...this.#head, coder: nickname };
      if (motivations.includes('linking')) links.push(annotation);
      else if (motivations.includes('describing') && this.#spansOf(annotation).length === 0)
        this.#describe(annotation);
      else if (motivations.includes('identifying')) this.#addMention(annotation);
      else this.#addStatement(annotation);
    }
    for (const link of links) this.#addRelation(link);
    return {
      head: this.#head,
      actors: [...this.#actors.values()],
      topics: this.#topics,
      statements: [...this.#statements.values()],
      mentions: this.#mentions,
      memos: this.#memos,
      losses: this.#tally.phrases(),
    };
  }

  #describe(annotation: Json): void {
    const id = String(annotation.id ?? '');
    for (const body of bodiesOf(annotation)) {
      const value = String(body.value ?? '');
      if (body.purpose === 'commenting') this.#memos.push(value);
      if (body.purpose !== 'describing') continue;
      const described = parsed(value);
      if (described === null) this.#memos.push(value);
      else if (/#document$/.test(id)) this.#head = headFrom(described);
      else if (/#actor\//.test(id)) this.#addActor(described);
      else if (/#topic\//.test(id)) this.#topics.push(topicFrom(described));
      else this.#tally.add('description of something unknown');
    }
  }

  #addActor(described: Json): void {
    const actor = actorFrom(described);
    this.#actors.set(actor.id, actor);
  }

  #addMention(annotation: Json): void {
    const bodies = bodiesOf(annotation);
    const actors = bodies.flatMap(({ value, purpose }) =>
      purpose === 'identifying' && typeof value === 'string' ? (readAttributeText(value)?.actors ?? []) : [],
    );
    const [span] = this.#spansOf(annotation);
    if (span === undefined || actors.length === 0) this.#tally.add('mention without words or actor');
    else this.#mentions.push({ ...span, actors, memos: commentsIn(bodies) });
  }

  #addStatement(annotation: Json): void {
    const bodies = bodiesOf(annotation);
    const spans = this.#spansOf(annotation);
    const tags = bodies.flatMap(({ value, purpose }) =>
      purpose !== 'commenting' && typeof value === 'string' ? [value.trim()] : [],
    );
    const kind = tags.find((tag) => tag === 'claim' || tag === 'demand') as 'claim' | 'demand' | undefined;
    let meaning = NO_MEANING;
    const labels: string[] = [];
    for (const tag of tags.filter((each) => each !== kind && each !== '')) {
      const read = /^[\p{L}\p{Nd}_-]+=/u.test(tag) ? readAttributeText(tag) : null;
      if (read === null) labels.push(tag);
      else meaning = overlaid(read.meaning, meaning);
    }
    if (labels.length > 0) {
      this.#tally.add('tag that is no attribute, kept as label');
      meaning = { ...meaning, attributes: { label: labels.join('; '), ...meaning.attributes } };
    }
    const id = String(annotation.id ?? `annotation-${this.#statements.size + 1}`);
    if (spans.length === 0) this.#tally.add('annotation whose words are not in the text');
    else {
      const memos = commentsIn(bodies);
      this.#statements.set(id, { id: ownIdIn(id), kind: kind ?? 'claim', meaning, spans, memos });
    }
  }

  #addRelation(annotation: Json): void {
    const bodies = bodiesOf(annotation);
    const type = bodies.map(({ value }) => value).find((value) => RELATIONS.includes(value as Relation));
    const to = bodies
      .map(({ source, id }) => source ?? (typeof id === 'string' ? id : undefined))
      .find(Boolean);
    const from = listOf(annotation.target).map(String)[0];
    const statement = this.#statements.get(from ?? '');
    if (statement === undefined || type === undefined || to === undefined) {
      this.#tally.add('link between what are no statements, or of an unknown kind');
      return;
    }
    const relation = { type: type as Relation, target: ownIdIn(String(to)) ?? String(to) };
    const meaning = { ...statement.meaning, relations: [...statement.meaning.relations, relation] };
    this.#statements.set(from as string, { ...statement, meaning });
  }

  #spansOf(annotation: Json): ImportedSpan[] {
    return listOf(annotation.target).flatMap((target) => {
      const selectors = objectsIn(listOf(objectOf(target)?.selector));
      return selectors.length === 0 ? [] : (this.#spanOf(selectors) ?? []);
    });
  }

  #spanOf(selectors: readonly Json[]): ImportedSpan | null {
    const position = selectors.find(({ type }) => type === 'TextPositionSelector');
    const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
    const exact = typeof quote?.exact === 'string' ? quote.exact.replace(/\r\n?/g, '\n') : null;
    const [from, to] = [position?.start, position?.end];
    if (Number.isInteger(from) && Number.isInteger(to)) {
      const [start, end] = [this.#places(from as number), this.#places(to as number)];
      if (start <= end && (exact === null || this.#text.slice(start, end) === exact)) return { start, end };
      if (exact !== null)
        this.#tally.add('position that is not where the quoted words are: found by the words');
    }
    return exact === null || exact === '' ? null : this.#find(exact, quote as Json);
  }

  /** The place of quoted words that has most of what should stand around them. */
  #find(exact: string, { prefix, suffix }: Json): ImportedSpan | null {
    const [before, after] = [String(prefix ?? ''), String(suffix ?? '')];
    let best: { start: number; score: number } | null = null;
    let tries = 0;
    for (
      let at = this.#text.indexOf(exact);
      at >= 0 && tries++ < 10_000;
      at = this.#text.indexOf(exact, at + 1)
    ) {
      const end = at + exact.length;
      const score =
        sharedEnd(this.#text.slice(Math.max(0, at - before.length), at), before) +
        sharedStart(this.#text.slice(end, end + after.length), after);
      if (best === null || score > best.score) best = { start: at, score };
    }
    return best === null ? null : { start: best.start, end: best.start + exact.length };
  }
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length))
    length++;
  return length;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function objectOf(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function objectsIn(values: readonly unknown[]): Json[] {
  return values.map(objectOf).filter((each) => each !== null);
}

function isPage(data: unknown): boolean {
  return /Annotation(?:Page|Collection)/.test(String(objectOf(data)?.type));
}

function annotationsIn(value: unknown): Json[] {
  const object = objectOf(value);
  if (object === null) return [];
  if (Array.isArray(object.items)) return objectsIn(object.items);
  const first = objectOf(object.first);
  if (first !== null) return annotationsIn(first);
  return listOf(object.type).includes('Annotation') ? [object] : [];
}

function bodiesOf({ body, bodyValue }: Json): Json[] {
  const values = bodyValue === undefined ? listOf(body) : [{ type: 'TextualBody', value: bodyValue }];
  return objectsIn(values.map((each) => (typeof each === 'string' ? { id: each } : each)));
}

function commentsIn(bodies: readonly Json[]): string[] {
  return bodies.filter(({ purpose }) => purpose === 'commenting').map(({ value }) => String(value ?? ''));
}

/** The statement’s id in that of an annotation. */
function ownIdIn(id: string): string | null {
  const own = /#statement\/(.+)$/.exec(id)?.[1];
  return own ?? id.replace(/^.*[/#:]/, '');
}

function parsed(text: string): Json | null {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return null;
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
const textsOf = (value: unknown) => listOf(value).flatMap((each) => textOf(each) ?? []);

function headFrom(described: Json): ImportedHead {
  const { id, title, author, date, source, section, type, lang, coder } = described;
  const single = { id, title, date, source, section, type, lang, coder };
  const texts = Object.fromEntries(Object.entries(single).map(([key, value]) => [key, textOf(value)]));
  return { ...EMPTY_IMPORT_HEAD, ...texts, author: textsOf(author) };
}

function actorFrom({ id, name, kind, of, aka, role, country, wikidata }: Json): JsonActor {
  return {
    ...namedActor(String(id), textOf(name) ?? String(id)),
    kind: textOf(kind),
    of: textsOf(of),
    aka: textsOf(aka),
    role: textOf(role),
    country: textOf(country),
    wikidata: textOf(wikidata),
  };
}

function topicFrom({ id, name, in: up, note }: Json): JsonTopic {
  return { id: String(id), name: textOf(name) ?? String(id), in: textOf(up), note: textOf(note) };
}
