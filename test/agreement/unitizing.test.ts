/** αᵤ: the example of Krippendorff (2004, p. 254), cases by hand, and the formula of the docstring term by term. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Continuum,
  type Stretch,
  unitizingAlpha,
  unitizingDisagreement,
} from '../../server/src/agreement/unitizing.ts';

/** Beginnings and lengths as the book gives them: a continuum of 300 that begins at 150. */
const units = (...pairs: readonly [number, number][]): Stretch[] =>
  pairs.map(([start, length]) => ({ start: start - 150, end: start - 150 + length }));

const C = { length: 300, coders: [units([225, 70], [370, 30]), units([220, 80], [355, 20], [400, 20])] };
const K = { length: 300, coders: [units([180, 60], [300, 50]), units([180, 60], [300, 50])] };

test('the example of 2004: category c', () => {
  const { observed, expected } = unitizingDisagreement([C]);
  expect(observed).toBeCloseTo(0.0144, 4);
  expect(expected).toBeCloseTo(0.0532, 4);
  expect(unitizingAlpha([C]).value).toBeCloseTo(0.7286, 4);
});

test('the example of 2004: category k, and both together 0.859', () => {
  const [c, k] = [unitizingDisagreement([C]), unitizingDisagreement([K])];
  expect(k.observed).toBe(0);
  expect(k.expected).toBeCloseTo(0.049, 4);
  expect(unitizingAlpha([K]).value).toBe(1);
  expect(1 - (c.observed + k.observed) / (c.expected + k.expected)).toBeCloseTo(0.8591, 3);
});

test('what can’t be computed says why', () => {
  expect(unitizingAlpha([{ length: 10, coders: [[], []] }]).reason).toBe('neither coder marked any');
  expect(unitizingAlpha([]).reason).toBe('neither coder marked any');
  expect(
    unitizingAlpha([{ length: 1, coders: [[{ start: 0, end: 1 }], [{ start: 0, end: 1 }]] }]).reason,
  ).toMatch(/no variation/);
});

const stretches = fc.uniqueArray(fc.nat(60), { maxLength: 10 }).map((places) => {
  const sorted = places.sort((a, b) => a - b);
  const list: Stretch[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2)
    list.push({ start: sorted[i] as number, end: sorted[i + 1] as number });
  return list;
});
const continuum = fc.record({
  length: fc.integer({ min: 60, max: 90 }),
  coders: fc.tuple(stretches, stretches),
});

/** The definition, pair by pair, sections with weights: as the book writes it, without any of our short cuts. */
function byDefinition({ length: L, coders }: Continuum): { observed: number; expected: number } {
  const m = coders.length;
  const sections = coders.map((list) => {
    const all: { b: number; l: number; w: number }[] = [];
    let from = 0;
    for (const { start, end } of list) {
      if (start > from) all.push({ b: from, l: start - from, w: 0 });
      all.push({ b: start, l: end - start, w: 1 });
      from = end;
    }
    if (L > from) all.push({ b: from, l: L - from, w: 0 });
    return all;
  });
  let observed = 0;
  let sum = 0;
  let within = 0;
  const N = coders.reduce((count, list) => count + list.length, 0);
  for (let i = 0; i < m; i++)
    for (const g of sections[i] ?? []) {
      for (let j = 0; j < m; j++) {
        if (j === i) continue;
        for (const h of sections[j] ?? []) {
          const apart = g.b - h.b;
          if (g.w === 1 && h.w === 1 && -g.l < apart && apart < h.l)
            observed += apart ** 2 + (g.b + g.l - h.b - h.l) ** 2;
          else if (g.w === 1 && h.w === 0 && h.l - g.l >= apart && apart >= 0) observed += g.l ** 2;
          else if (g.w === 0 && h.w === 1 && h.l - g.l <= apart && apart <= 0) observed += h.l ** 2;
        }
      }
      if (g.w === 0) continue;
      within += g.l * (g.l - 1);
      sum += ((N - 1) / 3) * (2 * g.l ** 3 - 3 * g.l ** 2 + g.l);
      for (const h of sections.flat()) if (h.w === 0 && h.l >= g.l) sum += g.l ** 2 * (h.l - g.l + 1);
    }
  return {
    observed: observed / (m * (m - 1) * L ** 2),
    expected: sum === 0 ? 0 : ((2 / L) * sum) / (m * L * (m * L - 1) - within),
  };
}

test('equals the definition, written out', () => {
  fc.assert(
    fc.property(continuum, (text) => {
      const ours = unitizingDisagreement([text]);
      const theirs = byDefinition(text);
      expect(ours.observed).toBeCloseTo(theirs.observed, 9);
      expect(ours.expected).toBeCloseTo(theirs.expected, 9);
    }),
  );
});

test('coders and texts may change places; equal coders give 1', () => {
  fc.assert(
    fc.property(fc.array(continuum, { maxLength: 4 }), (texts) => {
      const { value } = unitizingAlpha(texts);
      const turned = texts.map(({ length, coders: [a, b] }) => ({ length, coders: [b, a] })).reverse();
      if (value === null) expect(unitizingAlpha(turned).value).toBeNull();
      else expect(unitizingAlpha(turned).value).toBeCloseTo(value, 9);
      const equal = unitizingAlpha(texts.map(({ length, coders: [a] }) => ({ length, coders: [a, a] })));
      expect(equal.value === null || equal.value === 1).toBe(true);
    }),
  );
});
