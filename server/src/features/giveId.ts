/** Giving a statement an id, made from its words. */
import type { DocumentModel } from '../model/document.ts';
import { ownId } from '../model/facts.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import { stripRange } from '../syntax/strip.ts';
import { outwards, tagAround } from './enclosingTag.ts';
import { freeStatementId, slugOf } from './ids.ts';
import type { TagPlace } from './target.ts';

/** The id of a statement, and the edits that give it one if it has none. */
export interface Identified {
  readonly id: string;
  readonly edits: readonly FileEdit[];
}

/**
 * The id of the statement that a tag is, or is a piece of.
 *
 * @returns null for a mention, and for a tag that is broken or of unknown kind: it has to be mended first
 */
export function identified(document: DocumentModel, { tag, block, blockStart }: TagPlace): Identified | null {
  if (tag.fault !== null || tag.kind === 'mention' || tag.kind === 'unknown') return null;
  const id = ownId(tag);
  if (id !== null) return { id, edits: [] };
  const { head } = tag;
  // Half an id is a mistake of its own.
  if (tag.kind === 'continuation' || head.attributes.some(({ name }) => name === '#')) return null;
  const words = stripRange(block, tag.bodyStart, tag.bodyEnd);
  const given = freeStatementId(document, slugOf(words));
  const place = blockStart + head.start + head.word.length;
  return { id: given, edits: [{ start: place, end: place, text: ` #${given}` }] };
}

/** Gives the innermost statement around a range an id; null where it has one. */
export function giveId(document: DocumentModel, start: number, end: number): Identified | null {
  const around = tagAround(document, start, end);
  if (around === null) return null;
  for (const index of outwards(around)) {
    const tag = around.block.tree.tags[index];
    if (tag === undefined || tag.kind === 'mention') continue;
    const found = identified(document, { ...around, index, tag });
    return found && found.edits.length > 0 && keepsPublishedText(document, found.edits) ? found : null;
  }
  return null;
}
