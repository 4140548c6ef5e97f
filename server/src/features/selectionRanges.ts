/**
 * What a selection grows to, step by step: the word, the words of its tag, the tag, the tags around it, the
 * paragraph, the sections, the document. In the head of a tag: the value, the attribute, the head, the tag.
 */
import type { TextRange } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Block } from '../syntax/document.ts';
import type { Tag } from '../syntax/tree.ts';

/** The ranges around an offset, from the innermost out, each wider than the one before. The last is the document. */
export function selectionRangesAt(document: DocumentModel, offset: number): TextRange[] {
  const { source } = document;
  const whole = { start: 0, end: source.length };
  const index = source.blockAt(offset);
  const block = source.blocks[index];
  const inner = block
    ? [...inBlock(block, offset - source.startOf(index), source.startOf(index)), ...sections(document, index)]
    : inHead(document, offset);
  return growing([...inner, whole], offset);
}

/** Ranges that hold the offset and all ranges before them, none twice. */
function growing(ranges: readonly TextRange[], offset: number): TextRange[] {
  const grown: TextRange[] = [];
  for (const range of ranges) {
    const last = grown.at(-1) ?? { start: offset, end: offset };
    const holds = range.start <= last.start && range.end >= last.end;
    const isWider = range.end - range.start > last.end - last.start || grown.length === 0;
    if (holds && isWider) grown.push({ start: range.start, end: range.end });
  }
  return grown;
}

function* inBlock(block: Block, offset: number, base: number): Generator<TextRange> {
  for (const range of rangesIn(block, offset)) yield { start: base + range.start, end: base + range.end };
}

function* rangesIn(block: Block, offset: number): Generator<TextRange> {
  const { tree, text, contentLength } = block;
  const word = wordAt(text, offset);
  if (word) yield word;
  for (const memo of tree.memos) {
    if (memo.start > offset || offset > memo.end) continue;
    yield { start: memo.start + 3, end: memo.closed ? memo.end - 3 : memo.end };
    yield memo;
  }
  for (let index = innermost(tree.tags, offset); index >= 0; index = tree.tags[index]?.parent ?? -1) {
    yield* rangesInTag(tree.tags[index] as Tag, offset);
  }
  if (block.level > 0) yield { start: headingStart(block), end: contentLength };
  yield { start: 0, end: contentLength };
}

function innermost(tags: readonly Tag[], offset: number): number {
  return tags.findLastIndex((tag) => tag.start <= offset && offset <= tag.end);
}

function* rangesInTag(tag: Tag, offset: number): Generator<TextRange> {
  const { head, start, bodyStart, bodyEnd, end } = tag;
  if (offset < bodyStart) {
    for (const value of [...head.actors, ...head.attributes.flatMap(({ values }) => values)]) {
      if (value.type === 'string') yield { start: value.start + 1, end: value.end - 1 };
      yield value;
    }
    yield* head.attributes;
    yield { start: head.start, end: head.end };
  }
  yield { start: bodyStart, end: bodyEnd };
  yield { start, end };
}

function headingStart(block: Block): number {
  return /^#+[ \t]*/.exec(block.text)?.[0].length ?? 0;
}

/** The sections that a block is in, from the innermost out, each to where the next of its level or higher starts. */
function* sections({ source }: DocumentModel, index: number): Generator<TextRange> {
  const { blocks } = source;
  let end = index + 1;
  let level = 7;
  for (let first = index; first >= 0 && level > 1; first--) {
    const block = blocks[first] as Block;
    if (block.level === 0 || block.level >= level) continue;
    level = block.level;
    while (end < blocks.length && !isAtMost(blocks[end] as Block, level)) end++;
    const last = blocks[end - 1] as Block;
    yield { start: source.startOf(first), end: source.startOf(end - 1) + last.contentLength };
  }
}

function isAtMost({ level }: Block, most: number): boolean {
  return level > 0 && level <= most;
}

/** In a document's head: the word, its line's value, the line, the YAML, the head. */
function* inHead({ source }: DocumentModel, offset: number): Generator<TextRange> {
  const { text, head } = source.preamble;
  const word = wordAt(text, offset);
  if (word) yield word;
  if (head === null || offset > head.end) return;
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const key = /^\s*(?:- )?(?:[^\s:]+:\s+)?/.exec(line)?.[0].length ?? 0;
  yield { start: start + key, end: start + line.trimEnd().length };
  yield { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
  yield {
    start: head.yamlStart,
    end: head.yamlStart + text.slice(head.yamlStart, head.yamlEnd).trimEnd().length,
  };
  yield { start: head.start, end: head.start + text.slice(head.start, head.end).trimEnd().length };
}

/** How far a word is looked for on either side. */
const REACH = 120;
const RUN = /[\p{L}\p{M}\p{N}_’'-]+/gu;
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The word at an offset; in scripts without spaces, as the language parts them. */
function wordAt(text: string, offset: number): TextRange | null {
  const from = Math.max(0, offset - REACH);
  for (const { 0: run, index } of text.slice(from, offset + REACH).matchAll(RUN)) {
    const start = from + index;
    const end = start + run.length;
    if (start > offset || offset > end) continue;
    if (/^[\p{Script=Latin}\p{M}\p{N}_’'-]*$/u.test(run)) return { start, end };
    for (const { segment, index: place } of words.segment(run)) {
      const range = { start: start + place, end: start + place + segment.length };
      if (range.start <= offset && (offset < range.end || range.end === end)) return range;
    }
  }
  return null;
}
