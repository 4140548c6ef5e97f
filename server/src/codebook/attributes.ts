/**
 * The core attributes: one table, from which completion, hover, validation, the JSON Schemas, the TextMate
 * grammar and the reference are made. A codebook adds attributes of its own, and values to these.
 */

export type StatementKind = 'claim' | 'demand';

export const STATEMENT_KINDS: readonly StatementKind[] = ['claim', 'demand'];

/** What an attribute's values are: names of something, one of a list, a date, or the coder's words. */
export type ValueType = 'actor' | 'statement' | 'topic' | 'choice' | 'date' | 'word' | 'text';

export interface Choice {
  readonly value: string;
  readonly note: string;
}

export interface AttributeDefinition {
  readonly name: string;
  /** The kinds of statement that it belongs to. */
  readonly for: readonly StatementKind[];
  readonly type: ValueType;
  /** Takes several values, with commas between them. */
  readonly many: boolean;
  /** For the type `choice`. */
  readonly choices: readonly Choice[];
  /** For the type `statement`: the kinds that it may point to. */
  readonly targets: readonly StatementKind[];
  readonly required: boolean;
  /** A codebook's own, not one of the core. */
  readonly custom: boolean;
  /** What it means, for hover and the reference. */
  readonly note: string;
  /** The field's term for it, where it differs. */
  readonly term: string;
  /** What it is when it is not written. */
  readonly defaultNote: string;
}

const BOTH = STATEMENT_KINDS;

type Row = Pick<AttributeDefinition, 'name' | 'type' | 'note'> & Partial<AttributeDefinition>;

function row(definition: Row): AttributeDefinition {
  return {
    for: BOTH,
    many: false,
    choices: [],
    targets: [],
    required: false,
    custom: false,
    term: '',
    defaultNote: '',
    ...definition,
  };
}

function choices(list: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(list).map(([value, note]) => ({ value, note }));
}

export const CORE_ATTRIBUTES: readonly AttributeDefinition[] = [
  row({
    name: 'by',
    type: 'actor',
    many: true,
    note: 'Who makes the statement.',
    term: 'claimant, sender',
    defaultNote: 'the author of the document, or what the statement around it has',
  }),
  row({ name: 'to', type: 'actor', many: true, note: 'Whom it addresses.', term: 'addressee' }),
  row({ name: 'about', type: 'actor', many: true, note: 'Whom it is about.', term: 'object actor' }),
  row({
    name: 'via',
    type: 'actor',
    many: true,
    note: 'Who reports it, from the source outward.',
    defaultNote: 'the author of the document, when somebody else makes the statement',
  }),
  row({ name: 'topic', type: 'topic', many: true, note: 'The issue, as the codebook names it.' }),
  row({
    name: 'position',
    type: 'choice',
    note: 'For or against the topic. Without it, neither: the statement counts for no agreement and no conflict.',
    choices: choices({ support: 'For the topic.', oppose: 'Against the topic.' }),
  }),
  row({
    name: 'form',
    type: 'choice',
    note: 'How it was made.',
    choices: choices({
      declaration: 'Said or written in public.',
      question: 'Put as a question.',
      decision: 'Decided by who can decide it.',
      protest: 'A protest, in words or in the street.',
      force: 'Made with force, or by moving it.',
      ruling: 'Ruled by a court or panel.',
    }),
  }),
  row({
    name: 'date',
    type: 'date',
    note: 'When it was made: 2021, 2021-12, 2021-12-17 or "2021-12-17T15:00".',
    defaultNote: 'the date of the document',
  }),
  row({ name: 'place', type: 'word', note: 'Where it was made.' }),
  row({ name: 'if', type: 'text', note: 'What it hangs on, in quotes.', term: 'condition' }),
  row({ name: 'until', type: 'date', note: 'The deadline.' }),
  row({
    name: 'type',
    for: ['claim'],
    type: 'choice',
    note: 'What kind of assertion it is.',
    choices: choices({
      fact: 'That something is so.',
      cause: 'That one thing brings about another.',
      value: 'That something is good or bad.',
      forecast: 'That something will be so.',
      policy: 'That something should be done.',
      pledge: 'That the claimant will do something.',
    }),
  }),
  row({
    name: 'strength',
    for: ['demand'],
    type: 'choice',
    note: 'How hard the demand is.',
    choices: choices({
      appeal: 'Asks (CAMEO 02).',
      demand: 'Demands (CAMEO 10).',
      threat: 'Threatens (CAMEO 13).',
      ultimatum: 'Threatens, with a condition and a deadline (CAMEO 139).',
    }),
  }),
  row({
    name: 'supports',
    type: 'statement',
    many: true,
    targets: BOTH,
    note: 'The statements that it is a reason for.',
    term: 'inference, AIF RA',
  }),
  row({
    name: 'rebuts',
    type: 'statement',
    many: true,
    targets: BOTH,
    note: 'The statements that it speaks against.',
    term: 'conflict, AIF CA',
  }),
  row({
    name: 'rephrases',
    type: 'statement',
    many: true,
    targets: BOTH,
    note: 'The statements that it says in other words.',
    term: 'rephrase, AIF MA',
  }),
  row({
    name: 'answers',
    type: 'statement',
    many: true,
    targets: ['demand'],
    note: 'The demands that it replies to.',
    term: 'transition, AIF TA',
  }),
  row({
    name: 'response',
    type: 'choice',
    note: 'How it replies to the demand that it answers.',
    choices: choices({
      accede: 'Does it.',
      agree: 'Says that it will.',
      negotiate: 'Offers talks.',
      counter: 'Asks for or does something else.',
      decline: 'Avoids an answer.',
      reject: 'Says no.',
      refuse: 'Does not do it.',
      withdraw: 'The sender takes the demand back.',
    }),
  }),
];

/** The relations between statements, in the order in which they are shown. */
export const RELATIONS = ['supports', 'rebuts', 'rephrases', 'answers'] as const;
export type Relation = (typeof RELATIONS)[number];

export function isRelation(name: string): name is Relation {
  return (RELATIONS as readonly string[]).includes(name);
}
