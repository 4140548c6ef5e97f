import { expect, test } from 'vitest';
import { guessHead, readDate } from '../../server/src/formats/guessHead.ts';

test('title, date and source of a pasted article', () => {
  expect(
    guessHead(
      'Low water at Velm\r\n\r\nBy Per Holm\r\nPublished: 17 May 2024, 14:00\r\n\r\nThe gates…\r\n\r\nSource: https://example.org/low\r\n',
    ),
  ).toEqual({ title: 'Low water at Velm', date: '2024-05-17', source: 'https://example.org/low' });
});

test('dates in other forms and scripts', () => {
  const dateIn = (line: string) => guessHead(`Title\n\n${line}\n\nWords.`).date;
  expect(dateIn('2024年5月7日 北讯社')).toBe('2024-05-07');
  expect(dateIn('May 7, 2024\u00A0| Opinion')).toBe('2024-05-07');
  expect(dateIn('Updated 2024-05-07T10:00:00Z')).toBe('2024-05-07');
  expect(dateIn('7th of May 2024')).toBe('2024-05-07');
});

test('no date is better than a wrong one', () => {
  const dateIn = (text: string) => guessHead(text).date;
  expect(dateIn('Title\n\n3/4/2024\n')).toBeNull();
  expect(dateIn('Title\n\n31 February 2024\n')).toBeNull();
  // A date in a sentence is what the text is about, and one far down is not the text's own.
  expect(dateIn(`Title\n\n${'The talks that began in Velm '.repeat(5)} on 17 May 2024 failed.`)).toBeNull();
  expect(dateIn(`${'Line.\n\n'.repeat(40)}17 May 2024`)).toBeNull();
  expect(guessHead('')).toEqual({ title: null, date: null, source: null });
});

test('an address within a sentence is no source', () => {
  expect(guessHead('See https://example.org for more of it.').source).toBeNull();
});

test('a date as the language writes it', () => {
  expect([readDate(' 2024-05 '), readDate('17 Dec 2021'), readDate('3/4/2021'), readDate('soon')]).toEqual([
    '2024-05',
    '2021-12-17',
    null,
    null,
  ]);
});

test('a long text is looked at in its beginning only', () => {
  const start = performance.now();
  guessHead('17 May 2024 '.repeat(1_000_000));
  guessHead('9'.repeat(10_000_000));
  expect(performance.now() - start).toBeLessThan(2_000);
});
