/** Tagging every mention of an actor: wherever a document calls it by name and no tag says so yet. */
import type { Actor } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { PublishedBlock } from '../rules/publishedBlock.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import type { Block } from '../syntax/document.ts';
import type { Tag } from '../syntax/tree.ts';
import { actorCalled, NameFinder } from './actorWords.ts';
import { tagAround } from './enclosingTag.ts';
import { around, editsOf } from './marks.ts';
import { publishedWords, type Segment } from './selection.ts';
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
    const mentions = untaggedIn(block, document.source.startOf(index), finder);
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

/** One pass over names and tags together: a paragraph may have very many of both. */
function untaggedIn(block: Block, base: number, finder: NameFinder): Segment[] {
  const published = new PublishedBlock(block);
  const walk = new TagWalk(block);
  const escapes = new Set(block.tree.escapes);
  const found: Segment[] = [];
  for (const name of finder.in(published.text)) {
    const start = published.toSource(name.start);
    const last = published.toSource(name.end - 1);
    const around = walk.to(start);
    const mentions = walk.mentionsPassed;
    const isInOneTag = walk.to(last) === around;
    const isFree = !walk.isInMention && walk.mentionsPassed === mentions && !escapes.has(start - 1);
    if (isInOneTag && isFree) found.push({ start: base + start, end: base + last + 1 });
  }
  return found;
}

/** Which tags are open at places of a block's words, asked for from its start on. */
class TagWalk {
  readonly #tags: readonly Tag[];
  readonly #open: Tag[] = [];
  #next = 0;
  #mentionsOpen = 0;
  /** How many mentions have begun so far. */
  mentionsPassed = 0;

  constructor({ tree }: Block) {
    this.#tags = tree.tags;
  }

  get isInMention(): boolean {
    return this.#mentionsOpen > 0;
  }

  /** Goes on to a place. @returns the innermost tag there */
  to(place: number): Tag | null {
    for (let tag = this.#tags[this.#next]; tag && tag.start < place; tag = this.#tags[++this.#next]) {
      this.#closeUntil(tag.start);
      this.#open.push(tag);
      if (tag.kind !== 'mention') continue;
      this.mentionsPassed++;
      this.#mentionsOpen++;
    }
    this.#closeUntil(place);
    return this.#open.at(-1) ?? null;
  }

  #closeUntil(place: number): void {
    for (let tag = this.#open.at(-1); tag && tag.bodyEnd <= place; tag = this.#open.at(-1)) {
      this.#open.pop();
      if (tag.kind === 'mention') this.#mentionsOpen--;
    }
  }
}
