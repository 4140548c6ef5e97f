/**
 * brat standoff: for each document its text and an `.ann`, and for all of them one `annotation.conf`. A statement is an
 * event, its words the trigger, and actors who are mentioned are its arguments. What brat has no place for stands in
 * a note of the type Demarche, so that `demarche import` has all of it back. Offsets are code points.
 */
import type { AttributeDefinition } from '../../codebook/attributes.ts';
import { attributeTexts } from '../attributeText.ts';
import { codePointPlaces, unitPlaces } from '../codePoints.ts';
import type { ExportContext, ExportDocument, NamedFile } from '../format.ts';
import type { JsonMention, JsonSpan, JsonStatement } from '../json.ts';
import { writeConf } from './conf.ts';
import { ACTOR, ANNOTATOR_NOTE, bratName, OWN_NOTE, ROLES } from './names.ts';

export function* writeBrat(
  documents: Iterable<ExportDocument>,
  { attributes }: Pick<ExportContext, 'attributes'>,
): Generator<NamedFile> {
  const topics = new Set<string>();
  for (const document of documents) {
    for (const { topics: used } of document.meaning.statements) for (const topic of used) topics.add(topic);
    yield { name: `${document.name}.txt`, content: document.meaning.document.text };
    yield { name: `${document.name}.ann`, content: new AnnotationWriter(document).write() };
  }
  yield { name: 'annotation.conf', content: writeConf(attributes, topics) };
}

class AnnotationWriter {
  readonly #document: ExportDocument;
  readonly #units: (codePoint: number) => number;
  readonly #points: (unit: number) => number;
  readonly #lines: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** The first mention of each actor alone. */
  readonly #actors = new Map<string, string>();
  readonly #events = new Map<string, string>();

  constructor(document: ExportDocument) {
    this.#document = document;
    this.#units = codePointPlaces(document.meaning.document.text);
    this.#points = unitPlaces(document.meaning.document.text);
  }

  write(): string {
    const { statements, mentions } = this.#document.meaning;
    for (const mention of mentions) this.#addMention(mention);
    for (const statement of statements) this.#addStatement(statement);
    for (const statement of statements) this.#addRelations(statement);
    return this.#lines.join('');
  }

  #add(letter: string, line: string): string {
    const number = (this.#numbers.get(letter) ?? 0) + 1;
    this.#numbers.set(letter, number);
    this.#lines.push(`${letter}${number}${line}\n`);
    return `${letter}${number}`;
  }

  /** A text-bound annotation: null for no words at all, which brat does not know. */
  #addWords(type: string, spans: readonly JsonSpan[]): string | null {
    const { text } = this.#document.meaning.document;
    const fragments = spans.flatMap((span) => this.#fragmentsOf(span));
    if (fragments.length === 0) return null;
    const ranges = fragments.map(([start, end]) => `${this.#points(start)} ${this.#points(end)}`).join(';');
    const words = fragments.map(([start, end]) => text.slice(start, end)).join(' ');
    return this.#add('T', `\t${type} ${ranges}\t${words}`);
  }

  /** A span without its line ends and what stands at both sides of them, in UTF-16 units. */
  #fragmentsOf(span: JsonSpan): [number, number][] {
    const { text } = this.#document.meaning.document;
    const [from, to] = [this.#units(span.start), this.#units(span.end)];
    return Array.from(text.slice(from, to).matchAll(/[^\n]+/g), (match): [number, number] => [
      from + match.index,
      from + match.index + match[0].length,
    ]);
  }

  #note(type: string, target: string, note: string): void {
    // A tab or a line end would end the note.
    this.#add(
      '#',
      `\t${type} ${target}\t${note.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}`,
    );
  }

  #addMention(mention: JsonMention): void {
    const words = this.#addWords(ACTOR, [mention]);
    if (words === null) return;
    this.#note(OWN_NOTE, words, mention.actors.map((id) => `@${id}`).join(','));
    for (const memo of mention.memos) this.#note(ANNOTATOR_NOTE, words, memo);
    const [only] = mention.actors;
    if (only === undefined || mention.actors.length > 1) return;
    if (!this.#actors.has(only)) this.#actors.set(only, words);
    const actor = this.#document.meaning.actors.find(({ id }) => id === only);
    if (actor?.wikidata)
      this.#add('N', `\tReference ${words} Wikidata:${actor.wikidata}\t${oneLine(actor.name)}`);
  }

  #addStatement(statement: JsonStatement): void {
    const type = statement.kind === 'claim' ? 'Claim' : 'Demand';
    const words = this.#addWords(type, statement.spans);
    if (words === null) return;
    const event = this.#add('E', `\t${type}:${words}${this.#argumentsOf(statement)}`);
    this.#events.set(statement.id, event);
    for (const [name, value] of this.#choicesOf(statement)) this.#add('A', `\t${name} ${event} ${value}`);
    const own = statement.id.startsWith('~') ? [] : [`#${statement.id}`];
    this.#note(OWN_NOTE, event, [statement.kind, ...own, ...attributeTexts(statement)].join(' '));
    for (const memo of statement.memos) this.#note(ANNOTATOR_NOTE, event, memo);
  }

  /** The actors of a statement who are mentioned anywhere; the second of a role is called `Claimant2`. */
  #argumentsOf(statement: JsonStatement): string {
    return Object.entries(ROLES)
      .flatMap(([attribute, role]) => {
        const ids = statement[attribute as keyof typeof ROLES];
        const words = ids.flatMap((id) => this.#actors.get(id) ?? []);
        return words.map((id, index) => ` ${role}${index === 0 ? '' : index + 1}:${id}`);
      })
      .join('');
  }

  /** What a statement has that is one of a list, under the names of annotation.conf. */
  #choicesOf(statement: JsonStatement): [string, string][] {
    const chosen: [string, string][] = [];
    const add = (name: string, value: string | null | undefined) => {
      const [type, word] = [bratName(name), value ? bratName(value) : null];
      if (type !== null && word !== null) chosen.push([type, word]);
    };
    for (const { name, type, custom } of this.#document.attributes.values()) {
      if (type !== 'choice') continue;
      add(name, custom ? statement.attributes[name] : valueOf(statement, name));
    }
    add('topic', statement.topics[0]);
    return chosen;
  }

  #addRelations({ id, relations }: JsonStatement): void {
    const from = this.#events.get(id);
    for (const { type, target } of relations) {
      const to = this.#events.get(target);
      if (from && to) this.#add('R', `\t${bratName(type)} Arg1:${from} Arg2:${to}\t`);
    }
  }
}

function valueOf(statement: JsonStatement, name: AttributeDefinition['name']): string | null {
  const value = (statement as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
