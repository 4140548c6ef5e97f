/** JSON Schemas (draft-07) of the head and the codebook, made from the tables, for YAML editors. */
import { CORE_ATTRIBUTES } from './attributes.ts';
import { ID_PATTERN } from './ids.ts';
import {
  ACTOR_KEYS,
  ATTRIBUTE_KEYS,
  CODEBOOK_KEYS,
  HEAD_KEYS,
  HEAD_LINT_KEYS,
  type KeyDefinition,
  LINT_KEYS,
  SEVERITY_CHOICES,
  TOPIC_KEYS,
} from './keys.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

const ATTRIBUTE_NAME_PATTERN = `^(?!.*\\p{Lu})${ID_PATTERN.slice(1)}`;
const DATE_PATTERN = '^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2})?)?)?$';

/** Demarche takes the words as written, so what YAML takes for a number, a flag or nothing is a text as well. */
const TEXT_TYPES = ['string', 'number', 'boolean', 'null'];

/** The schema of `demarche.yaml`. A plain object, new with each call. */
export function codebookSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'demarche.schema.json',
    title: 'Demarche codebook',
    description: 'The actors, topics and attributes of a team, and its rules: demarche.yaml.',
    ...keyed(CODEBOOK_KEYS, LINT_KEYS),
  };
}

/** The schema of the YAML at the head of a `.demarche` document. A plain object, new with each call. */
export function headSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'demarche-head.schema.json',
    title: 'Demarche head',
    description: 'What a .demarche document says of itself, between the lines “---” at its start.',
    ...keyed(HEAD_KEYS, HEAD_LINT_KEYS),
  };
}

/** Something with the keys of a table and no others. */
function keyed(table: readonly KeyDefinition[], lintTable: readonly KeyDefinition[] = LINT_KEYS): JsonSchema {
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(
      table.map((definition) => [
        definition.name,
        {
          description: definition.note,
          markdownDescription: `${definition.note}\n\n\`\`\`yaml\n${definition.example}\n\`\`\``,
          ...valueOf(definition, lintTable),
        },
      ]),
    ),
    additionalProperties: false,
  };
}

/** What stands after a key. */
function valueOf(definition: KeyDefinition, lintTable: readonly KeyDefinition[]): JsonSchema {
  const { choices, pattern, example, name } = definition;
  const examples = example.startsWith(`${name}: `) ? { examples: [example.slice(name.length + 2)] } : {};
  switch (definition.type) {
    case 'text':
      return { type: TEXT_TYPES, ...(pattern ? { pattern: pattern.source } : {}), ...examples };
    case 'texts':
      return oneOrSeveral({ type: TEXT_TYPES });
    case 'date':
      return {
        type: ['string', 'integer', 'null'],
        pattern: DATE_PATTERN,
        minimum: 1000,
        maximum: 9999,
        ...examples,
      };
    case 'flag':
      return { type: ['boolean', 'null'] };
    case 'choice':
      return {
        enum: [...choices.map(({ value }) => value), null],
        enumDescriptions: choices.map(({ note }) => note),
      };
    case 'choices':
      return oneOrSeveral({
        enum: choices.map(({ value }) => value),
        enumDescriptions: choices.map(({ note }) => note),
      });
    case 'values':
      return {
        anyOf: [
          { type: TEXT_TYPES },
          { type: 'array', items: { type: TEXT_TYPES } },
          { type: 'object', additionalProperties: { type: TEXT_TYPES } },
        ],
      };
    case 'actors':
      return entries(ID_PATTERN, { anyOf: [{ type: TEXT_TYPES }, keyed(ACTOR_KEYS)] });
    case 'topics':
      return entries(ID_PATTERN, { anyOf: [{ type: TEXT_TYPES }, keyed(TOPIC_KEYS)] });
    case 'attributes':
      return { ...entries(ATTRIBUTE_NAME_PATTERN, keyed(ATTRIBUTE_KEYS)), properties: coreAttributes() };
    case 'lint':
      return keyed(lintTable);
    case 'severities':
      return {
        type: ['object', 'null'],
        additionalProperties: {
          enum: SEVERITY_CHOICES.map(({ value }) => value),
          enumDescriptions: SEVERITY_CHOICES.map(({ note }) => note),
        },
      };
  }
}

function oneOrSeveral(item: JsonSchema): JsonSchema {
  return { anyOf: [item, { type: 'array', items: item }, { type: 'null' }] };
}

/** Entries by id. */
function entries(pattern: string, value: JsonSchema, names: JsonSchema = {}): JsonSchema {
  return {
    type: ['object', 'null'],
    propertyNames: { pattern, ...names },
    additionalProperties: value,
  };
}

/** Core attributes, offered by name with what they mean. */
function coreAttributes(): JsonSchema {
  return Object.fromEntries(
    CORE_ATTRIBUTES.map(({ name, note }) => [name, { ...keyed(ATTRIBUTE_KEYS), description: note }]),
  );
}
