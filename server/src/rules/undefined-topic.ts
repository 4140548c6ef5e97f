import { nearestName } from '../codebook/nearest.ts';
import { addEntry } from './addEntry.ts';
import { changeTo } from './edits.ts';
import { codebookIsMissing } from './problems.ts';
import type { Rule } from './rule.ts';
import { soundUses } from './sound.ts';

export const undefinedTopic: Rule = {
  name: 'undefined-topic',
  group: 'Names',
  severity: 'error',
  summary: 'A topic is named that neither the codebook nor the head defines.',
  mends: ['suggestion'],
  *checkBlock(context) {
    if (codebookIsMissing(context)) return;
    const { names } = context;
    for (const use of soundUses(context, 'topic')) {
      if (names.topic(use.id) !== null) continue;
      const ids = () => names.topics.map((topic) => topic.id);
      yield {
        start: use.start,
        end: use.end,
        message: () => {
          const near = nearestName(use.id, ids());
          const advice = near === null ? 'Add it, or correct it.' : `Did you mean ${near}?`;
          const where = names.file === null ? 'There is no codebook, and the head' : 'The codebook';
          return `${where} has no topic “${use.id}”, so nobody can say what it covers. ${advice}`;
        },
        fixes: () => [...changeTo(nearestName(use.id, ids()), use), ...addEntry(context, 'topics', use)],
      };
    }
  },
};
