/**
 * Formatting: the heads of tags and nothing else. One space between the parts, none before the colon and one after
 * it; attributes in the order of their table; the plain signs; quotes where they are needed. A head that is broken
 * is left as it is: what it means has to be settled first.
 */
import type { Attribute, Value } from '../../../grammar/events.ts';
import { CORE_ATTRIBUTES } from '../codebook/attributes.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Pieces } from '../model/pieces.ts';
import { applyEdits } from '../rules/edits.ts';
import { type Block, SourceDocument } from '../syntax/document.ts';
import { stripPart } from '../syntax/strip.ts';
import type { Tag } from '../syntax/tree.ts';

/** New text for a range of a document. */
export interface HeadEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Which heads to format; `isTyped` where the colon was typed just now, so that what follows it is not settled. */
interface Choice {
  readonly includes: (tag: Tag, base: number) => boolean;
  readonly isTyped?: boolean;
}

/** Formats all heads of a document: one edit for each that changes, in order of place. */
export function formatDocument(document: DocumentModel): Pieces<HeadEdit[]> {
  return formatBlocks(document, 0, document.source.length, { includes: () => true });
}

/** Formats the heads that a range touches. */
export function formatRange(document: DocumentModel, start: number, end: number): Pieces<HeadEdit[]> {
  return formatBlocks(document, start, end, {
    includes: (tag, base) => base + tag.start < end && start < base + tag.bodyStart,
  });
}

/**
 * Formats the head of the tag that was just typed: whose colon, or whose closing brace, stands before an offset.
 * After a colon, no space is added: the next key is a space, and then there would be two.
 */
export function* formatTyped(document: DocumentModel, offset: number): Pieces<HeadEdit[]> {
  const atColon = yield* formatBlocks(document, offset - 1, offset, {
    includes: (tag, base) => base + tag.head.colon + 1 === offset,
    isTyped: true,
  });
  if (atColon.length > 0) return atColon;
  return yield* formatBlocks(document, offset - 1, offset, {
    includes: (tag, base) => tag.end > tag.bodyEnd && base + tag.end === offset,
  });
}

function* formatBlocks(
  { source }: DocumentModel,
  start: number,
  end: number,
  { includes, isTyped = false }: Choice,
): Pieces<HeadEdit[]> {
  const edits: HeadEdit[] = [];
  const first = Math.max(0, source.blockAt(start));
  for (let index = first; index < source.blocks.length && source.startOf(index) < end; index++) {
    const block = source.blocks[index] as Block;
    const base = source.startOf(index);
    yield;
    const own = block.tree.tags
      .filter((tag) => includes(tag, base))
      .flatMap((tag) => headEdit(block.text, tag, isTyped) ?? []);
    if (own.length === 0 || !isSafe(block, own)) continue;
    edits.push(...own.map((edit) => ({ ...edit, start: base + edit.start, end: base + edit.end })));
  }
  return edits;
}

const DIRECTION = /[\u200E\u200F\u061C]/;

/** The edit of one head, as small as it can be; null where it is as it should be, or must be left alone. */
function headEdit(
  text: string,
  { kind, head, start, bodyStart, bodyEnd }: Tag,
  isTyped: boolean,
): HeadEdit | null {
  if (head.colon < 0 || kind === 'unknown' || head.attributes.some(({ malformed }) => malformed)) return null;
  const written = text.slice(start, bodyStart);
  // Marks of direction keep a head of two scripts readable: whoever put them there put its parts in order.
  if (DIRECTION.test(written)) return null;
  const next = text[bodyStart] ?? '';
  const hasSpace = text[bodyStart - 1] === ' ';
  const isOpenEnded = isTyped || bodyStart === bodyEnd || /[\r\n]/.test(next);
  const space = hasSpace || !isOpenEnded ? ' ' : '';
  return difference(start, written, `{${headText(text, kind, head)}:${space}`);
}

function headText(text: string, kind: Tag['kind'], head: Tag['head']): string {
  if (kind === 'mention') return head.actors.map((actor) => `@${actor.id}`).join(',');
  const attributes = inTableOrder(head.attributes).map((attribute) => attributeText(text, attribute));
  return kind === 'continuation' ? `+${attributes.join(' ')}` : [head.word, ...attributes].join(' ');
}

const ORDER: ReadonlyMap<string, number> = new Map(
  ['#', ...CORE_ATTRIBUTES.map(({ name }) => name)].map((name, index) => [name, index]),
);

/** The own id, then as in the table, then the codebook's own in the order in which they are written. */
function inTableOrder(attributes: readonly Attribute[]): Attribute[] {
  const rank = ({ name }: Attribute) => ORDER.get(name.normalize('NFC')) ?? ORDER.size;
  return [...attributes].sort((a, b) => rank(a) - rank(b));
}

function attributeText(text: string, { name, values }: Attribute): string {
  const list = values.map((value) => valueText(text, name, value)).join(',');
  return name === '#' ? list : `${name}=${list}`;
}

/** What an attribute of the coder's own words takes is quoted, be it one word. */
const QUOTED = new Set(CORE_ATTRIBUTES.filter(({ type }) => type === 'text').map(({ name }) => name));
/** Text that a bare word may hold. */
const BARE =
  /^[^\s,，、،:：=＝{}"\\@＠#＃\u200E\u200F\u061C\uFEFF][^\s,，、،:：=＝{}"\\\u200E\u200F\u061C\uFEFF]*$/u;

function valueText(text: string, attribute: string, value: Value): string {
  switch (value.type) {
    case 'actor':
      return `@${value.id}`;
    case 'statement':
      return `#${value.document === null ? '' : `${value.document}/`}${value.id}`;
    case 'word':
      return value.text;
    case 'string':
      return BARE.test(value.text) && !QUOTED.has(attribute)
        ? value.text
        : text.slice(value.start, value.end);
  }
}

/** What has to change of a text, without what is the same at its start and end. */
function difference(start: number, before: string, after: string): HeadEdit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  if (isLowSurrogate(before, head) || isLowSurrogate(after, head)) head--;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (
    tail > 0 &&
    (isLowSurrogate(before, before.length - tail) || isLowSurrogate(after, after.length - tail))
  )
    tail--;
  return {
    start: start + head,
    end: start + before.length - tail,
    text: after.slice(head, after.length - tail),
  };
}

function isLowSurrogate(text: string, index: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text[index] ?? '');
}

/** Whether a block still has the same tags around the same words: a last guard, whatever the signs in it. */
function isSafe(block: Block, edits: readonly HeadEdit[]): boolean {
  const [, formatted, ...others] = new SourceDocument(`.\n\n${applyEdits(block.text, edits)}`).blocks;
  if (formatted === undefined || others.length > 0 || formatted.level !== block.level) return false;
  const shape = ({ tree }: Block) => JSON.stringify(tree.tags.map(shapeOf));
  return stripPart(formatted) === stripPart(block) && shape(formatted) === shape(block);
}

/** What a tag says, wherever it stands and however its head is written. */
function shapeOf({ kind, head, parent, fault, bodyEnd, end }: Tag): unknown {
  const value = (each: Value) =>
    'id' in each ? [each.type, 'document' in each ? each.document : null, each.id] : each.text;
  const attributes = inTableOrder(head.attributes).map(({ name, values }) => [name, values.map(value)]);
  return [kind, head.word, head.actors.map(({ id }) => id), attributes, parent, fault, end - bodyEnd];
}
