/**
 * Tagging a selection: the marks to insert around it. Only marks are new: where a tag can't go around the words
 * as they are, it is split at blocks and at the tags that it would cross, and continued.
 */
import type { DocumentModel } from '../model/document.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Block, SourceDocument } from '../syntax/document.ts';
import { strip } from '../syntax/strip.ts';
import { freeStatementId, slugOf } from './ids.ts';

export type TaggingKind = 'claim' | 'demand' | 'actor' | 'memo';

/** Text to insert; `head` is where the cursor goes, as ranges of `text` that are placeholders, in their order. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
  readonly placeholders: readonly { readonly start: number; readonly end: number }[];
}

export type Tagging =
  | { readonly insertions: readonly Insertion[]; readonly refusal: null }
  | { readonly insertions: null; readonly refusal: string };

interface Segment {
  start: number;
  end: number;
}

/** The insertions that tag the words between two offsets, in order of place; or why they can't be tagged. */
export function tagSelection(
  workspace: Workspace,
  document: DocumentModel,
  start: number,
  end: number,
  kind: TaggingKind,
): Tagging {
  if (kind === 'memo') return checked(document, memoAfter(document, start, end));
  const segments = segmentsOf(document, start, end);
  if (segments.length === 0) return refuse('There are no words in the selection to tag.');
  if (kind === 'actor') {
    if (segments.length > 1) return refuse('A mention must lie within one paragraph and cross no other tag.');
    const id = actorIdFor(workspace, document, wordsOf(document, segments[0] as Segment));
    return checked(
      document,
      around(document, segments[0] as Segment, { text: `{@${id}: `, from: 2, to: 2 + id.length }),
    );
  }
  // A tag of one piece needs no id; one that is continued does.
  const needsId = segments.length > 1;
  const id = needsId ? freeStatementId(document, slugOf(wordsOf(document, segments[0] as Segment))) : '';
  const insertions = segments.flatMap((segment, index) => {
    if (index > 0) return around(document, segment, { text: `{+#${id}: `, from: -1, to: -1 });
    const word = `{${kind}`;
    // The author is what a missing `by` means: right as it stands, and selected for another name.
    const text = `${word}${needsId ? ` #${id}` : ''} by=@${AUTHOR}: `;
    const to = text.length - 2;
    return around(document, segment, { text, from: to - AUTHOR.length, to });
  });
  return checked(document, insertions);
}

function refuse(refusal: string): Tagging {
  return { insertions: null, refusal };
}

interface Mark {
  readonly text: string;
  /** The placeholder in it; -1 for none. */
  readonly from: number;
  readonly to: number;
}

function around(document: DocumentModel, { start, end }: Segment, mark: Mark): Insertion[] {
  const guard = backslashBefore(document, start);
  const shift = guard.length;
  const placeholders = mark.from < 0 ? [] : [{ start: mark.from + shift, end: mark.to + shift }];
  return [
    { offset: start, text: guard + mark.text, placeholders },
    { offset: end, text: `${backslashBefore(document, end)}}`, placeholders: [] },
  ];
}

/** A memo after the selection, or at the cursor: it belongs beside the words, not around them. */
function memoAfter(document: DocumentModel, start: number, end: number): Insertion[] {
  const segments = segmentsOf(document, start, end);
  const offset = segments.at(-1)?.end ?? outOfMark(document, end);
  return [{ offset, text: ' {>>  <<}', placeholders: [{ start: 5, end: 5 }] }];
}

/** A backslash that stands free would escape the brace after it: it is doubled. */
function backslashBefore(document: DocumentModel, offset: number): string {
  const index = document.source.blockAt(offset);
  const block = document.source.blocks[index];
  const place = offset - document.source.startOf(Math.max(0, index));
  if (block === undefined || block.text[place - 1] !== '\\') return '';
  // The second sign of an escape is a character already.
  return block.tree.escapes.includes(place - 2) ? '' : '\\';
}

/** The parts of a selection that one tag each can go around, trimmed, in order of place. */
function segmentsOf(document: DocumentModel, start: number, end: number): Segment[] {
  const { source } = document;
  const segments: Segment[] = [];
  const first = Math.max(0, source.blockAt(start));
  for (let index = first; index < source.blocks.length && source.startOf(index) < end; index++) {
    const block = source.blocks[index] as Block;
    const base = source.startOf(index);
    const low = Math.max(start - base, textStart(block));
    const high = Math.min(end - base, block.contentLength);
    for (const segment of splitAtTags(block, low, high)) {
      segments.push({ start: base + segment.start, end: base + segment.end });
    }
  }
  return segments;
}

/** Where a block's words start: in a heading, after its signs. */
function textStart(block: Block): number {
  return block.level === 0 ? 0 : (/^#+[ \t]*/.exec(block.text)?.[0].length ?? 0);
}

/** A range of a block, cut where it would cross the marks of a tag, each part free of half marks. */
function splitAtTags(block: Block, low: number, high: number): Segment[] {
  const borders: Segment[] = [];
  for (const tag of block.tree.tags) {
    const holdsStart = tag.start < low && low < tag.end;
    const holdsEnd = tag.start < high && high < tag.end;
    const opening = { start: tag.start, end: tag.bodyStart };
    const closing = { start: tag.bodyEnd, end: tag.end };
    if (holdsEnd && !holdsStart && tag.start >= low) borders.push(opening);
    if (holdsStart && !holdsEnd && tag.end <= high) borders.push(closing);
    // Whatever else the range starts or ends in the middle of, it is moved out of.
    for (const mark of [opening, closing]) {
      if (mark.start < low && low < mark.end) borders.push(mark);
      if (mark.start < high && high < mark.end) borders.push(mark);
    }
  }
  for (const memo of block.tree.memos) {
    if ((memo.start < low && low < memo.end) || (memo.start < high && high < memo.end)) borders.push(memo);
  }
  for (const backslash of block.tree.escapes) {
    if (backslash + 1 === low || backslash + 1 === high)
      borders.push({ start: backslash, end: backslash + 2 });
  }
  borders.sort((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let from = low;
  for (const border of borders) {
    if (border.start > from) segments.push({ start: from, end: Math.min(border.start, high) });
    from = Math.max(from, border.end);
  }
  if (from < high) segments.push({ start: from, end: high });
  return segments.map((segment) => trimmed(block.text, segment)).filter(({ start, end }) => start < end);
}

function trimmed(text: string, { start, end }: Segment): Segment {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

/** The next place after an offset that is in no mark and no memo. */
function outOfMark(document: DocumentModel, offset: number): number {
  const { source } = document;
  const index = Math.max(0, source.blockAt(offset));
  const block = source.blocks[index];
  if (block === undefined) return offset;
  const base = source.startOf(index);
  let place = Math.min(Math.max(offset - base, textStart(block)), block.contentLength);
  const ranges = [
    ...block.tree.tags.flatMap((tag) => [
      { start: tag.start, end: tag.bodyStart },
      { start: tag.bodyEnd, end: tag.end },
    ]),
    ...block.tree.memos,
  ].sort((a, b) => a.start - b.start);
  for (const range of ranges) if (range.start < place && place < range.end) place = range.end;
  return base + place;
}

function wordsOf(document: DocumentModel, { start, end }: Segment): string {
  const { published } = document;
  return published.text.slice(published.fromSource(start), published.fromSource(end));
}

/** The actor that goes by these words, or an id made of them. */
function actorIdFor(workspace: Workspace, document: DocumentModel, words: string): string {
  const wanted = words.trim().normalize('NFC').toLowerCase();
  const actor = workspace
    .namesFor(document)
    .actors.find(({ id, name, aka }) =>
      [id, name, ...aka.map((other) => other.value)].some((each) => each.toLowerCase() === wanted),
    );
  return actor?.id ?? slugOf(words);
}

/** Refuses what would change the published text: a last guard, whatever the marks in it. */
function checked(document: DocumentModel, insertions: readonly Insertion[]): Tagging {
  let text = document.source.text;
  const before = strip(document.source);
  for (const { offset, text: inserted } of [...insertions].reverse()) {
    text = text.slice(0, offset) + inserted + text.slice(offset);
  }
  if (strip(new SourceDocument(text)) === before) return { insertions, refusal: null };
  return refuse(
    'The marks around the selection are not sound. Mend them first: tagging it now would change the text.',
  );
}
