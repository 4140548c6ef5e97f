/** Where a block calls actors by name and no tag says so. */
import type { TextRange } from '../codebook/codebook.ts';
import type { NamedWords, NameSearch } from '../model/nameSearch.ts';
import type { Block } from '../syntax/document.ts';
import type { Tag } from '../syntax/tree.ts';
import { PublishedBlock } from './publishedBlock.ts';

/**
 * The names in a block's words that one mention could go around, in order of place; offsets are from its start.
 * Those in a mention are left out, whoever it names, and so are those in the signs of a heading.
 */
export function untaggedNames(block: Block, search: NameSearch): NamedWords[] {
  const published = new PublishedBlock(block);
  const names = search.in(published.text);
  if (names.length === 0) return [];
  const isFree = freeOfTags(block);
  const textStart = block.level === 0 ? 0 : (/^#+[ \t]*/.exec(block.text)?.[0].length ?? 0);
  return names
    .map(({ start, end, actors }) => ({
      start: published.toSource(start),
      end: published.toSource(end - 1) + 1,
      actors,
    }))
    .filter((name) => name.start >= textStart && isFree(name));
}

/** One pass over names and tags together: a paragraph may have very many of both. */
function freeOfTags(block: Block): (range: TextRange) => boolean {
  const walk = new TagWalk(block);
  const escapes = new Set(block.tree.escapes);
  return ({ start, end }) => {
    const around = walk.to(start);
    const mentions = walk.mentionsPassed;
    const isInOneTag = walk.to(end - 1) === around;
    return isInOneTag && !walk.isInMention && walk.mentionsPassed === mentions && !escapes.has(start - 1);
  };
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
