/** The innermost tag around a cursor or a selection. */
import type { DocumentModel } from '../model/document.ts';
import type { Tag } from '../syntax/tree.ts';
import type { TagPlace } from './target.ts';

/** The innermost tag that holds a range, its marks included; null without one, or over several blocks. */
export function tagAround(document: DocumentModel, start: number, end: number): TagPlace | null {
  return innermost(document, start, end, (tag, from, to) => tag.start <= from && to <= tag.end);
}

/** The innermost tag whose words hold a range, its marks excluded. */
export function bodyAround(document: DocumentModel, start: number, end: number): TagPlace | null {
  return innermost(document, start, end, (tag, from, to) => tag.bodyStart <= from && to <= tag.bodyEnd);
}

/** A tag and those around it, from the inside out. */
export function* outwards({ block, index }: TagPlace): Generator<number> {
  for (let each = index; each >= 0; each = block.tree.tags[each]?.parent ?? -1) yield each;
}

function innermost(
  { source }: DocumentModel,
  start: number,
  end: number,
  holds: (tag: Tag, from: number, to: number) => boolean,
): TagPlace | null {
  const blockIndex = source.blockAt(start);
  const block = source.blocks[blockIndex];
  if (block === undefined) return null;
  const blockStart = source.startOf(blockIndex);
  const index = block.tree.tags.findLastIndex((tag) => holds(tag, start - blockStart, end - blockStart));
  const tag = block.tree.tags[index];
  return tag ? { block, blockStart, index, tag } : null;
}
