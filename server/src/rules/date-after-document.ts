import { parseDate } from '../codebook/dates.ts';
import { knownAttributes } from './attributeValues.ts';
import type { Rule } from './rule.ts';

export const dateAfterDocument: Rule = {
  name: 'date-after-document',
  group: 'Names',
  severity: 'warning',
  summary: 'A statement is dated later than the document that reports it.',
  mends: [],
  *checkBlock(context) {
    const published = context.document.head.date?.value ?? '';
    const latest = parseDate(published)?.latest;
    if (latest === undefined) return;
    for (const { attribute, definition } of knownAttributes(context)) {
      const [value] = attribute.values;
      if (definition.name !== 'date' || (value?.type !== 'word' && value?.type !== 'string')) continue;
      const date = parseDate(value.text);
      if (date === null || date.earliest <= latest) continue;
      yield {
        start: value.start,
        end: value.end,
        message: `A text of ${published} cannot report what was said on ${value.text}. Correct one of the dates; what is still to come belongs in until.`,
      };
    }
  },
};
