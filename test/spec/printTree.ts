/** A document's tree in the notation of the specification: one line a node, children indented by two spaces. */
import type { Attribute, Value } from '../../grammar/events.ts';
import type { Block, SourceDocument } from '../../server/src/syntax/document.ts';
import { stripRange } from '../../server/src/syntax/strip.ts';
import type { Memo, Tag } from '../../server/src/syntax/tree.ts';
import { quoted, toVisible } from './visible.ts';

/** The head and the blocks, one after another. Text stands as it is published, in quotes. */
export function printTree(document: SourceDocument): string {
  return [...preambleLines(document), ...document.blocks.flatMap(blockLines)].join('\n');
}

function preambleLines({ preamble }: SourceDocument): string[] {
  const { bom, head, text } = preamble;
  const lines = bom ? ['byte order mark'] : [];
  if (head === null) return lines;
  const yaml = text.slice(head.yamlStart, head.yamlEnd).split(/\r\n|\n|\r/);
  if (yaml.at(-1) === '') yaml.pop();
  return [...lines, head.closed ? 'head' : 'head, not closed', ...yaml.map((line) => `  ${toVisible(line)}`)];
}

function blockLines(block: Block): string[] {
  const name = block.level > 0 ? `heading ${block.level}` : 'paragraph';
  return withContent(name, contentOf(block, -1, 0, block.contentLength));
}

/** What stands between two places of a block, directly in the tag with this index: text, tags and memos. */
function contentOf(block: Block, parent: number, start: number, end: number): string[][] {
  const nodes: { start: number; end: number; lines: () => string[] }[] = [];
  block.tree.tags.forEach((tag, index) => {
    if (tag.parent === parent)
      nodes.push({ start: tag.start, end: tag.end, lines: () => tagLines(block, tag, index) });
  });
  for (const memo of block.tree.memos) {
    if (memo.tag === parent) nodes.push({ start: memo.start, end: memo.end, lines: () => [memoLine(memo)] });
  }
  nodes.sort((a, b) => a.start - b.start);
  const content: string[][] = [];
  let from = start;
  const addText = (to: number) => {
    const text = stripRange(block, from, to);
    if (text !== '') content.push([quoted(text)]);
  };
  for (const node of nodes) {
    addText(node.start);
    content.push(node.lines());
    from = node.end;
  }
  addText(end);
  return content;
}

/** A node with what is in it: on the same line if that is text alone, or nothing. */
function withContent(name: string, content: string[][]): string[] {
  const [first] = content;
  if (first === undefined) return [`${name} ""`];
  if (content.length === 1 && first[0]?.startsWith('"')) return [`${name} ${first[0]}`];
  return [name, ...content.flat().map((line) => `  ${line}`)];
}

function tagLines(block: Block, tag: Tag, index: number): string[] {
  const seen = new Set<string>();
  const attributes = tag.head.attributes.map((attribute) => {
    const name = attribute.name.normalize('NFC');
    const counts = name === '' || !seen.has(name);
    seen.add(name);
    return printAttribute(attribute) + (counts ? '' : '(again)');
  });
  const actors = tag.head.actors.map(printValue).join(',');
  const word = tag.kind === 'unknown' ? `unknown ${tag.head.word}` : tag.kind;
  const name = [word, actors, ...attributes].filter((part) => part !== '').join(' ');
  return withContent(name, contentOf(block, index, tag.bodyStart, tag.bodyEnd));
}

/** `name=value,value`; `#id` for the attribute of that name; where something is missing, `?`. */
function printAttribute({ name, values, malformed }: Attribute): string {
  const list = values.map(printValue).join(',');
  if (name === '#') return list || '#?';
  return `${name || '?'}=${list}${malformed && name !== '' ? '?' : ''}`;
}

function printValue(value: Value): string {
  switch (value.type) {
    case 'actor':
      return `@${value.id}`;
    case 'statement':
      return `#${value.document === null ? '' : `${value.document}/`}${value.id}`;
    case 'word':
      return value.text;
    case 'string':
      return quoted(value.text);
  }
}

function memoLine({ text, closed }: Memo): string {
  return `memo ${quoted(text)}${closed ? '' : ', not closed'}`;
}
