/**
 * Key words in context: where words stand in the published text, with what is before and after, and in whose
 * statement. Marks do not part words: what is looked for may run across them.
 */
import type { DocumentModel, Statement } from '../model/document.ts';
import { FoldedText, foldSpelling } from '../model/foldedText.ts';
import { spansOf } from '../model/spans.ts';
import type { Workspace } from '../model/workspace.ts';
import { EVERY_STATEMENT, type StatementFilter, statementsFor } from './statementFilter.ts';

export interface ConcordanceQuery {
  /** Looked for without regard to case and kind of white space; `*` is any letters of a word. */
  readonly words: string;
  /** Only where they are words of their own. */
  readonly wholeWords: boolean;
  readonly matchCase: boolean;
  /** Only inside statements that fit; null to look at the whole text. */
  readonly filter: StatementFilter | null;
}

/** Offsets are those of the published text. */
export interface Hit {
  readonly document: DocumentModel;
  readonly start: number;
  readonly end: number;
  /** The innermost statement that the first word is in, or null. */
  readonly statement: Statement | null;
}

/** A stretch of a statement. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly statement: Statement;
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}]`;

/** Letters that a star stands for at most. Without a bound, a long run of letters could keep it busy for ever. */
const REACH = 32;

/** A word that is looked for: a star before it, one inside, one after it. */
const STARRED = /^(\*?)([^*]+)(?:\*([^*]+))?(\*?)$/;

/**
 * What finds the words of a query in folded text.
 *
 * @returns null if the query has no words, or a word has more than one star inside
 */
export function patternFor({
  words,
  wholeWords,
  matchCase,
}: Omit<ConcordanceQuery, 'filter'>): RegExp | null {
  const parts: string[] = [];
  for (const word of foldSpelling(words).replace(/\*+/g, '*').split(' ')) {
    const [, before, start, rest, after] = STARRED.exec(word) ?? [];
    if (start === undefined) return null;
    const inside = rest === undefined ? '' : `${LETTER}{0,${REACH}}?${escaped(rest)}`;
    parts.push(
      (before ? `${LETTER}{0,${REACH}}` : '') + escaped(start) + inside + (after ? restOfWord(parts) : ''),
    );
  }
  const pattern = parts.join(' ');
  const bounded = wholeWords ? `(?<!${LETTER})${pattern}(?!${LETTER})` : pattern;
  return new RegExp(bounded, matchCase ? 'gu' : 'giu');
}

/** All letters that follow, and no way back: what a lookahead has captured is taken as it is. */
function restOfWord(before: readonly string[]): string {
  const name = `rest${before.length}`;
  return `(?=(?<${name}>${LETTER}{0,${REACH}}))\\k<${name}>`;
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

/**
 * The hits in a document, in order of place. The query `*` stands for whole statements: their words are the hits.
 *
 * @param pattern of the query, by `patternFor`; null for `*`
 */
export function* hitsIn(
  workspace: Workspace,
  document: DocumentModel,
  query: ConcordanceQuery,
  pattern: RegExp | null,
): Generator<Hit> {
  const stretches = stretchesOf(workspace, document, query.filter ?? EVERY_STATEMENT);
  if (pattern === null) {
    for (const { statement, start, end } of stretches) yield { document, start, end, statement };
    return;
  }
  if (query.filter && stretches.length === 0) return;
  const around = new Around(stretches);
  for (const { start, end } of matchesIn(document.published.text, pattern)) {
    const statement = around.at(start);
    if (query.filter && statement === null) continue;
    yield { document, start, end, statement };
  }
}

/** Where a pattern matches a text, however its letters are composed and whatever white space is between them. */
export function* matchesIn(
  text: string,
  pattern: RegExp,
): Generator<{ readonly start: number; readonly end: number }> {
  const folded = new FoldedText(text);
  for (const { 0: found, index } of folded.text.matchAll(pattern)) {
    if (found !== '') yield { start: folded.toText(index), end: folded.toText(index + found.length) };
  }
}

/** In order of where they start, the outer before the inner. */
function stretchesOf(workspace: Workspace, document: DocumentModel, filter: StatementFilter): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { statement } of statementsFor(workspace, document, filter)) {
    for (const { start, end } of spansOf(statement))
      if (start < end) stretches.push({ start, end, statement });
  }
  return stretches.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Finds the innermost stretch at places that are asked for in order. */
class Around {
  readonly #stretches: readonly Stretch[];
  #next = 0;
  #open: Stretch[] = [];

  constructor(stretches: readonly Stretch[]) {
    this.#stretches = stretches;
  }

  at(offset: number): Statement | null {
    for (let next = this.#stretches[this.#next]; next && next.start <= offset; ) {
      this.#open.push(next);
      next = this.#stretches[++this.#next];
    }
    this.#open = this.#open.filter(({ end }) => end > offset);
    // The one that started last is the innermost; where two start together, the one put in later is the shorter.
    return this.#open.at(-1)?.statement ?? null;
  }
}
