import { subjectOf } from './describe.ts';
import type { Rule } from './rule.ts';
import { soundStatements } from './sound.ts';

export const responseWithoutAnswers: Rule = {
  name: 'response-without-answers',
  group: 'Sense',
  severity: 'error',
  summary: 'A statement responds, but does not say to which demand.',
  mends: [],
  *checkBlock(context) {
    for (const { fact, tag } of soundStatements(context)) {
      const response = fact.attributes.get('response');
      const value = response?.values[0];
      if (!response || response.malformed || !value || fact.attributes.has('answers')) continue;
      const written = context.block.text.slice(value.start, value.end);
      yield {
        start: response.start,
        end: response.end,
        message: `${subjectOf(tag)} responds with ${written}, but to no demand, so no demand counts as answered. Add answers=# and the demand.`,
      };
    }
  },
};
