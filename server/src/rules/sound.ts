/**
 * Which tags are sound. A tag that is broken, of unknown kind or empty has that one mistake reported; what else may
 * be wrong with it waits until it is mended.
 */
import type { NameKind, NamePlace, StatementFact } from '../model/facts.ts';
import type { Block } from '../syntax/document.ts';
import type { Tag } from '../syntax/tree.ts';
import type { BlockContext } from './rule.ts';

const cache = new WeakMap<Block, ReadonlySet<Tag>>();

/** A statement whose tag is sound. */
export interface SoundStatement {
  readonly fact: StatementFact & { readonly kind: 'claim' | 'demand' };
  readonly tag: Tag;
}

export function isSound(block: Block, tag: Tag): boolean {
  return tag.fault === null && tag.kind !== 'unknown' && !emptyTags(block).has(tag);
}

/** The claims and demands of a block. */
export function* soundStatements({ block, tree, facts }: BlockContext): Generator<SoundStatement> {
  for (const fact of facts.statements) {
    const tag = tree.tags[fact.tag];
    if (tag && fact.kind !== 'unknown' && isSound(block, tag))
      yield { fact: fact as SoundStatement['fact'], tag };
  }
}

/** The uses of names in the sound tags of a block. */
export function* soundUses({ block, tree, facts }: BlockContext, kind: NameKind): Generator<NamePlace> {
  for (const use of facts.uses) {
    const tag = tree.tags[use.tag];
    if (use.kind === kind && tag && isSound(block, tag)) yield use;
  }
}

/** The tags of a block whose body holds nothing but white space and memos. */
export function emptyTags(block: Block): ReadonlySet<Tag> {
  let empty = cache.get(block);
  if (empty === undefined) {
    empty = findEmpty(block);
    cache.set(block, empty);
  }
  return empty;
}

const SPACE = /\s*/y;

function findEmpty({ text, tree }: Block): ReadonlySet<Tag> {
  const memoEnds = new Map(tree.memos.map((memo) => [memo.start, memo.end]));
  const empty = new Set<Tag>();
  for (const tag of tree.tags) {
    let place = tag.bodyStart;
    for (;;) {
      SPACE.lastIndex = place;
      SPACE.test(text);
      place = SPACE.lastIndex;
      const memoEnd = memoEnds.get(place);
      if (memoEnd === undefined || place >= tag.bodyEnd) break;
      place = memoEnd;
    }
    if (place >= tag.bodyEnd) empty.add(tag);
  }
  return empty;
}
