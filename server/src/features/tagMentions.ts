/** Tagging every mention of an actor: wherever a document calls it by name and no tag says so yet. */
import type { Actor } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import { NameSearch } from '../model/nameSearch.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import { untaggedNames } from '../rules/untaggedNames.ts';
import { actorCalled } from './actorWords.ts';
import { tagAround } from './enclosingTag.ts';
import { around, editsOf } from './marks.ts';
import { publishedWords } from './selection.ts';
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

/** The edits that tag the mentions of an actor, in order of place, block by block; none for one without. */
export function* mentionEdits(
  workspace: Workspace,
  document: DocumentModel,
  actor: Actor,
): Generator<FileEdit[]> {
  // An author whom only the head names is in no list of actors.
  const layers = [new Map([[actor.id, actor]]), ...workspace.namesFor(document).actorLayers];
  const search = new NameSearch(layers);
  for (const [index, block] of document.source.blocks.entries()) {
    const base = document.source.startOf(index);
    const edits = untaggedNames(block, search)
      .filter(({ actors }) => actors.includes(actor.id))
      .map(({ start, end }) => ({ start: base + start, end: base + end }))
      .flatMap((mention) => editsOf(around(document, mention, { text: `{@${actor.id}: ` })));
    // Where marks are unsound, the block has to be mended first.
    yield keepsPublishedText(document, edits) ? edits : [];
  }
}

function idAt(document: DocumentModel, start: number, end: number): string | null {
  const name = nameAt(document, start);
  if (name !== null) return name.kind === 'actor' && end <= name.end ? name.id : null;
  const mention = tagAround(document, start, end)?.tag;
  const [only, ...others] = mention?.head.actors ?? [];
  return only && others.length === 0 ? only.id.normalize('NFC') : null;
}
