/** Snippets: the marks of the language, with the core's own values to choose from. */
import { CORE_ATTRIBUTES } from '../../server/src/codebook/attributes.ts';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: string | readonly string[];
  readonly isFileTemplate?: boolean;
}

/** A tab stop with the values of a core attribute to choose from. */
function choose(stop: number, attribute: string): string {
  const values = CORE_ATTRIBUTES.find(({ name }) => name === attribute)?.choices ?? [];
  return `\${${stop}|${values.map(({ value }) => value).join(',')}|}`;
}

/** The last stop: the words, which are the selection if there is one. */
const WORDS = '${0:${TM_SELECTED_TEXT:words}}';

const head: Snippet = {
  prefix: ['head', '---'],
  description: 'The head of a document: YAML between two lines of hyphens, at the very start.',
  isFileTemplate: true,
  body: [
    '---',
    'title: "${1:${TM_FILENAME_BASE}}"',
    'author: ${2:author}',
    'date: ${3:${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}}',
    'source: ${4:newspaper or journal}',
    'lang: ${5:en}',
    'coder: ${6:initials}',
    '---',
    '',
    '$0',
  ],
};

/** The snippets, as they are written to `snippets.json`. */
export function snippets(): Readonly<Record<string, Snippet>> {
  return {
    Claim: {
      prefix: 'claim',
      description: 'A claim: the words assert something.',
      body: `{claim #\${1:id} by=@\${2:author}: ${WORDS}}`,
    },
    'Claim on a topic': {
      prefix: ['claim topic', 'position'],
      description: 'A claim for or against a topic of the codebook.',
      body: `{claim #\${1:id} by=@\${2:author} topic=\${3:topic} position=${choose(4, 'position')} type=${choose(5, 'type')}: ${WORDS}}`,
    },
    Demand: {
      prefix: 'demand',
      description: 'A demand: the words ask, order or threaten.',
      body: `{demand #\${1:id} by=@\${2:author} to=@\${3:addressee} strength=${choose(4, 'strength')}: ${WORDS}}`,
    },
    'Demand on a topic': {
      prefix: ['demand topic', 'position'],
      description: 'A demand for or against a topic of the codebook.',
      body: `{demand #\${1:id} by=@\${2:author} to=@\${3:addressee} topic=\${4:topic} position=${choose(5, 'position')} strength=${choose(6, 'strength')}: ${WORDS}}`,
    },
    Ultimatum: {
      prefix: 'ultimatum',
      description: 'A demand with its condition and its deadline.',
      body: `{demand #\${1:id} by=@\${2:author} to=@\${3:addressee} strength=ultimatum if="\${4:or else}" until=\${5:\${CURRENT_YEAR}}: ${WORDS}}`,
    },
    Answer: {
      prefix: 'answer',
      description: 'A claim that answers a demand.',
      body: `{claim #\${1:id} by=@\${2:addressee} answers=#\${3:demand} response=${choose(4, 'response')}: ${WORDS}}`,
    },
    Mention: {
      prefix: 'mention',
      description: 'The words name this actor.',
      body: `{@\${1:actor}: ${WORDS}}`,
    },
    Continuation: {
      prefix: 'continuation',
      description: 'More words of a statement that stands elsewhere.',
      body: `{+#\${1:id}: ${WORDS}}`,
    },
    Memo: {
      prefix: 'memo',
      description: 'A note of the coder, no part of the text.',
      body: '{>> ${0:note} <<}',
    },
    Ignore: {
      prefix: 'ignore',
      description: 'Quiets rules for this block, or alone in its block, for the next.',
      body: '{>> demarche-ignore ${1:rule}: ${0:why} <<}',
    },
    Head: head,
  };
}
