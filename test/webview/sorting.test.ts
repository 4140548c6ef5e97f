import { expect, test } from 'vitest';
import type { PageRow } from '../../client/src/pictures/messages.ts';
import { sortRows } from '../../client/webview/sorting.ts';

function row(key: string, change: Partial<PageRow>): PageRow {
  return {
    key,
    demand: `#${key}`,
    words: key,
    document: 'The bell',
    claimants: [{ id: 'norland', name: 'Norland' }],
    addressee: { id: 'sudmark', name: 'Sudmark' },
    topics: [],
    strength: null,
    date: null,
    until: null,
    state: null,
    replies: [],
    ...change,
  };
}

const keys = (rows: readonly PageRow[]) => rows.map(({ key }) => key).join(' ');

test('without a column rows are in the order of the texts', () => {
  const rows = [row('b', {}), row('a', {})];
  expect(keys(sortRows(rows, null, 'en'))).toBe('b a');
});

test('strengths go from mild to hard, what has none last in either direction', () => {
  const rows = [
    row('none', {}),
    row('hard', { strength: 'ultimatum' }),
    row('mild', { strength: 'appeal' }),
    row('middle', { strength: 'demand' }),
  ];
  expect(keys(sortRows(rows, { column: 'strength', descending: false }, 'en'))).toBe('mild middle hard none');
  expect(keys(sortRows(rows, { column: 'strength', descending: true }, 'en'))).toBe('hard middle mild none');
});

test('open demands come before those that were answered', () => {
  const rows = [row('no', { state: 'refuse' }), row('open', {}), row('yes', { state: 'accede' })];
  expect(keys(sortRows(rows, { column: 'state', descending: false }, 'en'))).toBe('open yes no');
});

test('dates of any exactness follow each other, and alike rows stay in their order', () => {
  const rows = [
    row('day', { until: '2031-04-05' }),
    row('year', { until: '2031' }),
    row('same', { until: '2031-04-05' }),
    row('before', { until: '2030-12' }),
  ];
  expect(keys(sortRows(rows, { column: 'until', descending: false }, 'en'))).toBe('before year day same');
});

test('names sort by the rules of the reader’s language', () => {
  const rows = ['Zell', 'Ähren', 'Brand'].map((name) => row(name, { claimants: [{ id: name, name }] }));
  expect(keys(sortRows(rows, { column: 'claimant', descending: false }, 'de'))).toBe('Ähren Brand Zell');
  expect(keys(sortRows(rows, { column: 'claimant', descending: false }, 'sv'))).toBe('Brand Zell Ähren');
});
