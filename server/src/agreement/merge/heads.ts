/** Two heads as one, key by key. As text, so that the coders' own way of writing stays. */
import { readHead } from '../../codebook/head.ts';
import type { SourceDocument } from '../../syntax/document.ts';
import type { Names } from './plan.ts';

/** A key with all that belongs to it; comments before the first key have none. */
interface Entry {
  readonly key: string;
  readonly text: string;
}

/**
 * The preamble of the merged document: A's, with what B's head adds or, where there is a common ancestor, changed. Where both have
 * another value, A's stays and B's stands below it as a comment; of `coder`, both are named.
 */
export function mergePreambles(
  a: SourceDocument,
  b: SourceDocument,
  base: SourceDocument | null,
  names: Names,
): string {
  const { text, bom, head } = a.preamble;
  const other = yamlOf(b);
  if (other === null || other === yamlOf(a)) return text;
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const written = (yaml: string) => yaml.replaceAll('\n', lineEnd);
  if (head === null)
    return `${bom ? '\uFEFF' : ''}---${lineEnd}${written(other)}---${lineEnd}${lineEnd}${text.slice(bom ? 1 : 0)}`;
  const own = yamlOf(a) ?? '';
  const merged = mergeEntries(own, other, base ? yamlOf(base) : null, names);
  const isSound = mistakes(merged) <= Math.max(mistakes(own), mistakes(other));
  const result = isSound ? merged : own + commented(other, names[1]);
  return text.slice(0, head.yamlStart) + written(result) + text.slice(head.yamlEnd);
}

/** With LF, and one at its end. */
function yamlOf({ preamble: { text, head } }: SourceDocument): string | null {
  if (head === null) return null;
  const yaml = text.slice(head.yamlStart, head.yamlEnd).replace(/\r\n?/g, '\n');
  return yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
}

function mistakes(yaml: string): number {
  return readHead(yaml, 0).problems.filter(({ rule }) => rule === 'invalid-yaml').length;
}

function mergeEntries(a: string, b: string, base: string | null, names: Names): string {
  const [inA, inB, before] = [entriesOf(a), entriesOf(b), entriesOf(base ?? '')];
  const find = (entries: readonly Entry[], key: string) => entries.find((entry) => entry.key === key)?.text;
  const keys = new Set([...inA, ...inB].map(({ key }) => key));
  let merged = '';
  for (const key of keys) {
    const [one, other] = [find(inA, key), find(inB, key)];
    const old = base === null ? undefined : find(before, key);
    if (one === undefined || other === undefined) {
      // Without an ancestor, or new since then; else one of them deleted it.
      const left = one ?? other ?? '';
      if (old === undefined || !isSame(left, old)) merged += left;
    } else if (isSame(one, other) || (old !== undefined && isSame(other, old))) merged += one;
    else if (old !== undefined && isSame(one, old)) merged += other;
    else merged += bothOf(key, one, other, old, names);
  }
  return merged;
}

function entriesOf(yaml: string): Entry[] {
  const entries: { key: string; text: string }[] = [];
  for (const line of yaml.match(/[^\n]*\n/g) ?? []) {
    const key = /^([^\s#-][^:]*?)\s*:/.exec(line)?.[1];
    const last = entries.at(-1);
    if (key !== undefined) entries.push({ key: key.replace(/^["']|["']$/g, ''), text: line });
    else if (last) last.text += line;
    else entries.push({ key: '', text: line });
  }
  return entries;
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string) =>
    text.replace(/[ \t]+$/gm, '').replace(/:\s*(["'])([^"'\n]*)\1\n$/, ': $2\n');
  return plain(a) === plain(b);
}

function bothOf(key: string, a: string, b: string, base: string | undefined, names: Names): string {
  const [innerA, innerB] = [nested(a), nested(b)];
  if (innerA !== null && innerB !== null) {
    const inside = mergeEntries(innerA, innerB, base === undefined ? null : nested(base), names);
    return a.slice(0, a.indexOf('\n') + 1) + inside.replace(/^(?=.)/gm, '  ');
  }
  if (key !== 'coder') return a + commented(b, names[1]);
  const [one, other] = [readHead(a, 0).coder?.value, readHead(b, 0).coder?.value];
  if (!one || !other) return a;
  return `coder: ${JSON.stringify(`${one} + ${other}`).replace(/^"([\p{L}\p{N} +._-]+)"$/u, '$1')}\n`;
}

/** What stands below a key, without the white space before it; null unless it is a block of keys. */
function nested(entry: string): string | null {
  const [first = '', ...rest] = entry.replace(/\n$/, '').split('\n');
  const indent = /^[ ]+/.exec(rest[0] ?? '')?.[0];
  if (!/:\s*$/.test(first) || !indent || !rest.every((line) => line.startsWith(indent))) return null;
  return `${rest.map((line) => line.slice(indent.length)).join('\n')}\n`;
}

function commented(yaml: string, name: string): string {
  return yaml
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `# ${name}: ${line}\n`)
    .join('');
}
