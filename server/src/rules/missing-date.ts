import { parseDate } from '../codebook/dates.ts';
import { missingHeadKey } from './missingHeadKey.ts';
import type { Rule } from './rule.ts';

/** A date in the name of a file, or in an address: 2021-12-17, 2021/12/17, 20211217. */
const DATE = /(?<!\d)((?:19|20)\d{2})([-_/.]?)(\d{2})\2(\d{2})(?!\d)/;

export const missingDate: Rule = {
  name: 'missing-date',
  group: 'Head',
  severity: 'hint',
  summary: 'The head gives no date.',
  mends: ['suggestion'],
  checkDocument({ document }) {
    if (document.head.date !== null) return [];
    const date = dateIn(document.location) ?? dateIn(document.head.source?.value ?? '');
    return missingHeadKey(
      document,
      'The head gives no date, so its statements have none either unless each is dated. Add one with date:.',
      date === null ? 'Insert a date' : `Insert the date ${date}`,
      () => `date: ${date ?? ''}`,
    );
  },
};

function dateIn(text: string): string | null {
  const match = DATE.exec(text);
  const date = match && `${match[1]}-${match[3]}-${match[4]}`;
  return date && parseDate(date) ? date : null;
}
