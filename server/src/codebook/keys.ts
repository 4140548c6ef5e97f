/**
 * The keys of a head and of a `demarche.yaml`: one table for each place, from which reading, completion, hover and
 * the JSON Schemas are made.
 */
import { type Choice, STATEMENT_KINDS } from './attributes.ts';
import { ACTOR_KINDS, SEVERITIES } from './codebook.ts';
import { ID_PATTERN } from './ids.ts';

/**
 * What stands after a key. `text`: one text; `texts`: one or a list; `date`; `flag`: true or false; `choice` and
 * `choices`: of the key's list, one or several; `values`: a list, or values with a note each; the others are keys
 * with something under each: entries by id, or the keys of the table that `keys` names.
 */
export type KeyType =
  | 'text'
  | 'texts'
  | 'date'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'values'
  | 'actors'
  | 'topics'
  | 'attributes'
  | 'lint'
  | 'severities';

export interface KeyDefinition {
  readonly name: string;
  readonly type: KeyType;
  /** What it means: for hover, completion and the schemas. */
  readonly note: string;
  /** As an analyst would write it, in YAML. */
  readonly example: string;
  readonly choices: readonly Choice[];
  /** A regular expression that its text must match, and what that means. */
  readonly pattern: { readonly source: string; readonly expected: string } | null;
}

type Details = Partial<Pick<KeyDefinition, 'choices' | 'pattern'>>;

function key(
  name: string,
  type: KeyType,
  note: string,
  example: string,
  { choices = [], pattern = null }: Details = {},
): KeyDefinition {
  return { name, type, note, example, choices, pattern };
}

const KIND_NOTES = {
  person: 'A person.',
  organization: 'A body that acts as one: a ministry, an alliance, a newspaper.',
  state: 'A state, or what its government says in its name.',
  group: 'Several who are named together.',
};

const SEVERITY_NOTES = {
  error: 'Must be mended.',
  warning: 'Likely a mistake.',
  info: 'Worth knowing.',
  hint: 'A proposal, shown discreetly.',
  off: 'Not reported.',
};

const STATEMENT_NOTES = { claim: 'The words assert.', demand: 'The words ask, order or threaten.' };

function choicesOf<T extends string>(values: readonly T[], notes: Readonly<Record<T, string>>): Choice[] {
  return values.map((value) => ({ value, note: notes[value] }));
}

/** What a rule may be set to. */
export const SEVERITY_CHOICES: readonly Choice[] = choicesOf(SEVERITIES, SEVERITY_NOTES);

const ACTORS = key(
  'actors',
  'actors',
  'Who speaks, is spoken to or is spoken about: an id for each, as the text uses it after “@”.',
  'actors:\n  russia: { name: Russia, kind: state, aka: [Moscow, the Kremlin] }',
);
const TOPICS = key(
  'topics',
  'topics',
  'The issues that statements are about: a code for each, as the text uses it in “topic=”.',
  'topics:\n  enlargement: { name: NATO’s eastward enlargement, in: security }',
);
const LINT = key(
  'lint',
  'lint',
  'Which rules are reported, and how.',
  'lint:\n  rules: { untagged-mention: warning }',
);
const NOTE = (of: string) => key('note', 'text', of, 'note: Coded for any stage of accession.');

export const HEAD_KEYS: readonly KeyDefinition[] = [
  key('id', 'text', 'The document’s id. Without it: the file’s name without its ending.', 'id: halfway', {
    pattern: { source: ID_PATTERN, expected: 'an id' },
  }),
  key('title', 'text', 'The title, as published.', 'title: "NATO: what next?"'),
  key('author', 'texts', 'Who wrote it: an actor’s id, or a name. One or several.', 'author: Wu Zhenglong'),
  key(
    'date',
    'date',
    'When it was published: 2021, 2021-12, 2021-12-17 or 2021-12-17T15:00.',
    'date: 2022-01-19',
  ),
  key('source', 'text', 'Where it was published: a newspaper, a site, an address.', 'source: China Daily'),
  key('section', 'text', 'The section that it stood in.', 'section: Opinion'),
  key('type', 'text', 'What sort of text it is.', 'type: commentary'),
  key('lang', 'text', 'The language of the text, as a language tag.', 'lang: en'),
  key('coder', 'text', 'Who coded it. Two coders’ copies of one document live side by side.', 'coder: kh'),
  key(
    'codebook',
    'text',
    'The path of its codebook. Without it: the nearest demarche.yaml upwards.',
    'codebook: ../demarche.yaml',
  ),
  ACTORS,
  TOPICS,
  LINT,
  key(
    'source-hash',
    'text',
    'SHA-256 of the stripped text: shows that nobody has changed a word.',
    `source-hash: ${'0'.repeat(64)}`,
    {
      pattern: { source: '^[0-9A-Fa-f]{64}$', expected: '64 digits from 0 to 9 and a to f' },
    },
  ),
];

export const CODEBOOK_KEYS: readonly KeyDefinition[] = [
  ACTORS,
  TOPICS,
  key(
    'attributes',
    'attributes',
    'The team’s own attributes of claims and demands, and what it adds to the core ones.',
    'attributes:\n  frame: { for: [claim], values: [historical, legal, strategic] }',
  ),
  LINT,
];

export const ACTOR_KEYS: readonly KeyDefinition[] = [
  key('name', 'text', 'Its name. Without it: the id.', 'name: Russia'),
  key('kind', 'choice', 'What it is.', 'kind: state', { choices: choicesOf(ACTOR_KINDS, KIND_NOTES) }),
  key('of', 'texts', 'Ids of the actors that it belongs to. One or several.', 'of: russia'),
  key('aka', 'texts', 'Other names that texts use for it.', 'aka: [Moscow, the Kremlin]'),
  key('country', 'text', 'Its country, as a code of three letters.', 'country: RUS'),
  key('wikidata', 'text', 'Its item in Wikidata.', 'wikidata: Q159', {
    pattern: { source: '^Q[1-9][0-9]*$', expected: '“Q” and a number, as in Q159' },
  }),
  key('role', 'text', 'What it does: a code such as GOV, MIL, MED.', 'role: GOV'),
  NOTE('A note for coders.'),
];

export const TOPIC_KEYS: readonly KeyDefinition[] = [
  key('name', 'text', 'What it is called. Without it: the code.', 'name: NATO’s eastward enlargement'),
  key('in', 'text', 'The code of the topic that it is part of.', 'in: security'),
  NOTE('When to code it, and when not.'),
];

export const ATTRIBUTE_KEYS: readonly KeyDefinition[] = [
  key('for', 'choices', 'The statements that it belongs to. Without it: both.', 'for: [claim]', {
    choices: choicesOf(STATEMENT_KINDS, STATEMENT_NOTES),
  }),
  key(
    'values',
    'values',
    'What it may be: a list, or each value with a note. Without it: any text.',
    'values: [historical, legal]',
  ),
  key('required', 'flag', 'Whether every such statement must have it.', 'required: true'),
  NOTE('What it means.'),
];

/** In a codebook. A head has only `rules`: it is about one file. */
export const LINT_KEYS: readonly KeyDefinition[] = [
  key(
    'rules',
    'severities',
    'How each rule is reported.',
    'rules: { untagged-mention: warning, unanswered-demand: hint }',
  ),
  key('include', 'texts', 'Patterns of the files to look at.', 'include: ["**/*.demarche"]'),
  key('exclude', 'texts', 'Patterns of the files to leave out.', 'exclude: ["drafts/**"]'),
];

export const HEAD_LINT_KEYS: readonly KeyDefinition[] = LINT_KEYS.filter(({ name }) => name === 'rules');

const TABLES = [HEAD_KEYS, CODEBOOK_KEYS, ACTOR_KEYS, TOPIC_KEYS, ATTRIBUTE_KEYS];
const keysOfTypes = (...types: KeyType[]): ReadonlySet<string> =>
  new Set(
    TABLES.flat()
      .filter(({ type }) => types.includes(type))
      .map(({ name }) => name),
  );

/** Keys whose value is one text, or may be. */
export const TEXT_KEYS = keysOfTypes('text', 'texts', 'date', 'choice');
/** Those of them that take a list as well. */
export const LIST_KEYS = keysOfTypes('texts');
