import { subjectOf } from './describe.ts';
import { meantStatements } from './meaning.ts';
import type { Rule } from './rule.ts';

export const ultimatumWithoutCondition: Rule = {
  name: 'ultimatum-without-condition',
  group: 'Sense',
  severity: 'hint',
  summary: 'An ultimatum does not say what happens otherwise.',
  mends: [],
  *checkBlock(context) {
    for (const { fact, tag, meaning } of meantStatements(context)) {
      const strength = fact.attributes.get('strength');
      if (fact.kind !== 'demand' || !strength || meaning.strength !== 'ultimatum') continue;
      if (meaning.if !== null || fact.attributes.has('if')) continue;
      yield {
        start: strength.start,
        end: strength.end,
        message: `${subjectOf(tag)} is an ultimatum, but nothing says what happens otherwise. Add if="…", or a lesser strength.`,
      };
    }
  },
};
