import { isoFormOf } from '../codebook/dateForms.ts';
import { parseDate } from '../codebook/dates.ts';
import { knownAttributes } from './attributeValues.ts';
import { replacing } from './edits.ts';
import { problemsInCodebook, problemsInHead } from './problems.ts';
import type { Rule } from './rule.ts';

export const invalidDate: Rule = {
  name: 'invalid-date',
  group: 'Names',
  severity: 'error',
  summary: 'A date is not written as 2021, 2021-12, 2021-12-17 or "2021-12-17T15:00".',
  mends: ['fix'],
  *checkBlock(context) {
    for (const { attribute, definition } of knownAttributes(context)) {
      const [value] = attribute.values;
      if (definition.type !== 'date' || value === undefined) continue;
      const text = value.type === 'word' || value.type === 'string' ? value.text : null;
      if (text !== null && parseDate(text) !== null) continue;
      const written = context.block.text.slice(value.start, value.end);
      const iso = text === null ? null : isoFormOf(text);
      const ending =
        iso === null ? 'Write it as 2021, 2021-12, 2021-12-17 or "2021-12-17T15:00".' : `Write ${iso}.`;
      yield {
        start: value.start,
        end: value.end,
        message: `${written} is no date that can be compared with others. ${ending}`,
        fixes:
          iso === null ? [] : [replacing(`Write ${iso}`, 'fix', value, iso.includes(':') ? `"${iso}"` : iso)],
      };
    }
  },
  *checkDocument({ document }) {
    yield* problemsInHead('invalid-date', document);
  },
  *checkCodebook({ file }) {
    yield* problemsInCodebook('invalid-date', file);
  },
};
