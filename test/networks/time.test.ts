/** Bounds of time, and moving windows. */
import { expect, test } from 'vitest';
import { addUnits, isoWeekOf, startOf } from '../../server/src/networks/calendar.ts';
import { parseWindow, windowsIn } from '../../server/src/networks/timeWindows.ts';
import { ask, claims, weightsOf } from './kit.ts';

const TEXT = {
  a: claims(`ardia + dam 2021-01-31
    ardia + toll 2021-02-01
    belmar + dam 2021-03-15
    belmar + toll 2021-04
    corvo + dam 2022
    corvo + fish`),
};

const window = (text: string, step = 1) => parseWindow(text, step);

/** The days of each window with its ties. */
function windows(question: Parameters<typeof ask>[1]): string[] {
  return [...ask(TEXT, question).networks].map(
    (network) =>
      `${network.window?.from.slice(0, 10)} ${network.window?.until.slice(0, 10)}: ${Object.keys(weightsOf(network)).join(', ')}`,
  );
}

test('bounds include their first and their last minute', () => {
  const between = (from: string | null, until: string | null) =>
    Object.keys(weightsOf([...ask(TEXT, { from, until }).networks][0] as never));
  expect(between('2021-02-01T00:00', '2021-03-15T00:00')).toEqual(['ardia toll', 'belmar dam']);
  expect(between(null, '2021-01-31T23:59')).toEqual(['ardia dam']);
  expect(between('2021-02-01T00:01', null)).toEqual(['belmar dam', 'belmar toll', 'corvo dam']);
});

test('a rough date counts as its first day, and is told of where that decides', () => {
  expect(ask(TEXT, { from: '2021-04-15T00:00' }).roughDates).toBe(1);
  expect(ask(TEXT, { from: '2021-04-01T00:00' }).roughDates).toBe(0);
  expect(ask(TEXT, { window: window('1m') }).roughDates).toBe(1);
  expect(ask(TEXT, { window: window('1d') }).roughDates).toBe(2);
  expect(ask(TEXT, { window: window('1y') }).roughDates).toBe(0);
});

test('windows of months start with the month of the first statement and reach the last', () => {
  const all = windows({ window: window('2m') });
  expect(all.slice(0, 3)).toEqual([
    '2021-01-01 2021-02-28: ardia dam, ardia toll',
    '2021-02-01 2021-03-31: ardia toll, belmar dam',
    '2021-03-01 2021-04-30: belmar dam, belmar toll',
  ]);
  expect(all.at(-1)).toBe('2021-12-01 2022-01-31: corvo dam');
  expect(all).toHaveLength(12);
  expect(ask(TEXT, { window: window('2m') }).leftOut).toEqual(['1 statement without a date']);
});

test('a window has its first and its last minute, and none follows the one that reaches the last statement', () => {
  const text = {
    a: claims('ardia + dam "2021-01-01T00:00"\nardia + toll "2021-02-28T23:59"\nardia + fish 2021-04-30'),
  };
  const networks = [...ask(text, { window: window('2m') }).networks];
  expect(networks.map((network) => Object.keys(weightsOf(network)).join(', '))).toEqual([
    'ardia dam, ardia toll',
    'ardia toll',
    'ardia fish',
  ]);
});

test('windows of years, one after the other', () => {
  expect(windows({ window: window('1y') })).toEqual([
    '2021-01-01 2021-12-31: ardia dam, ardia toll, belmar dam, belmar toll',
    '2022-01-01 2022-12-31: corvo dam',
  ]);
});

test('with bounds, windows begin with the lower one and lie wholly inside; what is in none is told of', () => {
  const question = { window: window('20d', 20), from: '2021-01-20T00:00', until: '2021-03-15T23:59' };
  // 20 January to 8 February, 9 to 28 February; the next would end on 20 March.
  expect(windows(question)).toEqual([
    '2021-01-20 2021-02-08: ardia dam, ardia toll',
    '2021-02-09 2021-02-28: ',
  ]);
  expect(ask(TEXT, question).leftOut).toEqual([
    '1 statement without a date',
    '1 statement that is in no window',
  ]);
  expect(windows({ ...question, window: window('1y') })).toEqual([]);
});

test('steps longer than windows leave days out, and say so', () => {
  const answer = ask(TEXT, { window: window('1d', 2), until: '2021-02-28T23:59' });
  expect(answer.windows?.[0]).toEqual({ from: '2021-01-31T00:00', until: '2021-01-31T23:59' });
  expect(answer.leftOut).toContain('1 statement that is in no window');
});

test('duplicates are left out before windows are cut', () => {
  const text = { a: claims(`ardia + dam 2021-01-31\nardia + dam 2021-02-01`) };
  const networks = [...ask(text, { window: window('1m'), unique: 'year' }).networks];
  expect(networks.map((network) => network.edges.length)).toEqual([1]);
});

test('windows without any dated statement are none', () => {
  expect(ask({ a: claims('ardia + dam') }, { window: window('1m') }).windows).toEqual([]);
});

test('months that are too short end with their last day, and the next are not shifted', () => {
  const days = windowsIn(
    { size: 1, unit: 'months', step: 1 },
    { from: '2021-01-31T00:00', until: '2021-04-01T00:00' },
    '2021-01-31T00:00',
    null,
  );
  expect(days.map(({ from, until }) => `${from.slice(0, 10)} ${until.slice(0, 10)}`)).toEqual([
    '2021-01-31 2021-02-27',
    '2021-02-28 2021-03-30',
    '2021-03-31 2021-04-29',
  ]);
});

test('days of the calendar', () => {
  expect(addUnits('2024-02-28', 1, 'days')).toBe('2024-02-29');
  expect(addUnits('2024-02-29', 1, 'years')).toBe('2025-02-28');
  expect(addUnits('0001-01-01', -1, 'days')).toBe('0000-12-31');
  expect(addUnits('2021-01-31', -2, 'months')).toBe('2020-11-30');
  expect(startOf('2021-01-03', 'weeks')).toBe('2020-12-28');
  // From the table of ISO 8601's hard cases.
  expect(['2005-01-01', '2005-01-03', '2008-12-29', '2010-01-03', '2020-12-31'].map(isoWeekOf)).toEqual([
    '2004-W53',
    '2005-W01',
    '2009-W01',
    '2009-W53',
    '2020-W53',
  ]);
});

test('lengths of windows', () => {
  expect(window('90d')).toEqual({ size: 90, unit: 'days', step: 1 });
  expect(['', '0d', 'd', '1', '1h', '-1d', '1.5m', '12345d'].map((text) => window(text))).toEqual(
    new Array(8).fill(null),
  );
});
