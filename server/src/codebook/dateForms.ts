/** Other ways to write a date, and the ISO form of each, where only one reading is possible. */
import { parseDate } from './dates.ts';

const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
  'december',
]; // biome-ignore format: a list

/** The parts of a date, as written. */
type Parts = readonly [year: string, month: string, day?: string | undefined, time?: string | undefined];

/** A form, and what its groups mean; null where that is not clear. */
type Form = readonly [pattern: RegExp, read: (...groups: string[]) => Parts | null];

const FORMS: readonly Form[] = [
  // 2021-12-17 15:00 and 2021-12-17T15:00:00, no seconds lost
  [
    /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2})(?::00)?$/,
    (y, m, d, time) => [y as string, m as string, d, time],
  ],
  // 2021/12/17, 2021.12.17, 2021-1-5, 2021/12: the year first leaves no doubt
  [/^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/, (y, _, m, d) => [y as string, m as string, d]],
  // 2021年12月17日
  [/^(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?$/, (y, m, d) => [y as string, m as string, d]],
  [/^(\d{4})\s*年$/, (y) => [y as string, '']],
  // 20211217, as file names have it
  [/^(\d{4})(\d{2})(\d{2})$/, (y, m, d) => [y as string, m as string, d]],
  // 17.12.2021 and 12/17/2021, where one number is no month
  [
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/,
    (a, _, b, y) => dayAndMonth(a as string, b as string, y as string),
  ],
  // December 17, 2021
  [
    /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu,
    (month, d, y) => withMonthName(y as string, month as string, d),
  ],
  // 17 December 2021, 17-Dec-2021
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?(\p{L}+)\.?,?[\s-]+(\d{4})$/iu,
    (d, month, y) => withMonthName(y as string, month as string, d),
  ],
  // December 2021
  [/^(\p{L}+)\.?,?\s+(\d{4})$/u, (month, y) => withMonthName(y as string, month as string)],
];

/** A date has no more characters than this in any form; longer text is not looked at. */
const MAX_LENGTH = 40;

/**
 * The ISO form of a date that is written otherwise.
 *
 * @param text for example `17.12.2021`, `December 17, 2021`, `17 Dec 2021`, `2021年12月17日`, `2021/12/17`
 * @returns null where the text is no date, already is in one of Demarche's forms, or can be read in two ways
 *   (`3/4/2021`)
 */
export function isoFormOf(text: string): string | null {
  const written = text.trim();
  if (written.length > MAX_LENGTH || parseDate(written)) return null;
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(written);
    const parts = match && read(...match.slice(1));
    if (parts) return isoOf(parts);
  }
  return null;
}

function isoOf([year, month, day, time]: Parts): string | null {
  const iso = [year, month, day]
    .filter(Boolean)
    .map((part) => (part as string).padStart(2, '0'))
    .join('-');
  const whole = time ? `${iso}T${time}` : iso;
  return parseDate(whole) ? whole : null;
}

/** Only a number above 12 shows which of the two is the day; `5.5.2021` is clear as well. */
function dayAndMonth(first: string, second: string, year: string): Parts | null {
  if (Number(first) > 12 || Number(first) === Number(second)) return [year, second, first];
  return Number(second) > 12 ? [year, first, second] : null;
}

/** Months by their English name, or its first three letters or more (`Dec`, `Sept`). */
function withMonthName(year: string, name: string, day?: string): Parts | null {
  const lower = name.toLowerCase();
  const index = lower.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(lower));
  if (index < 0) return null;
  const month = String(index + 1);
  return day === undefined ? [year, month] : [year, month, day];
}
