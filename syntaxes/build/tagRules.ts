/** Tags: head, colon, body, brace. A tag's rule holds its head's rule, then text, which holds tags. */
import { STATEMENT_KINDS, type StatementKind } from '../../server/src/codebook/attributes.ts';
import { anyOf, captures, include, type Rule, scope } from './rule.ts';
import {
  AT,
  COLON,
  COMMA,
  DIRECTION,
  EQUAL,
  GAP,
  HASH,
  ID,
  ID_END,
  NO_GAP,
  QUOTED_INSIDE,
  WORD,
} from './signs.ts';

interface TagParts {
  /** What the meta scopes of tag and head are called by. */
  readonly kind: string;
  /** What must follow the brace, so that it opens this tag. */
  readonly lookahead: string;
  /** How the head begins, and the scopes of the groups in it. */
  readonly head: string;
  readonly headScopes: readonly string[];
  /** What may follow in the head. */
  readonly rest: readonly Rule[];
}

/**
 * The head ends with its colon and one space, or, like in the language, at the first thing that is no part of
 * it: the rest is body. It starts at `\G`, right after the tag's own brace, so no `\{` in a body starts another;
 * but `\G` is also where a line starts, since the block asked its condition there: hence the brace.
 */
function tag({ kind, lookahead, head, headScopes, rest }: TagParts): Rule {
  return {
    name: scope(`meta.${kind}`),
    begin: `(\\{)(?=${DIRECTION}${lookahead})`,
    beginCaptures: captures('punctuation.definition.tag.begin'),
    end: '(\\})',
    endCaptures: captures('punctuation.definition.tag.end'),
    patterns: [
      {
        name: scope(`meta.head.${kind}`),
        begin: `\\G(?<=\\{)${DIRECTION}${head}`,
        beginCaptures: captures(...headScopes),
        end: `(${COLON}) ?|(?=${NO_GAP})`,
        endCaptures: captures('punctuation.definition.tag.colon'),
        applyEndPatternLast: true,
        patterns: rest,
      },
      include('text'),
    ],
  };
}

function statementTag(kind: StatementKind): Rule {
  const word = `${kind}${ID_END}`;
  return tag({
    kind,
    lookahead: word,
    head: `(${word})`,
    headScopes: [`entity.name.tag.${kind}`],
    rest: [include('attributes')],
  });
}

const mention = tag({
  kind: 'mention',
  lookahead: `${AT}${DIRECTION}${ID}`,
  head: `(${AT})${DIRECTION}(${ID})`,
  headScopes: ['punctuation.definition.variable', 'variable.other.actor'],
  rest: [include('actors')],
});

const continuationId = `(${HASH})${DIRECTION}(${ID})`;
const continuation = tag({
  kind: 'continuation',
  lookahead: `\\+${DIRECTION}${HASH}${DIRECTION}${ID}`,
  head: `(\\+)${DIRECTION}${continuationId}`,
  headScopes: ['entity.name.tag.continuation', 'punctuation.definition.variable', 'variable.other.statement'],
  rest: [],
});

/** A list of values, as far as it must be read to find the colon behind it. All groups are atomic: linear. */
const values = `(?>"${QUOTED_INSIDE}"|${AT}|${HASH}|${WORD}|${COMMA}(?>${GAP}+(?=${AT}|${HASH}|"))?)*`;
const anyAttribute = `(?>${HASH}${DIRECTION}${ID}|${ID}?${DIRECTION}${EQUAL}${DIRECTION}${values})`;

/** A word that is no tag's, with an id or attribute and a colon (here: all on one line). */
const unknown = tag({
  kind: 'unknown',
  lookahead: `(?!${anyOf(STATEMENT_KINDS)}${ID_END})${ID}(?>${GAP}+${anyAttribute})++${GAP}*${COLON}`,
  head: `(${ID})`,
  headScopes: ['invalid.illegal.unknown-tag'],
  rest: [include('attributes')],
});

/** A brace that opens nothing; it still pairs with its `}`, so that the tag around it keeps its own. */
const stray: Rule = {
  begin: '(\\{)',
  beginCaptures: captures('invalid.illegal.stray-brace'),
  end: '(\\})',
  endCaptures: captures('invalid.illegal.stray-brace'),
  patterns: [include('text')],
};

/** Every tag by its name, in the order in which they are tried: the stray brace is what is left. */
export const TAG_RULES: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, statementTag(kind)])),
  mention,
  continuation,
  unknown,
  stray,
};
