/** The statements of a document that have an attribute, for rules that compare statements with each other. */
import type { Statement } from '../model/document.ts';
import { factsOf, nameKey } from '../model/facts.ts';
import type { DocumentContext } from './rule.ts';
import { isSound } from './sound.ts';

/** Sound claims and demands with an attribute, in order of place. Costs what the blocks that use it cost. */
export function statementsWith({ document }: DocumentContext, attribute: string): Statement[] {
  const blocks = [...document.blocksUsing(nameKey('attribute', attribute))];
  if (blocks.length > 1) blocks.sort((a, b) => document.indexOf(a) - document.indexOf(b));
  const found: Statement[] = [];
  for (const block of blocks) {
    for (const fact of factsOf(block).statements) {
      const tag = block.tree.tags[fact.tag];
      const own = fact.attributes.get(attribute);
      if (!tag || !own || own.malformed || fact.kind === 'unknown' || !isSound(block, tag)) continue;
      found.push({ document, block, fact, tag });
    }
  }
  return found;
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
