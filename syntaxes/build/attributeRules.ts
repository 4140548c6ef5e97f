/**
 * Attributes of a head, and their values, made from the table of attributes: a value of a closed list, and a
 * date, look different from a word that the codebook must know.
 */
import { type AttributeDefinition, CORE_ATTRIBUTES } from '../../server/src/codebook/attributes.ts';
import { anyOf, captures, include, type Rule, scope } from './rule.ts';
import {
  AFTER_QUOTE,
  AFTER_SIGN,
  AT,
  COMMA,
  DIRECTION,
  EQUAL,
  GAP,
  HASH,
  ID,
  ID_START,
  LINE_END,
  NO_GAP,
  QUOTED_INSIDE,
  WORD,
  WORD_END,
} from './signs.ts';

const ACTOR = ['punctuation.definition.variable', 'variable.other.actor'] as const;
const STATEMENT = ['punctuation.definition.variable', 'variable.other.statement'] as const;

/** `@id` */
const actor: Rule = { match: `(${AT})${DIRECTION}(${ID})`, captures: captures(...ACTOR) };

/** `#id`, as a statement's own. */
const ownId: Rule = { match: `(${HASH})${DIRECTION}(${ID})?`, captures: captures(...STATEMENT) };

/** `#id` and `#document/id` */
const statement: Rule = {
  match: `(${HASH})${DIRECTION}(?:(${ID})${DIRECTION}(/)${DIRECTION})?(${ID})`,
  captures: captures(STATEMENT[0], 'variable.other.document', 'punctuation.separator.document', STATEMENT[1]),
};

/** An `@` or `#` without its id, as when it is being typed. */
const incomplete: Rule = { match: `${AT}|${HASH}`, name: scope(ACTOR[0]) };

/**
 * `"…"`. It opens if it is closed on this line before what may follow it, or if the line ends first. A quote
 * that can't be closed is only a sign, and the word after it the value.
 */
const quoted: Rule = {
  name: scope('string.quoted.double'),
  begin: `"(?=${QUOTED_INSIDE}(?:"${AFTER_QUOTE}|${LINE_END}))`,
  beginCaptures: { 0: { name: scope('punctuation.definition.string.begin') } },
  end: '(")|(?=[{}])',
  endCaptures: captures('punctuation.definition.string.end'),
  patterns: [{ match: '\\\\["\\\\{}]', name: scope('constant.character.escape') }],
};
const openQuote: Rule = { match: '"', name: scope('invalid.illegal.unclosed-quote') };

const word: Rule = { match: `${AFTER_SIGN}${WORD}`, name: scope('string.unquoted') };

const separator = 'punctuation.separator.sequence';

/** A gap may follow a comma only before an `@`, a `#` or a quote. */
const comma: Rule = {
  match: `(${COMMA})${DIRECTION}(?:${GAP}+(?=${AT}|${HASH}|"))?`,
  captures: captures(separator),
};

/** A comma at a line's end, with the white space before the next value. */
const commaAtLineEnd: Rule = {
  begin: `(${COMMA})(?=${GAP}*$)`,
  beginCaptures: captures(separator),
  end: `(?=${NO_GAP})`,
};

/** An attribute reads values as long as one stands where it is, and ends there. */
function attribute(name: string, values: readonly Rule[] = []): Rule {
  return {
    name: scope('meta.attribute'),
    begin: `${ID_START}(${name})${DIRECTION}(${EQUAL})${DIRECTION}`,
    beginCaptures: captures('entity.other.attribute-name', 'punctuation.separator.key-value'),
    end: '(?=.|$)',
    applyEndPatternLast: true,
    patterns: [...values, include('values')],
  };
}

function choiceAttribute({ name, choices }: AttributeDefinition): Rule {
  const values = anyOf(choices.map(({ value }) => value));
  return attribute(name, [
    { match: `${AFTER_SIGN}${values}${WORD_END}`, name: scope(`constant.language.${name}`) },
  ]);
}

function dateAttribute({ name }: AttributeDefinition): Rule {
  const date = '[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?';
  return attribute(name, [
    { match: `${AFTER_SIGN}${date}${WORD_END}`, name: scope('constant.numeric.date') },
  ]);
}

/** The repository's name for the rule of a core attribute whose values have a form of their own. */
function ruleName({ name }: AttributeDefinition): string {
  return `attribute-${name}`;
}

const CLOSED = CORE_ATTRIBUTES.filter(({ type }) => type === 'choice' || type === 'date');

/** Attributes as they may stand in any head; a wrong one for its kind of statement is the linter's to say. */
export const ATTRIBUTE_RULES: Readonly<Record<string, Rule>> = {
  attributes: {
    patterns: [
      ...CLOSED.map((definition) => include(ruleName(definition))),
      include('attribute-other'),
      include('attribute-nameless'),
      include('own-id'),
    ],
  },
  ...Object.fromEntries(
    CLOSED.map((definition) => [
      ruleName(definition),
      definition.type === 'date' ? dateAttribute(definition) : choiceAttribute(definition),
    ]),
  ),
  'attribute-other': attribute(ID),
  // Without its name it is malformed, and still one attribute.
  'attribute-nameless': {
    ...attribute(''),
    begin: `(${EQUAL})${DIRECTION}`,
    beginCaptures: captures('punctuation.separator.key-value'),
  },
  'own-id': ownId,
  values: { patterns: [actor, statement, incomplete, quoted, openQuote, commaAtLineEnd, comma, word] },
  actors: {
    patterns: [actor, commaAtLineEnd, { match: `(${COMMA})${GAP}*(?=${AT})`, captures: captures(separator) }],
  },
};
