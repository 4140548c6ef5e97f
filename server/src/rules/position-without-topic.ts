import { subjectOf } from './describe.ts';
import type { Rule } from './rule.ts';
import { soundStatements } from './sound.ts';

export const positionWithoutTopic: Rule = {
  name: 'position-without-topic',
  group: 'Sense',
  severity: 'error',
  summary: 'A statement is for or against something, but no topic says what.',
  mends: [],
  *checkBlock(context) {
    for (const { fact, tag } of soundStatements(context)) {
      const position = fact.attributes.get('position');
      const value = position?.values[0];
      if (!position || position.malformed || !value || fact.attributes.has('topic')) continue;
      const written = context.block.text.slice(value.start, value.end);
      yield {
        start: position.start,
        end: position.end,
        message: `${subjectOf(tag)} says ${written}, but not of what: without a topic it counts for no agreement and no conflict. Add topic=.`,
      };
    }
  },
};
