/** Which demands may be answered otherwise since a change of some blocks. */
import type { Block, BlockChange } from '../syntax/document.ts';
import type { DocumentModel } from './document.ts';
import { factsOf, type NameKey, nameKey, usesOf } from './facts.ts';

/** Where demands have to be looked at again. */
export interface AnswersTouched {
  /** Blocks of the document that changed. */
  readonly blocks: ReadonlySet<Block>;
  /** Statements of documents by their ids, this one's too if it names itself. */
  readonly others: ReadonlyMap<string, ReadonlySet<NameKey>>;
}

/**
 * The demands that a change of a document touches: those that its blocks answer or introduce, and those of its blocks.
 * A statement within a continuation takes over what the continued one says, so a change of that leads to the blocks
 * that go on with it; and of two statements with one id, the first alone counts.
 */
export function answersTouched(document: DocumentModel, { removed, added }: BlockChange): AnswersTouched {
  const blocks = new Set<Block>();
  const others = new Map<string, Set<NameKey>>();
  const waiting: Block[] = [...removed, ...added];
  const seen = new Set(waiting);
  // Each name is followed once: thousands of statements may have the same.
  const defined = new Set<NameKey>();
  const used = new Set<NameKey>();
  const lookAt = (block: Block) => {
    if (seen.has(block)) return;
    seen.add(block);
    waiting.push(block);
  };
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    blocks.add(block);
    const { uses, definitions } = factsOf(block);
    for (const { kind, attribute, id, key } of uses) {
      if (kind !== 'statement' || (attribute !== 'answers' && attribute !== '')) continue;
      if (used.has(key)) continue;
      used.add(key);
      const slash = id.indexOf('/');
      if (slash < 0) for (const definer of document.blocksDefining(key)) blocks.add(definer);
      else {
        const ids = others.get(id.slice(0, slash)) ?? new Set();
        others.set(id.slice(0, slash), ids.add(nameKey('statement', id.slice(slash + 1))));
      }
    }
    for (const { key } of definitions) {
      if (defined.has(key)) continue;
      defined.add(key);
      for (const twin of document.blocksDefining(key)) lookAt(twin);
      for (const user of document.blocksUsing(key))
        if (usesOf(factsOf(user), key).some(isContinuation)) lookAt(user);
    }
  }
  return { blocks, others };
}

function isContinuation({ attribute }: { readonly attribute: string }): boolean {
  return attribute === '';
}
