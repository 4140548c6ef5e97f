import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoFormOf, parseDate } from '../../server/src/codebook/index.ts';
import { cases } from '../kit/cases.ts';

describe('dates', () => {
  test.each([
    ['2021', 'year', '2021-01-01T00:00', '2021-12-31T23:59'],
    ['2021-12', 'month', '2021-12-01T00:00', '2021-12-31T23:59'],
    ['2021-02', 'month', '2021-02-01T00:00', '2021-02-28T23:59'],
    ['2000-02', 'month', '2000-02-01T00:00', '2000-02-29T23:59'],
    ['1900-02', 'month', '1900-02-01T00:00', '1900-02-28T23:59'],
    ['2021-12-17', 'day', '2021-12-17T00:00', '2021-12-17T23:59'],
    ['2021-12-17T15:00', 'minute', '2021-12-17T15:00', '2021-12-17T15:00'],
  ])('%s', (text, precision, earliest, latest) => {
    expect(parseDate(text)).toMatchObject({ precision, earliest, latest });
  });

  test('the fields that it names, and no others', () => {
    expect(parseDate('2021-12')).toMatchObject({
      year: 2021,
      month: 12,
      day: null,
      hour: null,
      minute: null,
    });
    expect(parseDate('2021-12-17T00:00')).toMatchObject({ day: 17, hour: 0, minute: 0 });
  });

  test.each([
    '', '21', '20211', '0000', '2021-13', '2021-00', '2021-1', '2021-02-29', '1900-02-29', '2021-04-31', '2021-12-00',
    '2021-12-17T24:00', '2021-12-17T15:60', '2021-12-17T15', '2021-12-17 15:00', '2021-12-17T15:00Z', ' 2021', '2021 ',
    '2021\n', '２０２１', 'soon', '2021-12-17T15:00:00',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeNull();
  }); // biome-ignore format: a list

  test('every day of the calendar is one, in order', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-30'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const next = new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
          expect(parseDate(day)?.earliest).toBe(`${day}T00:00`);
          expect((parseDate(day)?.latest as string) < (parseDate(next)?.earliest as string)).toBe(true);
          expect((parseDate(day.slice(0, 7))?.latest as string) >= (parseDate(day)?.latest as string)).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('ISO forms', () => {
  test.each([
    ['17.12.2021', '2021-12-17'],
    ['17/12/2021', '2021-12-17'],
    ['12/17/2021', '2021-12-17'],
    ['17-12-2021', '2021-12-17'],
    ['5.5.2021', '2021-05-05'],
    ['2021/12/17', '2021-12-17'],
    ['2021.12.17', '2021-12-17'],
    ['2021-1-5', '2021-01-05'],
    ['2021/12', '2021-12'],
    ['20211217', '2021-12-17'],
    ['December 17, 2021', '2021-12-17'],
    ['Dec. 17 2021', '2021-12-17'],
    ['17 Dec 2021', '2021-12-17'],
    ['17th of December, 2021', '2021-12-17'],
    ['1st March 2021', '2021-03-01'],
    ['17-Sept-2021', '2021-09-17'],
    ['December 2021', '2021-12'],
    ['2021年12月17日', '2021-12-17'],
    ['2021年 1月 5日', '2021-01-05'],
    ['2021年12月', '2021-12'],
    ['2021年', '2021'],
    ['2021-12-17 15:00', '2021-12-17T15:00'],
    ['2021-12-17T15:00:00', '2021-12-17T15:00'],
    [' 17.12.2021 ', '2021-12-17'],
  ])('%s is %s', (text, iso) => {
    expect(isoFormOf(text)).toBe(iso);
  });

  test.each([
    '3/4/2021', '3.4.2021', '31.02.2021', '17.13.2021', '2021/17/12', 'Ma 5, 2021', 'Juniper 5, 2021', 'yesterday', '',
    '2021-02-29', '17 Dec 21', '2021-12-17T15:00:30', '17.12/2021', `${' '.repeat(99)}December 17, 2021${'x'.repeat(99)}`,
  ])('%j could be several days, or none', (text) => {
    expect(isoFormOf(text)).toBeNull();
  }); // biome-ignore format: a list

  test.each(['2021', '2021-12', '2021-12-17', '2021-12-17T15:00'])('%s is one already', (text) => {
    expect(isoFormOf(text)).toBeNull();
  });

  test('what comes out is a date, whatever goes in', () => {
    const piece = fc.constantFrom(
      '17',
      '12',
      '2021',
      '3',
      '.',
      '/',
      '-',
      ' ',
      'Dec',
      'May',
      '年',
      '月',
      '日',
      'T',
      '15:00',
      ',',
      'th',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (text) => {
          const iso = isoFormOf(text);
          if (iso !== null) expect(parseDate(iso)).not.toBeNull();
        },
      ),
      cases(2000),
    );
  });
});
