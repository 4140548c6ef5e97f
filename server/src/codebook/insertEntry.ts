/** Adds an actor, a topic or an attribute to the text of a codebook, in the way that the codebook is written already. */
import { isMap, isScalar, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { TextRange } from './codebook.ts';
import { lineAt } from './lines.ts';
import { endOfNode, isNothing } from './yamlNodes.ts';
import { readYaml } from './yamlSource.ts';

/** New text for a range of the codebook. */
export interface EntryEdit extends TextRange {
  readonly text: string;
}

type Block = YAMLMap<ParsedNode, ParsedNode | null>;

/**
 * The edit that adds an entry at the end of `actors`, `topics` or `attributes`, and the key itself if the codebook lacks it.
 *
 * @param text the whole codebook
 * @param id an id that it does not define yet
 * @param fields what to say of it, in order: `{ name: 'Russia', aka: ['Moscow'] }`
 * @returns null where the codebook has something else in that place
 */
export function insertEntry(
  text: string,
  section: 'actors' | 'topics' | 'attributes',
  id: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
): EntryEdit | null {
  const { root } = readYaml(text);
  const eol = endOfLineIn(text);
  const entry = `${id}: { ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? plainOrQuoted(value) : listOf(value)}`)
    .join(', ')} }`;
  if (root !== null && !isNothing(root) && !(isMap(root) && !root.flow)) return null;
  const pairs = isMap(root) ? (root as unknown as Block).items : [];
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === section);
  if (!pair) return atEnd(text, `${section}:${eol}  ${entry}${eol}`, eol);
  return inSection(text, pair, entry, eol);
}

function atEnd(text: string, added: string, eol: string): EntryEdit {
  const place = text.length;
  const startsLine = text === '' || text === '\uFEFF' || /[\r\n]$/.test(text);
  return { start: place, end: place, text: `${startsLine ? '' : eol}${added}` };
}

/**
 * The edit that adds an entry at the end of what stands under a key.
 *
 * @param entry its key and value, on one line
 * @returns null where no entries stand there but something else
 */
export function inSection(
  text: string,
  { key, value }: Pair<ParsedNode, ParsedNode | null>,
  entry: string,
  eol: string,
): EntryEdit | null {
  if (value === null || (isScalar(value) && value.source === '')) {
    const indent = key.range[0] - startOfLine(text, key.range[0]) + 2;
    return afterLine(text, key.range[1], `${eol}${' '.repeat(indent)}${entry}`);
  }
  if (!isMap(value)) return null;
  const { items } = value as unknown as Block;
  const last = items.at(-1);
  if (value.flow) {
    const brace = value.range[1] - 1;
    if (text[brace] !== '}') return null;
    // After the last entry, so that its own spaces before the brace stay.
    const place = last ? (last.value ?? last.key).range[1] : brace;
    return { start: place, end: place, text: last ? `, ${entry}` : ` ${entry} ` };
  }
  const first = items[0];
  if (!first || !last) return null;
  const indent = first.key.range[0] - startOfLine(text, first.key.range[0]);
  return afterLine(text, endOfNode(text, last.value ?? last.key), `${eol}${' '.repeat(indent)}${entry}`);
}

/** After the line that holds an offset, its comment included. */
function afterLine(text: string, offset: number, added: string): EntryEdit {
  const { end } = lineAt(text.replace(/\r(?!\n)/g, '\n'), offset);
  return { start: end, end, text: added };
}

function startOfLine(text: string, offset: number): number {
  return lineAt(text.replace(/\r(?!\n)/g, '\n'), offset).start;
}

/** The line end that a text uses first; a line feed if it has none. */
export function endOfLineIn(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function listOf(values: readonly string[]): string {
  return `[${values.map(plainOrQuoted).join(', ')}]`;
}

/** Words that need no quotes anywhere in YAML. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ’().–_-]*$/u;

function plainOrQuoted(value: string): string {
  const isPlain =
    PLAIN.test(value) && !value.endsWith(' ') && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}
