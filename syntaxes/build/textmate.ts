/**
 * The TextMate grammar: how a document looks before the server has read it, and wherever there is none.
 *
 * A block is a begin/while rule. Its condition is asked at every line start, before all rules that are open
 * inside it, and when it fails they all end: so no tag, memo or quote leaks over a blank line or a heading,
 * however deep. A heading's condition never holds: it is one line. (`end` patterns can't do this. An inner
 * rule's end is looked for first, and the outer one has no say.)
 */
import { ATTRIBUTE_RULES } from './attributeRules.ts';
import { captures, type Grammar, include, type Rule, scope } from './rule.ts';
import { BLANK_LINE, HEADING_END, LINE_END } from './signs.ts';
import { TAG_RULES } from './tagRules.ts';

export const SCOPE_NAME = 'text.demarche';

/** The scope of the YAML in a head, which belongs to another language. */
export const YAML_SCOPE = 'meta.embedded.block.yaml';

const NEVER = '(?!)';
const FENCE = `(?:---|\\.\\.\\.)[ \\t]*${LINE_END}`;

/**
 * The outer rule waits for the closing line, which the inner one, with the YAML, stops before. Its end is tried
 * last, or the opening line would be taken for the closing one.
 */
const head: Rule = {
  name: scope('meta.head.document'),
  begin: `\\A(?=\\x{FEFF}?---[ \\t]*${LINE_END})`,
  end: `^(---|\\.\\.\\.)[ \\t]*${LINE_END}|^(?=${BLANK_LINE})`,
  endCaptures: captures('punctuation.definition.head.end'),
  applyEndPatternLast: true,
  patterns: [
    {
      contentName: YAML_SCOPE,
      begin: `\\A\\x{FEFF}?(---)[ \\t]*${LINE_END}`,
      beginCaptures: captures('punctuation.definition.head.begin'),
      while: `^(?!${FENCE})(?!${BLANK_LINE})`,
      patterns: [{ include: 'source.yaml' }],
    },
  ],
};

/** A `}` outside all braces; inside, it ends the innermost. */
const unopened: Rule = { match: '\\}', name: scope('invalid.illegal.stray-brace') };

function heading(level: number): Rule {
  return {
    name: scope(`markup.heading.${level}`),
    contentName: scope('entity.name.section'),
    begin: `^(#{${level}})${HEADING_END}`,
    beginCaptures: captures('punctuation.definition.heading'),
    while: NEVER,
    patterns: [include('text'), unopened],
  };
}

const block: Rule = {
  name: scope('meta.paragraph'),
  begin: `^(?!${BLANK_LINE})`,
  while: `^(?!${BLANK_LINE})(?!#{1,6}${HEADING_END})`,
  patterns: [include('text'), unopened],
};

const memo: Rule = {
  name: scope('comment.block.memo'),
  begin: '\\{>>',
  beginCaptures: { 0: { name: scope('punctuation.definition.comment.begin') } },
  end: '<<\\}',
  endCaptures: { 0: { name: scope('punctuation.definition.comment.end') } },
  patterns: [{ match: '(?<=\\{>>)\\s*(demarche-ignore)(?=\\s)', captures: captures('keyword.other.ignore') }],
};

const text: Rule = {
  patterns: [
    { match: '\\\\[{}\\\\#]', name: scope('constant.character.escape') },
    include('memo'),
    ...Object.keys(TAG_RULES).map(include),
  ],
};

/** The whole grammar, as it is written to `demarche.tmLanguage.json`. */
export function textMateGrammar(): Grammar {
  return {
    comment: 'Made by syntaxes/build/textmate.ts from the tables of the language. Do not edit.',
    name: 'Demarche',
    scopeName: SCOPE_NAME,
    fileTypes: ['demarche'],
    patterns: [include('head'), include('headings'), include('block')],
    repository: {
      head,
      headings: { patterns: [1, 2, 3, 4, 5, 6].map(heading) },
      block,
      text,
      memo,
      ...TAG_RULES,
      ...ATTRIBUTE_RULES,
    },
  };
}
