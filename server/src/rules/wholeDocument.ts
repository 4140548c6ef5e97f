/** The statements of a document that have an attribute, for rules that compare statements with each other. */
import type { Head } from '../codebook/codebook.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { factsOf, nameKey } from '../model/facts.ts';
import type { CodebookFile } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import type { DocumentContext } from './rule.ts';
import { isSound } from './sound.ts';

/** What a block says, and the head and codebook that it said it under. */
interface Known<T> {
  readonly head: Head;
  readonly file: CodebookFile | null;
  readonly read: readonly T[];
}

/**
 * A reader of the sound claims and demands of a document that have an attribute, in order of place. It costs what the
 * blocks cost that use the attribute; where the document is being edited, what the changed ones cost.
 *
 * @param read what to take of a statement: from its block, the head and the codebook; null for nothing
 */
export function readerOf<T>(
  attribute: string,
  read: (context: DocumentContext, statement: Statement) => T | null,
): (context: DocumentContext) => T[] {
  const cache = new WeakMap<Block, Known<T>>();
  return (context) => {
    const { document, names } = context;
    const { head } = document;
    const blocks = [...document.blocksUsing(nameKey('attribute', attribute))];
    if (blocks.length > 1) blocks.sort((a, b) => document.indexOf(a) - document.indexOf(b));
    const all: T[] = [];
    for (const block of blocks) {
      const known = cache.get(block);
      if (known?.head === head && known.file === names.file) {
        all.push(...known.read);
        continue;
      }
      const found: T[] = [];
      for (const statement of statementsWith(document, block, attribute)) {
        const each = read(context, statement);
        if (each !== null) found.push(each);
      }
      all.push(...found);
      // Within a continuation, other blocks have a say. And what nobody edits is read once: no need to keep it.
      const isKept = document.version > 0 && factsOf(block).continuations.length === 0;
      if (isKept) cache.set(block, { head, file: names.file, read: found });
    }
    return all;
  };
}

function* statementsWith(document: DocumentModel, block: Block, attribute: string): Generator<Statement> {
  for (const fact of factsOf(block).statements) {
    const tag = block.tree.tags[fact.tag];
    const own = fact.attributes.get(attribute);
    if (!tag || !own || own.malformed || fact.kind === 'unknown' || !isSound(block, tag)) continue;
    yield { document, block, fact, tag };
  }
}

/** Where an attribute of a statement stands in the document. */
export function placeOf(
  { document, block, fact }: Statement,
  attribute: string,
): { start: number; end: number } {
  const own = fact.attributes.get(attribute);
  const base = document.startOf(block);
  return { start: base + (own?.start ?? 0), end: base + (own?.end ?? 0) };
}

/** The actors that make a statement, `author` as those that it stands for. */
export function speakersOf({ names }: DocumentContext, by: readonly string[]): Set<string> {
  return new Set(
    by.flatMap((id) => {
      const actors = names.expand(id);
      return actors.length > 0 ? actors.map((actor) => actor.id) : [id];
    }),
  );
}
