/** What statements mean, as far as a rule that looks at one block may know it. */

import type { Statement } from '../model/document.ts';
import { AUTHOR, type Meaning, resolveStatement } from '../model/resolve.ts';
import type { Tag } from '../syntax/tree.ts';
import type { BlockContext, DocumentContext } from './rule.ts';
import { type SoundStatement, soundStatements } from './sound.ts';

export interface MeantStatement extends SoundStatement {
  readonly meaning: Meaning;
}

/** Several rules ask for the same, one after the other. */
const cache = new WeakMap<BlockContext, readonly MeantStatement[]>();

/** The claims and demands of a block with their meaning; those left out of which it is not known. */
export function meantStatements(context: BlockContext): readonly MeantStatement[] {
  let found = cache.get(context);
  if (found === undefined) {
    found = [...readMeant(context)];
    cache.set(context, found);
  }
  return found;
}

function* readMeant(context: BlockContext): Generator<MeantStatement> {
  for (const { fact, tag } of soundStatements(context)) {
    const meaning = knownMeaning(context, { document: context.document, block: context.block, fact, tag });
    if (meaning !== null) yield { fact, tag, meaning };
  }
}

/**
 * What a statement means, if that depends on the block and on statements that the block names, and on no more:
 * when those change, the block is looked at again. A continuation around a statement of another block leads
 * further than that.
 */
export function knownMeaning({ block }: BlockContext, statement: Statement): Meaning | null {
  const seen = new Set<Tag>();
  for (let current: Statement | null = statement; current !== null && !seen.has(current.tag); ) {
    seen.add(current.tag);
    const around = current.block.tree.tags[current.fact.outer];
    if (current.block !== block && around?.kind === 'continuation') return null;
    current = current.document.outerOf(current);
  }
  return resolveStatement(statement);
}

/** Whether an id means the document's author, by name or as `@author`. */
export function isAuthor({ document }: DocumentContext, id: string): boolean {
  return id === AUTHOR || document.head.authors.some((author) => author.value.normalize('NFC') === id);
}

/** A reference without the document's own id before it. */
export function localReference({ document }: DocumentContext, reference: string): string {
  return reference.startsWith(`${document.id}/`) ? reference.slice(document.id.length + 1) : reference;
}
