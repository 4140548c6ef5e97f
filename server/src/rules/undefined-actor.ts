import { nearestName } from '../codebook/nearest.ts';
import { addEntry } from './addEntry.ts';
import { changeTo } from './edits.ts';
import { codebookIsMissing } from './problems.ts';
import type { Rule } from './rule.ts';
import { soundUses } from './sound.ts';

export const undefinedActor: Rule = {
  name: 'undefined-actor',
  group: 'Names',
  severity: 'error',
  summary: 'An actor is named that neither the codebook nor the head defines.',
  mends: ['suggestion'],
  *checkBlock(context) {
    if (codebookIsMissing(context)) return;
    const { names } = context;
    for (const use of soundUses(context, 'actor')) {
      if (names.actor(use.id) !== null) continue;
      const ids = () => ['author', ...names.actors.map((actor) => actor.id)];
      yield {
        start: use.start - 1,
        end: use.end,
        message: () => {
          const near = nearestName(use.id, ids());
          const advice = near === null ? 'Add it, or correct it.' : `Did you mean @${near}?`;
          const where = names.file === null ? 'There is no codebook, and the head' : 'The codebook';
          return `${where} has no actor @${use.id}, so nobody can say who this is. ${advice}`;
        },
        fixes: () => {
          const near = nearestName(use.id, ids());
          return [...changeTo(near, use, `@${near}`), ...addEntry(context, 'actors', use)];
        },
      };
    }
  },
};
