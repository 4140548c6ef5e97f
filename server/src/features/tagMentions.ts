/** Tagging every mention of an actor: wherever a document calls it by name and no tag says so yet. */
import type { Actor } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { PublishedBlock } from '../rules/publishedBlock.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import type { Block } from '../syntax/document.ts';
import { actorCalled, NameFinder } from './actorWords.ts';
import { bodyAround, outwards, tagAround } from './enclosingTag.ts';
import { around, editsOf } from './marks.ts';
import { publishedWords, type Segment, segmentsOf } from './selection.ts';
import { nameAt } from './target.ts';

/** The actor that a cursor or selection is about: named by id, mentioned, or called by the selected words. */
export function actorAt(
  workspace: Workspace,
  document: DocumentModel,
  start: number,
  end: number,
): Actor | null {
  const names = workspace.namesFor(document);
  const id = idAt(document, start, end);
  if (id === AUTHOR && document.head.authors.length === 0) return null;
  if (id !== null) return names.actor(id);
  return start < end ? actorCalled(names, publishedWords(document, { start, end })) : null;
}

/** The edits that tag the mentions of an actor, in order of place, block by block. */
export function* mentionEdits(
  workspace: Workspace,
  document: DocumentModel,
  actor: Actor,
): Generator<FileEdit[]> {
  const finder = new NameFinder(actor, workspace.namesFor(document).actors);
  for (const [index, block] of document.source.blocks.entries()) {
    const mentions = untaggedIn(document, block, document.source.startOf(index), finder);
    const edits = mentions.flatMap((mention) =>
      editsOf(around(document, mention, { text: `{@${actor.id}: ` })),
    );
    // Where marks are unsound, the block has to be mended first.
    if (edits.length > 0 && keepsPublishedText(document, edits)) yield edits;
  }
}

function idAt(document: DocumentModel, start: number, end: number): string | null {
  const name = nameAt(document, start);
  if (name !== null) return name.kind === 'actor' && end <= name.end ? name.id : null;
  const mention = tagAround(document, start, end)?.tag;
  const [only, ...others] = mention?.head.actors ?? [];
  return only && others.length === 0 ? only.id.normalize('NFC') : null;
}

function untaggedIn(document: DocumentModel, block: Block, base: number, finder: NameFinder): Segment[] {
  const published = new PublishedBlock(block);
  const found: Segment[] = [];
  for (const { start, end } of finder.in(published.text)) {
    const segment = { start: base + published.toSource(start), end: base + published.toSource(end - 1) + 1 };
    if (isWhole(document, segment) && !touchesMention(document, segment)) found.push(segment);
  }
  return found;
}

/** Whether one tag can go around just these words. */
function isWhole(document: DocumentModel, { start, end }: Segment): boolean {
  const [only, ...others] = segmentsOf(document, start, end);
  return only !== undefined && others.length === 0 && only.start === start && only.end === end;
}

/** Whether words stand in a mention, or hold one. */
function touchesMention(document: DocumentModel, { start, end }: Segment): boolean {
  const place = bodyAround(document, start, end);
  const { source } = document;
  const index = source.blockAt(start);
  const [from, to] = [start - source.startOf(index), end - source.startOf(index)];
  const tags = source.blocks[index]?.tree.tags ?? [];
  if (tags.some((tag) => tag.kind === 'mention' && from <= tag.start && tag.end <= to)) return true;
  return place !== null && [...outwards(place)].some((each) => tags[each]?.kind === 'mention');
}
