import { subjectOf } from './describe.ts';
import { removeAttribute } from './edits.ts';
import type { Rule } from './rule.ts';
import { soundStatements } from './sound.ts';

export const policyClaimWithAddressee: Rule = {
  name: 'policy-claim-with-addressee',
  group: 'Sense',
  severity: 'hint',
  summary: 'A claim says what should be done, and to whom: it may be a demand.',
  mends: ['suggestion'],
  *checkBlock(context) {
    for (const { fact, tag } of soundStatements(context)) {
      const type = fact.attributes.get('type');
      const to = fact.attributes.get('to');
      const [value] = type?.values ?? [];
      if (fact.kind !== 'claim' || !type || !to || to.values.length === 0) continue;
      if (value?.type !== 'word' || value.text !== 'policy') continue;
      const word = { start: tag.head.start, end: tag.head.start + tag.head.word.length };
      yield {
        start: tag.start,
        end: tag.head.end,
        message: `${subjectOf(tag)} says what should be done and addresses who should do it. Is this a demand?`,
        fixes: [
          {
            title: 'Turn it into a demand',
            kind: 'suggestion',
            edits: [{ ...word, text: 'demand' }, removeAttribute(context.block.text, type)],
          },
        ],
      };
    }
  },
};
