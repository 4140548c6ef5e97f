/** The engine that VS Code tokenises with, and two ways to look at what it says: as text, and by words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IToken, type StateStack } from 'vscode-textmate';
import { formatJson } from '../../syntaxes/build/json.ts';
import { SCOPE_NAME, textMateGrammar } from '../../syntaxes/build/textmate.ts';

/** A stand-in for the YAML grammar: keys, words, and a string that runs over lines, to see if it leaks. */
const YAML = {
  scopeName: 'source.yaml',
  patterns: [
    { match: '^[\\w-]+(?=:)', name: 'entity.name.tag.yaml' },
    { begin: '"', end: '"', name: 'string.quoted.double.yaml' },
  ],
};

/** The grammar as the engine loads it. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const sources: Record<string, object> = { [SCOPE_NAME]: textMateGrammar(), 'source.yaml': YAML };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) =>
      sources[name] ? textmate.parseRawGrammar(formatJson(sources[name]), `${name}.json`) : null,
  });
  return (await registry.loadGrammar(SCOPE_NAME)) as IGrammar;
}

export interface Line {
  readonly text: string;
  /** Where the line starts in the document. */
  readonly offset: number;
  readonly tokens: readonly IToken[];
  /** How many rules are open at its end, the whole document's included. */
  readonly depth: number;
}

/** Tokenises a document line by line, as an editor does: LF, CRLF and CR end a line. */
export function tokenize(grammar: IGrammar, text: string): Line[] {
  let state: StateStack | null = null;
  return [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)]
    .filter(({ 0: whole }, index) => whole !== '' || index === 0)
    .map(({ 1: line = '', index }) => {
      const result = grammar.tokenizeLine(line, state);
      state = result.ruleStack;
      return { text: line, offset: index, tokens: result.tokens, depth: result.ruleStack.depth };
    });
}

/** The scopes that say something: without the document's own, and without the ending `.demarche`. */
export function namesOf(token: IToken): string[] {
  return token.scopes.slice(1).map((name) => name.replace(/\.demarche$/, ''));
}

/** The scopes at the first place where these words stand. */
export function scopesAt(grammar: IGrammar, text: string, words: string): string[] {
  const place = text.indexOf(words);
  for (const { offset, tokens } of tokenize(grammar, text)) {
    for (const token of tokens) {
      if (offset + token.startIndex <= place && place < offset + token.endIndex) return namesOf(token);
    }
  }
  throw new Error(`no token at ${JSON.stringify(words)}`);
}

/** Each line, then a line of carets for each token that says more than its paragraph; white space says nothing. */
export function render(grammar: IGrammar, text: string): string {
  return tokenize(grammar, text)
    .flatMap(({ text, tokens }) => [`>${text}`, ...tokens.flatMap((token) => caretsOf(text, token))])
    .join('\n');
}

function caretsOf(line: string, token: IToken): string[] {
  const names = namesOf(token).filter((name) => name !== 'meta.paragraph');
  const words = line.slice(token.startIndex, token.endIndex);
  if (names.length === 0 || words.trim() === '') return [];
  const before = inColumns(line.slice(0, token.startIndex), ' ');
  return [`#${before}${inColumns(words, '^')} ${names.join(' ')}`];
}

const TWO_COLUMNS = /[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/;

/** A sign for every column of a text, so that carets stand under wide characters and after tabs. */
function inColumns(text: string, sign: string): string {
  return [...text]
    .map((char) => (char === '\t' ? char : sign.repeat(TWO_COLUMNS.test(char) ? 2 : 1)))
    .join('');
}
