import type { Actor } from '../codebook/codebook.ts';
import { stripRange } from '../syntax/strip.ts';
import type { Tag } from '../syntax/tree.ts';
import { foldName } from './actorNames.ts';
import { either } from './describe.ts';
import { replacing } from './edits.ts';
import type { BlockContext, Rule } from './rule.ts';
import { isSound } from './sound.ts';

export const mentionMismatch: Rule = {
  name: 'mention-mismatch',
  group: 'Coverage',
  severity: 'warning',
  summary: 'The words of a mention are the name of another actor.',
  mends: ['suggestion'],
  *checkBlock(context) {
    const { block, tree, facts } = context;
    for (const index of facts.mentions) {
      const tag = tree.tags[index] as Tag;
      const [first, last] = [tag.head.actors[0], tag.head.actors.at(-1)];
      if (!first || !last || !isSound(block, tag)) continue;
      const others = othersCalled(context, tag);
      if (others.length === 0) continue;
      const range = { start: first.start, end: last.end };
      const ids = others.map((id) => `@${id}`);
      yield {
        ...range,
        message: `These words are a name of ${either(ids)}, so this counts for the wrong actor. Correct the id, or add the name to those of ${tagged(tag)}.`,
        fixes: ids.map((id) => replacing(`Change to ${id}`, 'suggestion', range, id)),
      };
    }
  },
};

/** Who goes by the words of a mention, if none of those that it names does. */
function othersCalled({ block, names }: BlockContext, tag: Tag): readonly string[] {
  const actors = tag.head.actors.map(({ id }) => names.expand(id.normalize('NFC')));
  if (actors.some((each) => each.length === 0)) return [];
  const words = stripRange(block, tag.bodyStart, tag.bodyEnd);
  const holders = names.search.called(words);
  const isOwn = actors.flat().some((actor) => holders.includes(actor.id) || goesBy(actor, words));
  return isOwn ? [] : holders;
}

/** In whatever case: the words may begin a sentence, or shout. */
function goesBy({ name, aka }: Actor, words: string): boolean {
  const wanted = foldName(words);
  return [name, ...aka.map(({ value }) => value)].some((each) => foldName(each) === wanted);
}

function tagged({ head }: Tag): string {
  return either(head.actors.map(({ id }) => `@${id}`));
}
