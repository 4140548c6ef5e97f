/** The parts of a selection that one tag each can go around, free of half marks. */
import type { DocumentModel } from '../model/document.ts';
import type { Block } from '../syntax/document.ts';

/** A stretch of a text. */
export interface Segment {
  start: number;
  end: number;
}

/** The parts of a selection that one tag each can go around, trimmed, in order of place. */
export function segmentsOf({ source }: DocumentModel, start: number, end: number): Segment[] {
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

/** The published words of a segment. */
export function publishedWords({ published }: DocumentModel, { start, end }: Segment): string {
  return published.text.slice(published.fromSource(start), published.fromSource(end));
}

/** The next place after an offset that is in no mark and no memo. */
export function outOfMark({ source }: DocumentModel, offset: number): number {
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

/** Where a block's words start: in a heading, after its signs. */
function textStart(block: Block): number {
  return block.level === 0 ? 0 : (/^#+[ \t]*/.exec(block.text)?.[0].length ?? 0);
}

/** A range of a block, cut where it would cross the marks of a tag, each part free of half marks. */
function splitAtTags(block: Block, low: number, high: number): Segment[] {
  const borders = bordersIn(block, low, high).sort((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let from = low;
  for (const border of borders) {
    if (border.start > from) segments.push({ start: from, end: Math.min(border.start, high) });
    from = Math.max(from, border.end);
  }
  if (from < high) segments.push({ start: from, end: high });
  return segments.map((segment) => trimmed(block.text, segment)).filter(({ start, end }) => start < end);
}

/** The marks that a range would cross, and whatever else it starts or ends in the middle of. */
function bordersIn({ tree }: Block, low: number, high: number): Segment[] {
  const borders: Segment[] = [];
  const addIfCut = (mark: Segment) => {
    if ((mark.start < low && low < mark.end) || (mark.start < high && high < mark.end)) borders.push(mark);
  };
  for (const tag of tree.tags) {
    const holdsStart = tag.start < low && low < tag.end;
    const holdsEnd = tag.start < high && high < tag.end;
    const opening = { start: tag.start, end: tag.bodyStart };
    const closing = { start: tag.bodyEnd, end: tag.end };
    if (holdsEnd && !holdsStart && tag.start >= low) borders.push(opening);
    if (holdsStart && !holdsEnd && tag.end <= high) borders.push(closing);
    addIfCut(opening);
    addIfCut(closing);
  }
  for (const { start, end } of tree.memos) addIfCut({ start, end });
  for (const backslash of tree.escapes) {
    if (backslash + 1 === low || backslash + 1 === high)
      borders.push({ start: backslash, end: backslash + 2 });
  }
  return borders;
}

function trimmed(text: string, { start, end }: Segment): Segment {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
