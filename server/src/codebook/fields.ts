/** The fields of an entry: its keys checked against a table, and their values read by their types. */
import type { ParsedNode } from 'yaml';
import type { Choice } from './attributes.ts';
import type { Located, TextRange } from './codebook.ts';
import { isId } from './ids.ts';
import type { KeyDefinition } from './keys.ts';
import { nearestName } from './nearest.ts';
import { replacement } from './problems.ts';
import type { KeyedValue, YamlReader } from './yamlReader.ts';

/** Keys that belong in another place, with what to say of them there. */
export type Misplaced = Readonly<Record<string, string>>;

/** What stands under a set of known keys. */
export class Fields {
  readonly #reader: YamlReader;
  readonly #table: ReadonlyMap<string, KeyDefinition>;
  readonly #values = new Map<string, KeyedValue>();

  /**
   * Reports every key that is not in the table.
   *
   * @param place what a message calls the thing that has these keys: “an actor”
   */
  constructor(
    reader: YamlReader,
    entries: readonly KeyedValue[],
    table: readonly KeyDefinition[],
    place: string,
    misplaced: Misplaced = {},
  ) {
    this.#reader = reader;
    this.#table = new Map(table.map((definition) => [definition.name, definition]));
    for (const entry of entries)
      if (this.#table.has(entry.key.value)) this.#values.set(entry.key.value, entry);
    for (const { key } of entries)
      if (!this.#table.has(key.value)) this.#reportUnknown(key, place, misplaced);
  }

  #reportUnknown(key: Located, place: string, misplaced: Misplaced): void {
    if (reportColon(this.#reader, key, (word) => this.#table.has(word))) return;
    const elsewhere = Object.hasOwn(misplaced, key.value) ? misplaced[key.value] : undefined;
    const near = isId(key.value) ? nearestName(key.value, this.#table.keys()) : null;
    if (near === null || elsewhere) {
      const known = [...this.#table.keys()].join(', ');
      const advice = elsewhere ?? `It has no effect. The keys of ${place} are: ${known}.`;
      this.#reader.report(
        'unknown-key',
        key,
        `${place} has no key “${key.value}”. ${advice}`.replace(/^a/, 'A'),
      );
      return;
    }
    const message = `Unknown key “${key.value}”: it has no effect. Did you mean “${near}”?`;
    // A second key of that name would be the next mistake.
    const fix = this.#values.has(near) ? null : replacement(`Change to “${near}”`, key, near);
    this.#reader.report('unknown-key', key, message, fix);
  }

  /** What stands after a key; null where it is not given. */
  node(name: string): ParsedNode | null {
    return this.#values.get(name)?.value ?? null;
  }

  /** One text, which matches the pattern of its key, if that has one. */
  text(name: string): Located | null {
    const text = this.#reader.text(
      this.node(name),
      `“${name}” takes one text, as in “${this.#example(name)}”.`,
    );
    const pattern = this.#definition(name).pattern;
    if (text === null || pattern === null || new RegExp(pattern.source, 'u').test(text.value)) return text;
    this.#reader.report('invalid-value', text, `“${name}” takes ${pattern.expected}.`);
    return null;
  }

  texts(name: string): Located[] {
    return this.#reader.texts(this.node(name), this.#listMessage(name));
  }

  /** One or several, of which each may be an actor’s id. */
  idsOrNames(name: string): Located[] {
    return this.#reader.idsOrNames(this.node(name), this.#listMessage(name));
  }

  /** Ids of actors or topics. */
  ids(name: string): Located[] {
    return this.#reader.ids(this.node(name), this.#listMessage(name));
  }

  id(name: string): Located | null {
    return this.#reader.id(this.node(name), `“${name}” takes one id, as in “${this.#example(name)}”.`);
  }

  /** `true` or `false`; null where it is not given. */
  flag(name: string): boolean | null {
    const message = `“${name}” is either true or false.`;
    const text = this.#reader.text(this.node(name), message);
    if (text === null) return null;
    const word = text.value.toLowerCase();
    if (word !== 'true' && word !== 'false') {
      const meant = /^(?:yes|on|y)$/.test(word) ? 'true' : /^(?:no|off|n)$/.test(word) ? 'false' : null;
      const fix = meant && replacement(`Write ${meant}`, text, meant);
      this.#reader.report('invalid-value', text, message, fix);
      return null;
    }
    return word === 'true';
  }

  /** One of the key's choices. */
  choice(name: string): string | null {
    const text = this.text(name);
    return text && readChoice(this.#reader, text, `“${name}”`, this.#definition(name).choices);
  }

  /** Several of the key's choices; empty where it is not given. */
  choices(name: string): string[] {
    const found = this.texts(name).map((text) =>
      readChoice(this.#reader, text, `“${name}”`, this.#definition(name).choices),
    );
    return [...new Set(found.filter((value) => value !== null))];
  }

  #definition(name: string): KeyDefinition {
    return this.#table.get(name) as KeyDefinition;
  }

  #example(name: string): string {
    return this.#definition(name).example;
  }

  #listMessage(name: string): string {
    return `“${name}” takes one text or a list of them, as in “${this.#example(name)}”.`;
  }
}

/**
 * Whether something is no key because of its colon: a full-width one, or one without a space after it. That is then
 * reported.
 *
 * @param isKey whether the word before the colon is a key here
 */
export function reportColon(reader: YamlReader, key: Located, isKey: (word: string) => boolean): boolean {
  const match = /^([^:：]+?)\s*(?:(：\s*)|:)/.exec(key.value);
  const [whole = '', word = '', wide = ''] = match ?? [];
  if (!match || !isKey(word) || key.value.length !== key.end - key.start) return false;
  const place = { start: key.start + word.length, end: key.start + whole.length };
  const message = wide
    ? 'The colon here is a full-width one, which YAML does not know. Write “:” and a space.'
    : `A space is missing after the colon of “${word}”.`;
  reader.report('invalid-yaml', place, message, replacement('Write a colon and a space', place, ': '));
  return true;
}

/** One of a list of values. Reports any other, with the nearest. */
export function readChoice(
  reader: YamlReader,
  text: Located,
  subject: string,
  choices: readonly Choice[],
): string | null {
  if (choices.some(({ value }) => value === text.value)) return text.value;
  const values = choices.map(({ value }) => value);
  const near = nearestName(text.value, values);
  const message = `${subject} cannot be “${text.value}”. It is one of: ${values.join(', ')}.`;
  const place: TextRange = text;
  reader.report(
    'invalid-value',
    place,
    message,
    near === null ? null : replacement(`Change to “${near}”`, text, near),
  );
  return null;
}
