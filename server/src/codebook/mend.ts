/**
 * Values that YAML takes for something else, because they stand without quotes: `title: NATO: what next`. What
 * was meant is clear, since nothing but a text can stand after these keys. So the value is read as meant, the
 * mistake is reported with its fix, and a placeholder of the same length lets the library read on.
 */
import { isMap, isScalar, isSeq } from 'yaml';
import type { TextRange } from './codebook.ts';
import { LIST_KEYS, TEXT_KEYS } from './keys.ts';
import { endOfDeeperLines, type Mask, maskOf } from './lines.ts';
import { type Fix, replacement } from './problems.ts';
import { parseYaml } from './yamlParse.ts';

/** A mistake in the YAML itself, in offsets of its text. */
export interface SourceFault extends TextRange {
  readonly message: string;
  readonly fix: Fix | null;
}

/** A value as it was meant, and its place in the text. */
export interface Meant extends TextRange {
  readonly text: string;
}

export interface Mend {
  /** Null where the line has no room for a placeholder: the value is lost until it is mended. */
  readonly meant: Meant | null;
  /** Where the placeholder stands that is read instead. */
  readonly placeholder: number;
  readonly masks: readonly Mask[];
  readonly fault: SourceFault;
}

/** Groups: indentation, key, colon with the space beside it, value. */
const KEY_LINE = /^( *(?:- +)*)([\p{L}\p{N}_-]+)([ \t]*[:：][ \t]*)(.*)$/su;
const COMMENT = /[ \t]+#.*$/s;
/** Longer lines are not looked at: nobody has typed them. */
const MAX_LINE = 10_000;

/**
 * Reads a line as `key: text`, where YAML cannot.
 *
 * @param line the line, without its line end
 * @returns null for a line that is no such key's, or whose value is sound by itself
 */
export function mendLine(text: string, line: TextRange): Mend | null {
  if (line.end - line.start > MAX_LINE) return null;
  const match = KEY_LINE.exec(text.slice(line.start, line.end));
  if (!match) return null;
  const [, indent = '', key = '', colon = '', rest = ''] = match;
  const words = rest.replace(COMMENT, '').trimEnd();
  if (!TEXT_KEYS.has(key) || words === '') return null;
  const keyEnd = line.start + indent.length + key.length;
  const valueStart = keyEnd + colon.length;
  if (!/:[ \t]/.test(colon)) return mendColon(text, key, { start: keyEnd, end: valueStart }, words);
  if (isSound(key, words)) return null;
  const end = endOfDeeperLines(text, { start: line.start, end: valueStart + words.length }, indent.length);
  const value = { start: valueStart, end };
  if (isSound(key, text.slice(value.start, value.end))) return null;
  return {
    meant: { ...value, text: meantBy(text.slice(value.start, value.end)) },
    placeholder: valueStart,
    masks: [maskOf(text, value, 'x')],
    fault: quoteFault(text, value),
  };
}

/** `title:NATO` or `title：NATO`: YAML wants a colon and a space. */
function mendColon(text: string, key: string, gap: TextRange, words: string): Mend | null {
  const value = { start: gap.end, end: gap.end + words.length };
  const room = value.end - gap.start - 2;
  const sound = isSound(key, words);
  const wide = text.slice(gap.start, gap.end).includes('：');
  const message = wide
    ? `The colon after “${key}” is a full-width one, which YAML does not know. Write “:” and a space.`
    : `A space is missing after the colon of “${key}”.`;
  const edit = { start: gap.start, end: value.end };
  return {
    meant: room < 1 ? null : { ...value, text: meantBy(words) },
    placeholder: gap.start + 2,
    masks: [{ ...edit, text: room < 1 ? `:${' '.repeat(room + 1)}` : `: ${'x'.repeat(room)}` }],
    fault: {
      ...gap,
      message,
      fix: replacement('Write a colon and a space', edit, `: ${sound ? words : quote(words)}`),
    },
  };
}

/** A value that ought to be in quotes, with the fix that puts it there. */
export function quoteFault(text: string, value: TextRange): SourceFault {
  const words = text.slice(value.start, value.end);
  return { ...value, message: reasonFor(words), fix: replacement('Quote it', value, quote(words)) };
}

function reasonFor(words: string): string {
  if (isQuoted(words)) return 'Between double quotes, a backslash of the words themselves is written twice.';
  if (/^["']/.test(words)) {
    return isUnclosedQuote(words)
      ? 'The quote that begins here is not closed. Close it, or put the whole in quotes.'
      : 'The quotes close before the end of the value. Put the whole in quotes, with a backslash before those inside.';
  }
  if (/:(?:\s|$)/.test(words)) {
    return 'A colon in a value that stands without quotes: YAML takes it for a new key. Put the value in quotes.';
  }
  return /^[\p{L}\p{N}]/u.test(words)
    ? 'YAML cannot read this value without quotes. Put it in quotes.'
    : `A value that begins with “${words[0]}” means something else to YAML. Put it in quotes.`;
}

function isUnclosedQuote(words: string): boolean {
  return words.indexOf(words[0] as string, 1) < 0;
}

/** In double quotes from end to end, so that only a backslash can be wrong. */
function isQuoted(words: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/s.test(words);
}

/** What YAML knows after a backslash. */
const ESCAPE = /\\(?:[0abtnvfre "/\\N_LP\r\n\t]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})|\\/gi;

/** In double quotes, what is inside escaped. A forgotten closing quote is closed. */
function quote(words: string): string {
  if (isQuoted(words)) return words.replace(ESCAPE, (escape) => (escape === '\\' ? '\\\\' : escape));
  return `"${withoutOpenQuote(words).replace(/[\\"]/g, '\\$&')}"`;
}

/** What was meant: line ends between its lines count as a space, as they will once it is in quotes. */
export function meantBy(words: string): string {
  const inside = isQuoted(words) ? words.slice(1, -1) : withoutOpenQuote(words);
  return inside.replace(/[ \t]*\r?\n[ \t]*/g, ' ').trim();
}

function withoutOpenQuote(words: string): string {
  return words.startsWith('"') && isUnclosedQuote(words) ? words.slice(1) : words;
}

/** `|` or `>`, and words on the same line: the library loses its way without a word. */
const BLOCK_WITH_WORDS = /^[|>]\S*[ \t]+[^\s#]/;

/** Starts of the lines whose value begins as a block of lines does (`|`, `>`), but goes on. */
export function* blocksWithWords(text: string): Generator<number> {
  for (const { index } of text.matchAll(/^[\w-]+:[ \t]+[|>]\S*[ \t]+[^\s#]/gm)) yield index;
}

/** Whether YAML reads a value by itself as what may stand after this key. */
function isSound(key: string, words: string): boolean {
  if (BLOCK_WITH_WORDS.test(words)) return false;
  const { faults, root } = parseYaml(`k: ${words}`);
  const value = isMap(root) && root.items.length === 1 ? root.items[0]?.value : null;
  if (LIST_KEYS.has(key) && isSeq(value)) return true;
  return faults.length === 0 && isScalar(value);
}
