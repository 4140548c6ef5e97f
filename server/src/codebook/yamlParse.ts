/**
 * One pass of the YAML library over a text, with what it must be kept from: nesting so deep that its recursion
 * overflows, a million documents, a million errors.
 *
 * The library's three stages are driven by hand for this (and the composer's `onError` is replaced, because an
 * exception object for each error costs ten times the parse). Pinned to the version in package.json;
 * test/codebook/hostile.test.ts fails when it no longer holds.
 */
import { Composer, type CST, isCollection, isScalar, Lexer, type ParsedNode, Parser, visit } from 'yaml';
import type { TextRange } from './codebook.ts';

/** A codebook needs five levels. */
export const MAX_YAML_DEPTH = 64;
/** A full codebook of 4 MB has fewer signs and words. */
const MAX_LEXEMES = 2_500_000;
/** Errors that are kept of one pass. */
const MAX_FAULTS = 200;

/** What the library says is wrong. Offsets into the text that was parsed. */
export interface YamlFault extends TextRange {
  /** One of the library's codes, or `TOO_DEEP`, `TOO_LONG`, `UNCLOSED`, `FAILED`. */
  readonly code: string;
  /** The library's words. */
  readonly detail: string;
  /** Nothing after it was read. */
  readonly fatal: boolean;
}

export interface ParsedYaml {
  /** Null for a text without content. */
  readonly root: ParsedNode | null;
  readonly faults: readonly YamlFault[];
  /** Quoted texts that run over several lines: most often a quote that somebody forgot to close. */
  readonly longQuotes: readonly TextRange[];
}

/** Texts as they are written: no number, no date, no `no` that turns into false. */
const OPTIONS = {
  schema: 'failsafe',
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
} as const;

type OnError = (source: unknown, code: string, message: string, warning?: boolean) => void;

/** Parses a text with LF or CRLF line ends. Never throws. */
export function parseYaml(text: string): ParsedYaml {
  const faults: YamlFault[] = [];
  const add = (code: string, place: TextRange, detail: string, fatal = false) => {
    if (faults.length >= MAX_FAULTS) return;
    const start = Math.max(0, Math.min(place.start, text.length));
    faults.push({ code, start, end: Math.max(start, Math.min(place.end, text.length)), detail, fatal });
  };
  let root: ParsedNode | null = null;
  try {
    root = compose(text, add);
  } catch (error) {
    // The library is not known to throw, but it is not ours.
    add('FAILED', { start: 0, end: text.length }, String(error), true);
  }
  return faults.length === 0 ? { root, faults, longQuotes: [] } : withPlaces(text, root, faults);
}

type AddFault = (code: string, place: TextRange, detail: string, fatal?: boolean) => void;

function compose(text: string, add: AddFault): ParsedNode | null {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  (composer as unknown as { onError: OnError }).onError = (source, code, message, warning) => {
    if (!warning) add(code, placeOf(source), message);
  };
  let documents = 0;
  let lexemes = 0;
  /** Hands a finished token on. False where a second document begins: nothing after that counts. */
  const take = (token: CST.Token): boolean => {
    if (token.type === 'error') {
      add('UNEXPECTED_TOKEN', placeOf(token), token.message, true);
      return true;
    }
    if (token.type === 'document' && ++documents > 1) {
      add('MULTIPLE_DOCS', { start: token.offset, end: token.offset + 3 }, '', true);
      return false;
    }
    exhaust(composer.next(token));
    return true;
  };
  read: for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) if (!take(token)) break read;
    if (++lexemes > MAX_LEXEMES) {
      add('TOO_LONG', { start: parser.offset, end: parser.offset + 1 }, '', true);
      break;
    }
    if (parser.stack.length > MAX_YAML_DEPTH) {
      add('TOO_DEEP', { start: parser.offset - lexeme.length, end: parser.offset }, '', true);
      break;
    }
  }
  for (const token of parser.end()) if (documents < 2 && !take(token)) break;
  for (const document of composer.end()) return document.contents as ParsedNode | null;
  return null;
}

/** The composer works while its results are asked for; the one that counts comes at the end. */
function exhaust(results: Iterable<unknown>): void {
  for (const _ of results);
}

/** Where the library's error is: at an offset, a pair of them, or a token. */
function placeOf(source: unknown): TextRange {
  if (typeof source === 'number') return { start: source, end: source + 1 };
  if (Array.isArray(source)) return { start: source[0], end: source[1] };
  const { offset, source: words } = source as { offset: number; source?: string };
  return { start: offset, end: offset + (typeof words === 'string' ? words.length : 1) };
}

const UNCLOSED = /^(?:Missing closing|Flow (?:sequence|map) )/;

/** The library reports what is not closed where it should have been; a reader looks for where it opened. */
function withPlaces(text: string, root: ParsedNode | null, faults: readonly YamlFault[]): ParsedYaml {
  const openings = new Map<number, number>();
  const longQuotes: TextRange[] = [];
  if (root) {
    visit(root, (_, node) => {
      if (isScalar(node) && node.range && String(node.type).startsWith('QUOTE')) {
        const [start, end] = node.range;
        openings.set(end, start);
        if (text.slice(start, end).includes('\n')) longQuotes.push({ start, end });
      } else if (isCollection(node) && node.flow && node.range && !openings.has(node.range[1])) {
        openings.set(node.range[1], node.range[0]);
      }
    });
  }
  const placed = faults.map((fault) => {
    const start = UNCLOSED.test(fault.detail) ? openings.get(fault.start) : undefined;
    return start === undefined ? fault : { ...fault, code: 'UNCLOSED', start, end: start + 1 };
  });
  return { root, faults: placed, longQuotes };
}
