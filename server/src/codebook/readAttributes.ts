/** A codebook's `attributes`: the team's own, and what it adds to core ones. */
import { isMap, type ParsedNode } from 'yaml';
import {
  type AttributeDefinition,
  type Choice,
  CORE_ATTRIBUTES,
  STATEMENT_KINDS,
  type StatementKind,
} from './attributes.ts';
import type { AttributeEntry, Located } from './codebook.ts';
import { Fields } from './fields.ts';
import { ATTRIBUTE_KEYS } from './keys.ts';
import { replacement } from './problems.ts';
import { checkId, entryOf } from './readDefinitions.ts';
import type { KeyedValue, YamlReader } from './yamlReader.ts';

const EXPECTED =
  'Attributes stand one by one under “attributes”: a name, a colon, then what it is, as in “frame: { for: [claim], values: [historical, legal] }”.';
const ATTRIBUTE_EXPECTED = 'An attribute takes keys such as “{ for: [claim], values: [historical, legal] }”.';
const VALUES_EXPECTED =
  '“values” takes a list, as in “values: [historical, legal]”, or each value with a note, as in “values: { legal: By the law. }”.';
const NOTE_EXPECTED = 'After a value stands a note that says when to code it.';

const CORE = new Map(CORE_ATTRIBUTES.map((definition) => [definition.name, definition]));

/** What stands under `attributes`, by name. */
export function readAttributes(reader: YamlReader, node: ParsedNode | null): Map<string, AttributeEntry> {
  const attributes = new Map<string, AttributeEntry>();
  for (const keyed of reader.entries(node, EXPECTED)) {
    if (!checkId(reader, keyed.key, 'attribute')) continue;
    const name = lowerCase(reader, keyed.key);
    if (attributes.has(name)) {
      reader.report(
        'invalid-yaml',
        keyed.key,
        `“${name}” is here twice; the first counts. Take one of them away.`,
      );
      continue;
    }
    attributes.set(name, { ...entryOf(keyed), id: name, definition: readDefinition(reader, name, keyed) });
  }
  return attributes;
}

function lowerCase(reader: YamlReader, key: Located): string {
  const lower = key.value.toLowerCase();
  if (lower !== key.value) {
    const message = `The name of an attribute is lower case: “${lower}”.`;
    reader.report('invalid-value', key, message, replacement(`Change to “${lower}”`, key, lower));
  }
  return lower;
}

function readDefinition(reader: YamlReader, name: string, keyed: KeyedValue): AttributeDefinition {
  const entries = reader.entries(keyed.value, ATTRIBUTE_EXPECTED);
  const fields = new Fields(reader, entries, ATTRIBUTE_KEYS, 'an attribute');
  const kinds = fields.choices('for') as StatementKind[];
  const own = readChoices(reader, fields.node('values'));
  const required = fields.flag('required') ?? false;
  const note = fields.text('note')?.value ?? '';
  const core = CORE.get(name);
  if (!core) {
    return {
      name,
      for: kinds.length > 0 ? kinds : STATEMENT_KINDS,
      type: own.length > 0 ? 'choice' : 'text',
      many: false,
      choices: own.map(({ choice }) => choice),
      targets: [],
      required,
      custom: true,
      note,
      term: '',
      defaultNote: '',
    };
  }
  return {
    ...core,
    for: kinds.length > 0 ? kinds : core.for,
    choices: [...core.choices, ...addedTo(reader, core, own)],
    required: core.required || required,
    note: note === '' ? core.note : `${core.note} ${note}`,
  };
}

interface OwnChoice {
  readonly choice: Choice;
  readonly place: Located;
}

/** Only a core attribute that has a list of values can gain some. */
function addedTo(reader: YamlReader, core: AttributeDefinition, own: readonly OwnChoice[]): Choice[] {
  const first = own[0];
  if (first && core.type !== 'choice') {
    const message = `“${core.name}” has no list of values that could gain one. Name another attribute, or take “values” away.`;
    reader.report('invalid-value', first.place, message);
    return [];
  }
  return own
    .map(({ choice }) => choice)
    .filter(({ value }) => !core.choices.some((old) => old.value === value));
}

function readChoices(reader: YamlReader, node: ParsedNode | null): OwnChoice[] {
  const found = new Map<string, OwnChoice>();
  const value = reader.resolve(node);
  if (isMap(value)) {
    for (const { key, value: note } of reader.entries(node, VALUES_EXPECTED)) {
      const text = reader.text(note, NOTE_EXPECTED)?.value ?? '';
      found.set(key.value, { choice: { value: key.value, note: text }, place: key });
    }
    return [...found.values()];
  }
  for (const text of reader.texts(node, VALUES_EXPECTED)) {
    if (found.has(text.value)) reader.report('invalid-value', text, `“${text.value}” is in the list twice.`);
    else found.set(text.value, { choice: { value: text.value, note: '' }, place: text });
  }
  return [...found.values()];
}
