/** What stands at a place: the base of hover, definition, references and highlight. */
import type { DocumentModel } from '../model/document.ts';
import { factsOf, type NamePlace } from '../model/facts.ts';
import type { CodebookFile } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import type { Tag } from '../syntax/tree.ts';

/** A tag, with the block that it stands in; offsets in it are from `blockStart`. */
export interface TagPlace {
  readonly block: Block;
  readonly blockStart: number;
  readonly index: number;
  readonly tag: Tag;
}

/** The name at an offset, its sign included; offsets of the result are from the document's start. */
export function nameAt(document: DocumentModel, offset: number): NamePlace | null {
  const { preamble } = document.source;
  if (offset < preamble.text.length) return nameIn(document.headPlaces, offset, 0);
  const index = document.source.blockAt(offset);
  const block = document.source.blocks[index];
  if (block === undefined) return null;
  const start = document.source.startOf(index);
  return nameIn(factsOf(block), offset - start, start);
}

/** The name at an offset of a codebook. */
export function nameInCodebook(file: CodebookFile, offset: number): NamePlace | null {
  return nameIn(file.places, offset, 0);
}

interface Places {
  readonly definitions: readonly NamePlace[];
  readonly uses: readonly NamePlace[];
}

/** The narrowest name around an offset: in `#document/id` the document's name lies within the statement's. */
function nameIn({ definitions, uses }: Places, offset: number, base: number): NamePlace | null {
  let found: NamePlace | null = null;
  for (const place of [...definitions, ...uses]) {
    const isAround = place.start - signLength(place) <= offset && offset <= place.end;
    if (isAround && (found === null || place.end - place.start < found.end - found.start)) found = place;
  }
  return found && { ...found, start: found.start + base, end: found.end + base };
}

/** Whether a sign stands before a name that is part of it: `@` or `#`, in texts only. */
function signLength({ kind, tag }: NamePlace): number {
  return tag >= 0 && kind !== 'attribute' && kind !== 'topic' ? 1 : 0;
}

/** The innermost tag around an offset, or null. */
export function tagAt(document: DocumentModel, offset: number): TagPlace | null {
  const index = document.source.blockAt(offset);
  const block = document.source.blocks[index];
  if (block === undefined) return null;
  const blockStart = document.source.startOf(index);
  const within = offset - blockStart;
  const found = block.tree.tags.findLastIndex((tag) => tag.start <= within && within <= tag.end);
  const tag = block.tree.tags[found];
  return tag ? { block, blockStart, index: found, tag } : null;
}

/** Whether an offset stands in the opening or closing mark of a tag, and not in its words. */
export function isInMark({ tag, blockStart }: TagPlace, offset: number): boolean {
  const within = offset - blockStart;
  return within < tag.bodyStart || (within >= tag.bodyEnd && tag.end > tag.bodyEnd);
}
