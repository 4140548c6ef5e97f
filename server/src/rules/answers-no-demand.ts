import { subjectOf } from './describe.ts';
import type { Rule } from './rule.ts';
import { soundUses } from './sound.ts';

export const answersNoDemand: Rule = {
  name: 'answers-no-demand',
  group: 'Sense',
  severity: 'warning',
  summary: 'A statement answers a claim, where only demands are answered.',
  mends: [],
  *checkBlock(context) {
    for (const use of soundUses(context, 'statement')) {
      const tag = context.tree.tags[use.tag];
      if (use.attribute !== 'answers' || tag === undefined) continue;
      if (context.names.statement(use.id)?.fact.kind !== 'claim') continue;
      yield {
        start: use.start - 1,
        end: use.end,
        message: `${subjectOf(tag)} answers #${use.id}, which is a claim and asks for nothing. Use rebuts or supports, or name the demand.`,
      };
    }
  },
};
