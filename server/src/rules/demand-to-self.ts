import { subjectOf } from './describe.ts';
import { isAuthor, meantStatements } from './meaning.ts';
import type { Rule } from './rule.ts';

export const demandToSelf: Rule = {
  name: 'demand-to-self',
  group: 'Sense',
  severity: 'warning',
  summary: 'A demand is put to the actor who makes it.',
  mends: [],
  *checkBlock(context) {
    for (const { fact, tag, meaning } of meantStatements(context)) {
      if (fact.kind !== 'demand') continue;
      const isSender = (id: string) =>
        meaning.by.includes(id) || (isAuthor(context, id) && meaning.by.some((by) => isAuthor(context, by)));
      const self = meaning.to.find(isSender);
      if (self === undefined) continue;
      const to = fact.attributes.get('to');
      yield {
        start: to?.start ?? tag.start,
        end: to?.end ?? tag.head.end,
        message: `${subjectOf(tag)} is put by @${self} to @${self}, and nobody makes demands of themselves. Correct by or to.`,
      };
    }
  },
};
