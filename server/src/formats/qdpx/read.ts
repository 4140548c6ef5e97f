/**
 * Reads REFI-QDA projects. A selection that Demarche wrote is read from its description, and what its codes say counts
 * over that; one of another program is a claim on the topics that its codes are, and its cases are the claimants.
 */
import { strFromU8 } from 'fflate';
import { RELATIONS, type Relation } from '../../codebook/attributes.ts';
import type { Meaning } from '../../model/resolve.ts';
import { NO_MEANING, overlaid, type ReadAttributes, readAttributeText } from '../attributeText.ts';
import { codePointPlaces } from '../codePoints.ts';
import {
  EMPTY_IMPORT_HEAD,
  ImportError,
  type Imported,
  type ImportedMention,
  type ImportedSpan,
  type ImportedStatement,
  Tally,
} from '../import/imported.ts';
import type { JsonTopic } from '../json.ts';
import { childrenOf, readXml, type XmlElement } from '../readXml.ts';
import { guid, type KnownCode, ProjectCodebook } from './codebook.ts';
import { unzip } from './zip.ts';

/** A text of a project with what is coded in it. */
export interface ImportedSource {
  readonly name: string;
  readonly text: string;
  readonly imported: Imported;
}

/** @throws ImportError */
export function readQdpx(bytes: Uint8Array): ImportedSource[] {
  const isWanted = (name: string) => /(?:^|\/)project\.qde$/i.test(name) || /\.txt$/i.test(name);
  const files = unzip(bytes, isWanted);
  const qde = [...files].find(([name]) => /(?:^|\/)project\.qde$/i.test(name))?.[1];
  if (qde === undefined) throw new ImportError('has no project.qde in it');
  const project = readXml(strFromU8(qde));
  const codebook = new ProjectCodebook(project);
  const links = childrenOf(childrenOf(project, 'Links')[0], 'Link');
  const sources = childrenOf(project, 'Sources').flatMap(({ children }) => children);
  return sources.map((source) => new SourceReader(source, codebook, links, files).read());
}

class SourceReader {
  readonly #source: XmlElement;
  readonly #codebook: ProjectCodebook;
  readonly #links: readonly XmlElement[];
  readonly #text: string;
  readonly #places: (codePoint: number) => number;
  readonly #length: number;
  readonly #tally = new Tally();
  readonly #topics = new Map<string, JsonTopic>();
  readonly #statements = new Map<string, ImportedStatement>();
  /** The statement that a selection belongs to. */
  readonly #owners = new Map<string, string>();
  readonly #mentions: ImportedMention[] = [];
  readonly #used = new Set<string>();

  constructor(
    source: XmlElement,
    codebook: ProjectCodebook,
    links: readonly XmlElement[],
    files: ReadonlyMap<string, Uint8Array>,
  ) {
    this.#source = source;
    this.#codebook = codebook;
    this.#links = links;
    this.#text = textOf(source, files).replace(/^\uFEFF/, '');
    const counted = this.#text.replace(/\r\n?/g, '\n');
    this.#places = codePointPlaces(counted);
    this.#length = Array.from(counted).length;
  }

  read(): ImportedSource {
    const values = this.#codebook.valuesOf(this.#source);
    const name = this.#source.attributes.name ?? '';
    const value = (key: string) => values.get(`source ${key}`) ?? null;
    for (const selection of childrenOf(this.#source, 'PlainTextSelection')) this.#addSelection(selection);
    for (const link of this.#links) this.#addLink(link);
    const isOurs = value('id') !== null;
    const user = this.#codebook.users.get(guid(this.#source.attributes.creatingUser));
    const losses = this.#tally.phrases();
    if (this.#source.name !== 'TextSource') losses.push(`${this.#source.name}: only its text, if it has one`);
    return {
      name: value('id') ?? name,
      text: this.#text,
      imported: {
        head: {
          ...EMPTY_IMPORT_HEAD,
          id: value('id'),
          title: value('title') ?? (isOurs ? null : name || null),
          author: value('author')?.split('; ') ?? [],
          date: value('date'),
          source: value('source'),
          section: value('section'),
          type: value('type'),
          lang: value('lang'),
          coder: value('coder') ?? (isOurs ? null : user || null),
        },
        actors: this.#actors(),
        topics: [...this.#topics.values()],
        statements: [...this.#statements.values()],
        mentions: this.#mentions,
        memos: this.#memosOf(this.#source),
        losses,
      },
    };
  }

  /** The actors whose cases name this source, or whose words are in it. */
  #actors() {
    const own = guid(this.#source.attributes.guid);
    const named = [...this.#codebook.actors].filter(
      ([id]) => this.#used.has(id) || this.#codebook.sourcesOf(id).has(own),
    );
    return named.map(([, actor]) => actor);
  }

  #addSelection(selection: XmlElement): void {
    const span = this.#spanOf(selection);
    const id = guid(selection.attributes.guid);
    const codes = childrenOf(selection, 'Coding').flatMap(
      (coding) =>
        this.#codebook.codes.get(guid(childrenOf(coding, 'CodeRef')[0]?.attributes.targetGUID)) ?? [],
    );
    const description = childrenOf(selection, 'Description')[0]?.text ?? '';
    const own = readAttributeText(description);
    const memos = this.#memosOf(selection);
    const cases = this.#codebook.casesOf.get(id) ?? [];
    for (const each of cases) this.#used.add(each);
    const actors = cases.flatMap((each) => this.#codebook.actors.get(each)?.id ?? []);
    const isMention = codes.some(({ kind }) => kind === 'mention');
    if (isMention) {
      const mentioned = own !== null && own.actors.length > 0 ? own.actors : actors;
      if (mentioned.length > 0) this.#mentions.push({ ...span, actors: mentioned, memos });
      else this.#tally.add('mention of nobody');
      return;
    }
    const isOurs = own?.kind != null;
    const key = isOurs ? (selection.attributes.name ?? id) : id;
    const known = this.#statements.get(key);
    this.#owners.set(id, key);
    if (known !== undefined) {
      this.#statements.set(key, {
        ...known,
        spans: [...known.spans, span],
        memos: [...known.memos, ...memos],
      });
      return;
    }
    const kind = codes.find((code) => code.kind !== null)?.kind === 'demand' ? 'demand' : 'claim';
    const meaning = isOurs ? codedMeaning(own, codes) : { ...this.#foreign(codes), by: actors };
    if (isOurs) for (const { topic } of codes) this.#learn(topic);
    if (!isOurs && description.trim() !== '') memos.push(description.trim());
    this.#statements.set(key, { id: isOurs ? key : null, kind, meaning, spans: [span], memos });
  }

  #foreign(codes: readonly KnownCode[]): Meaning {
    let meaning = codes.reduce((sum, { read }) => (read ? joined(sum, read.meaning) : sum), NO_MEANING);
    const topics = codes.flatMap(({ topic, read }) => (topic !== null && read === null ? [topic] : []));
    for (const topic of topics) this.#learn(topic);
    meaning = { ...meaning, topics: [...new Set([...meaning.topics, ...topics.map(({ id }) => id)])] };
    return meaning;
  }

  /** A topic with those that it is part of. */
  #learn(topic: JsonTopic | null): void {
    for (let next = topic; next !== null && !this.#topics.has(next.id); ) {
      this.#topics.set(next.id, next);
      next = next.in === null ? null : this.#codebook.topic(next.in);
    }
  }

  #spanOf({ attributes }: XmlElement): ImportedSpan {
    const [start, end] = [Number(attributes.startPosition), Number(attributes.endPosition)];
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > this.#length)
      throw new ImportError(
        `the selection from ${attributes.startPosition} to ${attributes.endPosition} is not in the text “${this.#source.attributes.name ?? ''}”`,
      );
    return { start: this.#places(start), end: this.#places(end) };
  }

  #memosOf(element: XmlElement): string[] {
    return childrenOf(element, 'NoteRef').flatMap(
      ({ attributes }) => this.#codebook.notes.get(guid(attributes.targetGUID)) ?? [],
    );
  }

  #addLink({ attributes }: XmlElement): void {
    const from = this.#owners.get(guid(attributes.originGUID));
    const to = this.#owners.get(guid(attributes.targetGUID));
    const statement = from === undefined ? undefined : this.#statements.get(from);
    if (statement === undefined || to === undefined || from === undefined) return;
    const type = RELATIONS.find((each) => each === attributes.name?.toLowerCase());
    if (type === undefined) {
      this.#tally.add(`link “${attributes.name ?? ''}”`);
      return;
    }
    const target = this.#statements.get(to)?.id ?? to;
    const { relations: before } = statement.meaning;
    if (before.some((each) => each.type === type && each.target === target)) return;
    const relations = [...before, { type: type as Relation, target }];
    this.#statements.set(from, { ...statement, meaning: { ...statement.meaning, relations } });
  }
}

/** What codes can say, as they say it, in the order of the description; the rest from the description. */
function codedMeaning(own: ReadAttributes, codes: readonly KnownCode[]): Meaning {
  const coded = codes.reduce((sum, { read }) => (read ? joined(sum, read.meaning) : sum), NO_MEANING);
  const inOrder = (before: readonly string[], after: readonly string[]) => [
    ...before.filter((each) => after.includes(each)),
    ...after.filter((each) => !before.includes(each)),
  ];
  const { meaning } = own;
  const { date, place, until, relations } = meaning;
  return {
    ...coded,
    by: inOrder(meaning.by, coded.by),
    to: inOrder(meaning.to, coded.to),
    about: inOrder(meaning.about, coded.about),
    via: inOrder(meaning.via, coded.via),
    topics: inOrder(meaning.topics, coded.topics),
    date,
    place,
    until,
    if: meaning.if,
    relations,
  };
}

/** Two meanings as one: lists one after the other. */
function joined(one: Meaning, other: Meaning): Meaning {
  const both = (name: 'by' | 'to' | 'about' | 'via' | 'topics') => [
    ...new Set([...one[name], ...other[name]]),
  ];
  return {
    ...overlaid(other, one),
    by: both('by'),
    to: both('to'),
    about: both('about'),
    via: both('via'),
    topics: both('topics'),
  };
}

function textOf(source: XmlElement, files: ReadonlyMap<string, Uint8Array>): string {
  const inside = childrenOf(source, 'PlainTextContent')[0];
  if (inside !== undefined) return inside.text;
  const path = source.attributes.plainTextPath ?? '';
  const name = path.replace(/^internal:\/\//, '').toLowerCase();
  if (name === '') return '';
  const file = [...files].find(([each]) => each.toLowerCase().replace(/^.*\//, '') === name);
  if (file === undefined) throw new ImportError(`the text “${path}” is not in the project`);
  return strFromU8(file[1]);
}
