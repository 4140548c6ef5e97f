/**
 * What this room adds to `contributes` in package.json: the language, its grammar, snippets and defaults, and
 * how semantic tokens look in a theme that has never heard of them.
 */
import { TOKEN_TYPES, type TokenType } from '../../server/src/features/semanticTokens.ts';
import { scope } from './rule.ts';
import { SCOPE_NAME, YAML_SCOPE } from './textmate.ts';

const LANGUAGE = 'demarche';

/** Of text views, which are prose too, but have no marks to be completed or found fault with. */
const TEXT_LANGUAGE = 'demarche-text';

interface Look {
  readonly description: string;
  /** The scope of the TextMate grammar that looks the same; none where the grammar tells more than the type. */
  readonly like?: string;
}

/** Semantic tokens look like what the grammar shows in the same place. */
const LOOKS: Readonly<Record<TokenType, Look>> = {
  claim: { description: 'The word that opens a claim.', like: 'entity.name.tag.claim' },
  demand: { description: 'The word that opens a demand.', like: 'entity.name.tag.demand' },
  continuation: {
    description: 'The sign that continues a statement.',
    like: 'entity.name.tag.continuation',
  },
  actor: { description: 'An actor, with its sign.', like: 'variable.other.actor' },
  statement: { description: 'A statement’s id, with its sign.', like: 'variable.other.statement' },
  topic: { description: 'A topic of the codebook.', like: 'string.unquoted' },
  attribute: { description: 'The name of an attribute.', like: 'entity.other.attribute-name' },
  // Of a closed list, a date, a word or quoted: the grammar gives each its own colour.
  value: { description: 'A value of an attribute.' },
  // The grammar shows what a memo says to the linter.
  memo: { description: 'A note of the coder.' },
};

/** Settings for a page of prose whose words are not to be touched. */
const DEFAULTS = {
  'editor.wordWrap': 'on',
  'editor.lineHeight': 1.75,
  // Suggestions come at the signs of a head and on request, never while a sentence is being typed.
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.wordBasedSuggestions': 'off',
  'editor.semanticHighlighting.enabled': true,
  // An id such as `#c22` is no colour.
  'editor.defaultColorDecorators': 'never',
  // An id that is typed anew in one place is so in all of its document.
  'editor.linkedEditing': true,
  // Prose comes in every script, with the spaces and marks of direction that belong to it.
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'editor.unicodeHighlight.invisibleCharacters': false,
  'editor.unicodeHighlight.nonBasicASCII': false,
  // A selection is about to be tagged: dots between its words would be in the way.
  'editor.renderWhitespace': 'none',
  'editor.bracketPairColorization.enabled': false,
  'editor.guides.bracketPairs': false,
  'editor.guides.indentation': false,
  // A brace at a line's start or end says nothing about indentation.
  'editor.autoIndent': 'keep',
  // White space at a line's end is published text too.
  'files.trimTrailingWhitespace': false,
  'files.trimFinalNewlines': false,
  'files.insertFinalNewline': false,
};

const UNDEFINED = {
  id: 'undefined',
  description: 'A name that neither the codebook nor a text defines.',
};

/** What the names of strings about semantic tokens begin with, in package.nls.json. */
export const TOKEN_STRING = 'token.';

/** Those strings, in English. */
export function tokenStrings(): Record<string, string> {
  const types = TOKEN_TYPES.map((id) => ({ id, description: LOOKS[id].description }));
  return Object.fromEntries(
    [...types, UNDEFINED].map(({ id, description }) => [`${TOKEN_STRING}${id}`, description]),
  );
}

/** The part of `contributes` that this room answers for; paths are from the root of the package. */
export function syntaxContributions() {
  return {
    languages: [
      {
        id: LANGUAGE,
        aliases: ['Demarche', LANGUAGE],
        extensions: ['.demarche'],
        mimetypes: ['text/x-demarche'],
        configuration: './syntaxes/language-configuration.json',
        icon: { light: './syntaxes/icons/file-light.svg', dark: './syntaxes/icons/file-dark.svg' },
      },
      {
        id: TEXT_LANGUAGE,
        aliases: ['Demarche Text'],
        // How text views are called: textViewUri.ts.
        filenamePatterns: ['*.demarche (text)'],
        icon: { light: './syntaxes/icons/file-light.svg', dark: './syntaxes/icons/file-dark.svg' },
      },
    ],
    grammars: [
      {
        language: LANGUAGE,
        scopeName: SCOPE_NAME,
        path: './syntaxes/demarche.tmLanguage.json',
        embeddedLanguages: { [YAML_SCOPE]: 'yaml' },
        // A bare value is no string to an editor that completes, or closes pairs, otherwise inside strings.
        tokenTypes: { [scope('string.unquoted')]: 'other' },
        unbalancedBracketScopes: [scope('constant.character.escape'), scope('invalid.illegal.stray-brace')],
      },
      {
        language: TEXT_LANGUAGE,
        scopeName: 'text.demarche-text',
        path: './syntaxes/demarche-text.tmLanguage.json',
      },
    ],
    snippets: [{ language: LANGUAGE, path: './syntaxes/snippets.json' }],
    configurationDefaults: {
      [`[${LANGUAGE}]`]: DEFAULTS,
      // It is made for the editor, in the one encoding that holds every text.
      [`[${TEXT_LANGUAGE}]`]: { ...DEFAULTS, 'files.encoding': 'utf8' },
    },
    semanticTokenTypes: TOKEN_TYPES.map((id) => ({ id, description: `%${TOKEN_STRING}${id}%` })),
    // `definition`, the other one, is VS Code's own.
    semanticTokenModifiers: [{ id: UNDEFINED.id, description: `%${TOKEN_STRING}${UNDEFINED.id}%` }],
    semanticTokenScopes: [{ language: LANGUAGE, scopes: tokenScopes() }],
  };
}

/**
 * An undefined actor has no look of its own: a diagnostic says it, and where there is no codebook, all are. Only
 * a word that opens nothing known does.
 */
function tokenScopes(): Record<string, string[]> {
  const scopes: Record<string, string[]> = { 'claim.undefined': [scope('invalid.illegal.unknown-tag')] };
  for (const type of TOKEN_TYPES) {
    const { like } = LOOKS[type];
    if (like !== undefined) scopes[type] = [scope(like)];
  }
  return scopes;
}
