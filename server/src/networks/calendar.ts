/** Days of the calendar as `YYYY-MM-DD`, which compare as strings. */

export type Unit = 'days' | 'weeks' | 'months' | 'years';

const DAY = 86_400_000;

/** A day so many units later. Where a month is too short, its last day. */
export function addUnits(day: string, count: number, unit: Unit): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (unit === 'days' || unit === 'weeks')
    return dayOf(timeOf(year, month, date) + count * (unit === 'weeks' ? 7 : 1) * DAY);
  const months = year * 12 + (month - 1) + count * (unit === 'years' ? 12 : 1);
  const [newYear, newMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const last = new Date(timeOf(newYear, newMonth + 1, 0)).getUTCDate();
  return dayOf(timeOf(newYear, newMonth, Math.min(date, last)));
}

/** The first day of the unit that a day is in: weeks start on Monday. */
export function startOf(day: string, unit: Unit): string {
  switch (unit) {
    case 'days':
      return day;
    case 'weeks':
      return addUnits(day, -weekday(day), 'days');
    case 'months':
      return `${day.slice(0, 7)}-01`;
    case 'years':
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** The week of ISO 8601 that a moment is in, as `2021-W53`: it belongs to the year that has its Thursday. */
export function isoWeekOf(moment: string): string {
  const day = moment.slice(0, 10);
  const thursday = addUnits(day, 3 - weekday(day), 'days');
  const year = thursday.slice(0, 4);
  const [first, at] = [`${year}-01-01`, thursday].map((each) => {
    const [y = 0, m = 0, d = 0] = each.split('-').map(Number);
    return timeOf(y, m, d);
  }) as [number, number];
  return `${year}-W${String(Math.floor((at - first) / DAY / 7) + 1).padStart(2, '0')}`;
}

/** 0 for Monday. */
function weekday(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return (new Date(timeOf(year, month, date)).getUTCDay() + 6) % 7;
}

/** Milliseconds; Date.UTC would take the year 21 for 1921. */
function timeOf(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, date);
}

function dayOf(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}
