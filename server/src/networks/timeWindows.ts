/** Moving windows of time: one network for each. */
import type { DatePrecision } from '../codebook/dates.ts';
import { addUnits, startOf, type Unit } from './calendar.ts';
import type { Period } from './network.ts';

export interface TimeWindow {
  /** How many units a window is long. */
  readonly size: number;
  readonly unit: Unit;
  /** By how many units the next window starts later. */
  readonly step: number;
}

const UNITS: Readonly<Record<string, Unit>> = { d: 'days', w: 'weeks', m: 'months', y: 'years' };

/** Reads `90d`, `4w`, `6m` or `1y`; null for any other form. */
export function parseWindow(text: string, step = 1): TimeWindow | null {
  const [, size = '', letter = ''] = /^([1-9]\d{0,3})([dwmy])$/.exec(text) ?? [];
  const unit = UNITS[letter];
  return unit === undefined ? null : { size: Number(size), unit, step };
}

/** More windows than this are a slip in a date, not a wish. */
export const MOST_WINDOWS = 20_000;

/**
 * The windows of a stretch of time, in their order: each `size` units long, each `step` units after the one before,
 * whole days, and all of them wholly inside the bounds (Discourse Network Analyzer, manual, section Time Series
 * Options; `Exporter.computeTimeWindowMatrices`, which moves by one unit). Its program rounds half a window up, so that
 * one of 2 units is 3 long; here it is 2.
 *
 * Without a lower bound the first starts with the day, Monday, month or year that has the first moment; without an
 * upper one the last is the first that reaches the last moment. There are at most MOST_WINDOWS, and then one more.
 *
 * @param moments first and last that something was said, `YYYY-MM-DDTHH:MM`
 */
export function windowsIn(
  { size, unit, step }: TimeWindow,
  moments: Period,
  from: string | null,
  until: string | null,
): Period[] {
  const first = from === null ? startOf(moments.from.slice(0, 10), unit) : from.slice(0, 10);
  const last = (until ?? moments.until).slice(0, 10);
  const windows: Period[] = [];
  while (windows.length <= MOST_WINDOWS) {
    const at = windows.length * step;
    const start = addUnits(first, at, unit);
    // Counted from the first day: else a month of 30 days would shift all that follow.
    const end = addUnits(addUnits(first, at + size, unit), -1, 'days');
    if (until !== null ? end > last : start > last) break;
    windows.push({ from: `${start}T00:00`, until: `${end}T23:59` });
    if (until === null && end >= last) break;
  }
  return windows;
}

const ROUGH: Readonly<Record<Unit, readonly DatePrecision[]>> = {
  days: ['year', 'month'],
  weeks: ['year', 'month'],
  months: ['year'],
  years: [],
};

/** Whether a date is too rough to say in which windows it is, so that its first day decides. */
export function isTooRough(precision: DatePrecision, unit: Unit): boolean {
  return ROUGH[unit].includes(precision);
}
