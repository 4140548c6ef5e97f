import { insertEntry } from '../codebook/insertEntry.ts';
import type { NamePlace } from '../model/facts.ts';
import { nearestName } from './nearest.ts';
import type { BlockContext, Fix, Rule } from './rule.ts';

export const undefinedActor: Rule = {
  name: 'undefined-actor',
  group: 'Names',
  severity: 'error',
  summary: 'An actor is named that neither the codebook nor the head defines.',
  mends: ['suggestion'],
  *checkBlock(context) {
    for (const use of context.facts.uses) {
      if (use.kind !== 'actor' || context.tree.tags[use.tag]?.fault) continue;
      if (context.names.actor(use.id) !== null) continue;
      const near = nearestName(
        use.id,
        context.names.actors.map((actor) => actor.id),
      );
      const hint = near === null ? 'Add it to the codebook, or correct the name.' : `Did you mean @${near}?`;
      yield {
        start: use.start - 1,
        end: use.end,
        message: `Nobody knows the actor @${use.id}. ${hint}`,
        fixes: [...replaceBy(near, use), ...addToCodebook(context, use)],
      };
    }
  },
};

function replaceBy(near: string | null, use: NamePlace): Fix[] {
  if (near === null) return [];
  const edits = [{ start: use.start, end: use.end, text: near }];
  return [{ title: `Change to @${near}`, kind: 'suggestion', edits }];
}

/** Adds the actor to the codebook, with the words of the mention as its name. */
function addToCodebook({ block, names, tree, facts }: BlockContext, use: NamePlace): Fix[] {
  const { file } = names;
  if (file === null) return [];
  const mention = facts.mentions.map((index) => tree.tags[index]).find((tag) => tag === tree.tags[use.tag]);
  const words = mention ? block.text.slice(mention.bodyStart, mention.bodyEnd) : '';
  const name = /^[^{}\\\r\n]+$/.test(words) ? words : use.id;
  const edit = insertEntry(file.text, 'actors', use.id, { name });
  if (edit === null) return [];
  return [
    { title: `Add @${use.id} to the codebook`, kind: 'suggestion', edits: [{ ...edit, location: file.location }] },
  ];
}
