/** What the codes, variables, cases and notes of a project mean. */
import { idFromName, type ReadAttributes, readAttributeText } from '../attributeText.ts';
import { namedActor } from '../import/imported.ts';
import type { JsonActor, JsonTopic } from '../json.ts';
import { childrenOf, inList, type XmlElement } from '../readXml.ts';

export interface KnownCode {
  readonly name: string;
  /** `claim`, `demand` or `mention`; null for all others. */
  readonly kind: string | null;
  /** The attribute that it stands for; null for a theme of somebody else’s, which is a topic. */
  readonly read: ReadAttributes | null;
  readonly topic: JsonTopic | null;
}

export class ProjectCodebook {
  readonly codes = new Map<string, KnownCode>();
  readonly notes = new Map<string, string>();
  readonly users = new Map<string, string>();
  /** Actors by the GUIDs of their cases. */
  readonly actors = new Map<string, JsonActor>();
  /** The cases that a selection belongs to. */
  readonly casesOf = new Map<string, string[]>();
  readonly #variables = new Map<string, string>();
  readonly #sources = new Map<string, Set<string>>();
  readonly #topics = new Map<string, JsonTopic>();

  constructor(project: XmlElement) {
    for (const { attributes } of inList(project, 'Users', 'User'))
      this.users.set(guid(attributes.guid), attributes.name ?? attributes.id ?? '');
    const [codebook] = childrenOf(project, 'CodeBook');
    for (const code of childrenOf(childrenOf(codebook, 'Codes')[0], 'Code')) this.#addCode(code, null);
    for (const { attributes } of inList(project, 'Variables', 'Variable'))
      this.#variables.set(guid(attributes.guid), attributes.name ?? '');
    for (const note of inList(project, 'Notes', 'Note'))
      this.notes.set(guid(note.attributes.guid), childrenOf(note, 'PlainTextContent')[0]?.text ?? '');
    for (const each of inList(project, 'Cases', 'Case')) this.#addCase(each);
  }

  /** The sources that a case is about. */
  sourcesOf(actor: string): ReadonlySet<string> {
    return this.#sources.get(actor) ?? new Set();
  }

  topic(id: string): JsonTopic | null {
    return this.#topics.get(id) ?? null;
  }

  /** The values of variables, by name. */
  valuesOf(element: XmlElement): Map<string, string> {
    const values = new Map<string, string>();
    for (const value of childrenOf(element, 'VariableValue')) {
      const name = this.#variables.get(guid(childrenOf(value, 'VariableRef')[0]?.attributes.targetGUID));
      const text = value.children.find((child) => child.name !== 'VariableRef')?.text ?? '';
      if (name !== undefined && text !== '') values.set(name, text);
    }
    return values;
  }

  #addCode(code: XmlElement, parent: JsonTopic | null): void {
    const { name = '' } = code.attributes;
    const [description = '', ...note] = (childrenOf(code, 'Description')[0]?.text ?? '').split('\n');
    const read = /^[\p{L}\p{Nd}_-]+=/u.test(description) ? readAttributeText(description) : null;
    const isKind = /^(?:claim|demand|mention)$/i.test(name);
    const isOurs = read !== null || isKind || code.attributes.isCodable === 'false';
    const id = read?.meaning.topics[0] ?? idFromName(name);
    const isTopic = !isOurs || read?.meaning.topics[0] !== undefined;
    const text = read === null ? [description, ...note].join('\n') : note.join('\n');
    const topic = isTopic ? { id, name, in: parent?.id ?? null, note: text || null } : null;
    this.codes.set(guid(code.attributes.guid), {
      name,
      kind: isKind ? name.toLowerCase() : null,
      read,
      topic,
    });
    if (topic !== null && !this.#topics.has(id)) this.#topics.set(id, topic);
    for (const child of childrenOf(code, 'Code')) this.#addCode(child, topic);
  }

  #addCase(element: XmlElement): void {
    const values = this.valuesOf(element);
    const name = element.attributes.name ?? '';
    const text = (key: string) => values.get(`case ${key}`) ?? null;
    const list = (key: string) => text(key)?.split('; ') ?? [];
    const own = guid(element.attributes.guid);
    this.actors.set(own, {
      ...namedActor(text('id') ?? idFromName(name), name || (text('id') ?? '')),
      kind: text('kind'),
      of: list('of'),
      aka: list('aka'),
      role: text('role'),
      country: text('country'),
      wikidata: text('wikidata'),
    });
    this.#sources.set(
      own,
      new Set(childrenOf(element, 'SourceRef').map(({ attributes }) => guid(attributes.targetGUID))),
    );
    for (const { attributes } of childrenOf(element, 'SelectionRef')) {
      const selection = guid(attributes.targetGUID);
      this.casesOf.set(selection, [...(this.casesOf.get(selection) ?? []), own]);
    }
  }
}

/** GUIDs compare without braces and in one case. */
export function guid(text: string | undefined): string {
  return (text ?? '').replace(/[{}]/g, '').toUpperCase();
}
