/** Whose demands the statements of some blocks answer. */
import type { Block, BlockChange } from '../syntax/document.ts';
import type { DocumentModel } from './document.ts';
import { factsOf, usesOf } from './facts.ts';

/**
 * Ids of the documents in which a demand may be answered otherwise since a change of this one. A statement within
 * a continuation takes over what the continued one says, so a change of that leads to the blocks that go on with it.
 */
export function documentsAnswered(document: DocumentModel, { removed, added }: BlockChange): Set<string> {
  const ids = new Set<string>();
  const waiting: Block[] = [...removed, ...added];
  const seen = new Set(waiting);
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const { uses, definitions } = factsOf(block);
    for (const { kind, attribute, id } of uses)
      if (kind === 'document' && attribute === 'answers') ids.add(id);
    for (const { key } of definitions) {
      for (const user of document.blocksUsing(key)) {
        if (seen.has(user) || !usesOf(factsOf(user), key).some(isContinuation)) continue;
        seen.add(user);
        waiting.push(user);
      }
    }
  }
  return ids;
}

function isContinuation({ attribute }: { readonly attribute: string }): boolean {
  return attribute === '';
}
