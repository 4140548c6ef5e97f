/** More words for a statement: the selection as a continuation of the nearest statement before it. */
import type { DocumentModel, Statement } from '../model/document.ts';
import { ownId } from '../model/facts.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import type { Tag } from '../syntax/tree.ts';
import { outwards, tagAround } from './enclosingTag.ts';
import { type Identified, identified } from './giveId.ts';
import { around, editsOf } from './marks.ts';
import { type Segment, segmentsOf } from './selection.ts';

/**
 * The edits that make the selected words a continuation, and of which statement; null where there is none.
 *
 * @param tagStart where the statement's tag starts; without, the nearest one before the words is continued
 */
export function continueStatement(
  document: DocumentModel,
  start: number,
  end: number,
  tagStart?: number,
): Identified | null {
  const segments = segmentsOf(document, start, end);
  const [first] = segments;
  if (first === undefined) return null;
  const excluded = idsAround(document, first);
  const statement =
    tagStart === undefined
      ? nearestBefore(document, first.start, excluded)
      : statementAtTag(document, tagStart, tagsAround(document, first));
  if (statement === null) return null;
  const added = segments.flatMap((segment) => around(document, segment, { text: `{+#${statement.id}: ` }));
  const edits: FileEdit[] = [...statement.edits, ...editsOf(added)];
  return keepsPublishedText(document, edits) ? { id: statement.id, edits } : null;
}

/** The statements that a selection may continue, nearest first. @param most so many and no more */
export function continuable(document: DocumentModel, start: number, end: number, most: number): Statement[] {
  const [first] = segmentsOf(document, start, end);
  if (first === undefined) return [];
  const around = tagsAround(document, first);
  const excluded = idsOf(around);
  const near: { readonly statement: Statement; readonly distance: number }[] = [];
  for (const block of document.source.blocks) {
    const base = document.startOf(block);
    for (const statement of document.statementsIn(block)) {
      const { fact, tag } = statement;
      if (fact.kind === 'unknown' || tag.fault !== null || around.includes(tag)) continue;
      if (fact.id !== null && excluded.has(fact.id)) continue;
      // One before the words is likelier than one as far after them.
      const before = first.start - (base + tag.end);
      near.push({ statement, distance: before >= 0 ? before : 2 * (base + tag.start - first.start) });
    }
  }
  near.sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
  return near.slice(0, most).map(({ statement }) => statement);
}

function statementAtTag(
  document: DocumentModel,
  tagStart: number,
  around: readonly Tag[],
): Identified | null {
  const place = tagAround(document, tagStart, tagStart + 1);
  if (place === null || place.blockStart + place.tag.start !== tagStart || around.includes(place.tag))
    return null;
  const found = identified(document, place);
  return found !== null && !idsOf(around).has(found.id) ? found : null;
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
function idsAround(document: DocumentModel, words: Segment): Set<string> {
  return idsOf(tagsAround(document, words));
}

function tagsAround(document: DocumentModel, { start, end }: Segment): Tag[] {
  const place = tagAround(document, start, end);
  return place === null ? [] : [...outwards(place)].flatMap((index) => place.block.tree.tags[index] ?? []);
}

function idsOf(tags: readonly Tag[]): Set<string> {
  return new Set(tags.flatMap((tag) => ownId(tag) ?? []));
}
