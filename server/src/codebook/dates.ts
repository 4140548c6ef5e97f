/**
 * Dates as Demarche writes them: `2021`, `2021-12`, `2021-12-17`, `2021-12-17T15:00`, of the real calendar and
 * without a time zone. A date that names less than a minute stands for the whole year, month or day.
 */

export type DatePrecision = 'year' | 'month' | 'day' | 'minute';

export interface DemarcheDate {
  readonly year: number;
  /** 1 to 12; null where the date does not say. */
  readonly month: number | null;
  readonly day: number | null;
  readonly hour: number | null;
  readonly minute: number | null;
  readonly precision: DatePrecision;
  /** Its first minute, as `YYYY-MM-DDTHH:MM`: these compare as strings. */
  readonly earliest: string;
  /** Its last minute, in the same form. */
  readonly latest: string;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$/;

/**
 * Reads a date in one of the four forms.
 *
 * @param text the date, without quotes or white space around it
 * @returns null for any other form, and for days that no calendar has
 */
export function parseDate(text: string): DemarcheDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map((part) => (part ? Number(part) : null));
  if (year === undefined || year === null) return null;
  if (!isOnCalendar(year, month ?? null, day ?? null)) return null;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59) return null;
  const lastMonth = month ?? 12;
  return {
    year,
    month: month ?? null,
    day: day ?? null,
    hour: hour ?? null,
    minute: minute ?? null,
    precision: minute != null ? 'minute' : day != null ? 'day' : month != null ? 'month' : 'year',
    earliest: `${isoDay(year, month ?? 1, day ?? 1)}T${two(hour ?? 0)}:${two(minute ?? 0)}`,
    latest: `${isoDay(year, lastMonth, day ?? daysIn(year, lastMonth))}T${two(hour ?? 23)}:${two(minute ?? 59)}`,
  };
}

function isOnCalendar(year: number, month: number | null, day: number | null): boolean {
  if (year < 1) return false;
  if (month !== null && (month < 1 || month > 12)) return false;
  return day === null || (day >= 1 && day <= daysIn(year, month ?? 1));
}

/** How many days a month has; months count from 1. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
