import { parseDate } from '../codebook/dates.ts';
import { subjectOf } from './describe.ts';
import { meantStatements } from './meaning.ts';
import type { Rule } from './rule.ts';

export const deadlineBeforeDate: Rule = {
  name: 'deadline-before-date',
  group: 'Sense',
  severity: 'warning',
  summary: 'A deadline lies before the date of its statement.',
  mends: [],
  *checkBlock(context) {
    for (const { fact, tag, meaning } of meantStatements(context)) {
      const own = fact.attributes.get('until') ?? fact.attributes.get('date');
      const [until, date] = [parseDate(meaning.until ?? ''), parseDate(meaning.date ?? '')];
      if (!own || !until || !date || until.latest >= date.earliest) continue;
      const whose = fact.attributes.has('date') ? '' : ', the date that it takes over';
      yield {
        start: own.start,
        end: own.end,
        message: `${subjectOf(tag)} was due on ${meaning.until}, before it was made on ${meaning.date}${whose}. Correct one of the dates.`,
      };
    }
  },
};
