/** The worked examples of K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), and cases done by hand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cohensKappa,
  krippendorffsAlpha,
  type LabelPair,
  observedAgreement,
} from '../../server/src/agreement/nominal.ts';

/** Rows are observers, columns units; `*` is a missing value. */
function unitsOf(...rows: readonly string[]): (string | null)[][] {
  const values = rows.map((row) => row.split(' '));
  return (values[0] ?? []).map((_, unit) =>
    values.map((row) => (row[unit] === '*' ? null : (row[unit] ?? null))),
  );
}

test('section A: binary data, two observers, no missing data: 0.095', () => {
  const units = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
  expect(krippendorffsAlpha(units).value).toBeCloseTo(0.095, 3);
});

test('section B: nominal data, two observers, no missing data: 0.692', () => {
  const units = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
  expect(krippendorffsAlpha(units).value).toBeCloseTo(0.692, 3);
});

test('section C: nominal data, four observers, some values missing: 0.743', () => {
  const units = unitsOf(
    '1 2 3 3 2 1 4 1 2 * * *',
    '1 2 3 3 2 2 4 1 2 5 * 3',
    '* 3 3 3 2 3 4 2 2 5 1 *',
    '1 2 3 3 2 4 4 1 2 5 1 *',
  );
  expect(krippendorffsAlpha(units).value).toBeCloseTo(0.743, 3);
});

test('κ by hand: 20 + 15 of 50 the same, margins 25/25 and 30/20', () => {
  const times = (count: number, pair: LabelPair) => new Array<LabelPair>(count).fill(pair);
  const pairs = [
    ...times(20, ['yes', 'yes']),
    ...times(5, ['yes', 'no']),
    ...times(10, ['no', 'yes']),
    ...times(15, ['no', 'no']),
  ];
  // pₒ = 35/50 = 0.7; pₑ = 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
  expect(cohensKappa(pairs).value).toBeCloseTo(0.4, 12);
  expect(observedAgreement(pairs).value).toBeCloseTo(0.7, 12);
});

test('what can’t be computed says why', () => {
  expect(cohensKappa([])).toEqual({ value: null, reason: 'no unit was marked by both' });
  expect(krippendorffsAlpha([['a', null]])).toEqual({ value: null, reason: 'no unit was marked by both' });
  const constant: LabelPair[] = [['a', 'a'], ['a', 'a']]; // biome-ignore format: a list
  expect(cohensKappa(constant).reason).toMatch(/no variation/);
  expect(krippendorffsAlpha(constant).reason).toMatch(/no variation/);
  // One label each, but not the same: chance alone would do no better and no worse.
  expect(cohensKappa([['a', 'b']]).value).toBe(0);
});

const pairs = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c')), {
  maxLength: 30,
});

test('coders and units may change places; equal labels give 1; nothing gives NaN', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      for (const measure of [cohensKappa, krippendorffsAlpha]) {
        const { value } = measure(list);
        expect(Number.isNaN(value)).toBe(false);
        const turned = list.map(([a, b]): LabelPair => [b, a]).reverse();
        if (value === null) expect(measure(turned).value).toBeNull();
        else expect(measure(turned).value).toBeCloseTo(value, 9);
        const equal = measure(list.map(([a]): LabelPair => [a, a])).value;
        expect(equal === null || equal === 1).toBe(true);
      }
    }),
  );
});
