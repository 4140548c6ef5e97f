import { knownAttributes } from './attributeValues.ts';
import { replacing } from './edits.ts';
import type { Rule } from './rule.ts';

export const tooManyValues: Rule = {
  name: 'too-many-values',
  group: 'Names',
  severity: 'error',
  summary: 'An attribute that takes one value has several.',
  mends: ['suggestion'],
  *checkBlock(context) {
    for (const { attribute, definition } of knownAttributes(context)) {
      const [first, second] = attribute.values;
      if (definition.many || first === undefined || second === undefined) continue;
      const kept = context.block.text.slice(first.start, first.end);
      yield {
        start: second.start,
        end: attribute.end,
        message: `The attribute ${definition.name} takes one value, so only ${kept} counts. Keep one, or tag the words as two statements.`,
        fixes: [replacing(`Keep ${kept}`, 'suggestion', { start: first.end, end: attribute.end }, '')],
      };
    }
  },
};
