/** More words for a statement: the selection as a continuation of the nearest statement before it. */
import type { DocumentModel } from '../model/document.ts';
import { ownId } from '../model/facts.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import { outwards, tagAround } from './enclosingTag.ts';
import { type Identified, identified } from './giveId.ts';
import { around, editsOf } from './marks.ts';
import { segmentsOf } from './selection.ts';

/** The edits that make the selected words a continuation, and of which statement; null where there is none. */
export function continueStatement(document: DocumentModel, start: number, end: number): Identified | null {
  const segments = segmentsOf(document, start, end);
  const [first] = segments;
  if (first === undefined) return null;
  const statement = nearestBefore(document, first.start, idsAround(document, first));
  if (statement === null) return null;
  const added = segments.flatMap((segment) => around(document, segment, { text: `{+#${statement.id}: ` }));
  const edits: FileEdit[] = [...statement.edits, ...editsOf(added)];
  return keepsPublishedText(document, edits) ? { id: statement.id, edits } : null;
}

/** The last statement, or piece of one, that ends before an offset. */
function nearestBefore(
  document: DocumentModel,
  offset: number,
  excluded: ReadonlySet<string>,
): Identified | null {
  const { source } = document;
  for (let blockIndex = source.blockAt(offset); blockIndex >= 0; blockIndex--) {
    const block = source.blocks[blockIndex];
    if (block === undefined) continue;
    const blockStart = source.startOf(blockIndex);
    for (let index = block.tree.tags.length - 1; index >= 0; index--) {
      const tag = block.tree.tags[index];
      if (tag === undefined || blockStart + tag.end > offset) continue;
      const found = identified(document, { block, blockStart, index, tag });
      if (found !== null && !excluded.has(found.id)) return found;
    }
  }
  return null;
}

/** A statement does not continue inside itself. */
function idsAround(document: DocumentModel, { start, end }: { start: number; end: number }): Set<string> {
  const place = tagAround(document, start, end);
  const tags = place === null ? [] : [...outwards(place)].map((index) => place.block.tree.tags[index]);
  return new Set(tags.flatMap((tag) => (tag ? (ownId(tag) ?? []) : [])));
}
