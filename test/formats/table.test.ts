import fc from 'fast-check';
import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { asItWas, defused, readRows, row } from '../../server/src/formats/cells.ts';
import { codePointPlaces, unitPlaces } from '../../server/src/formats/codePoints.ts';
import { FACETS } from '../../server/src/formats/facets.ts';
import { FORMATS } from '../../server/src/formats/index.ts';
import { nest } from '../../server/src/formats/nesting.ts';
import { described, RICH } from './kit.ts';

test('the readers that the page names are those that the tests have', () => {
  const versions: Record<string, string> = manifest.devDependencies;
  for (const { checkedWith } of FORMATS.values()) {
    const match = /([@\w/-]+) (\d+\.\d+\.\d+)/.exec(checkedWith ?? '');
    if (match) expect(versions[match[1] ?? ''], checkedWith ?? '').toBe(match[2]);
  }
});

test('every part of a document belongs to a facet: taken away, one of them tells', () => {
  const { meaning } = described(RICH);
  const counted = () => JSON.stringify(Object.values(FACETS).map(({ items }) => items(meaning)));
  const derived = new Set(['text', 'heading', 'line', 'column']);
  const untold: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (derived.has(key) && path !== '.document') continue;
      const isFilled = inner !== null && inner !== '' && !(Array.isArray(inner) && inner.length === 0);
      if (isFilled && typeof inner !== 'object') {
        const before = counted();
        (value as Record<string, unknown>)[key] = typeof inner === 'number' ? inner + 1 : `${inner}x`;
        if (counted() === before) untold.push(`${path}.${key}`);
        (value as Record<string, unknown>)[key] = inner;
      }
      visit(inner, Array.isArray(value) ? path : `${path}.${key}`);
    }
  };
  visit(meaning, '');
  // Ids of actors and topics are told where they are used; an id made of the words follows from them.
  expect([...new Set(untold)].filter((path) => path !== '.statements.id')).toEqual([]);
});

test('a table gives back what it was made of, and no cell of it runs', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('=1', "'=1", "''+x", '-', '@a', "'a", '"', ';', 'a\r\nb', ' a ', '\t='),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }),
      fc.boolean(),
      (rows, always) => {
        const text = rows.map((cells) => row(cells, ';', always)).join('');
        expect(readRows(text, ';').map(({ cells }) => cells)).toEqual(rows);
      },
    ),
  );
  fc.assert(
    fc.property(cell, (text) => {
      expect(asItWas(defused(text))).toBe(text);
      expect(defused(text)).not.toMatch(/^[=+\-@]/);
    }),
  );
});

test('code points there and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const characters = Array.from(text);
      const [units, points] = [codePointPlaces(text), unitPlaces(text)];
      for (let i = 0; i <= characters.length; i++) {
        expect(units(i)).toBe(characters.slice(0, i).join('').length);
        expect(points(units(i))).toBe(i);
      }
    }),
  );
});

test('pieces nest, and are together what the spans were', () => {
  const span = fc.tuple(fc.nat(30), fc.nat(12), fc.boolean());
  fc.assert(
    fc.property(fc.array(span, { maxLength: 10 }), (list) => {
      const spans = list.map(([start, length, divisible], item) => ({
        start,
        end: start + length + 1,
        item,
        divisible,
      }));
      const pieces = nest(spans);
      const covered = spans.map(() => new Set<number>());
      let last = 0;
      for (const { start, end, item, parent } of pieces) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = start;
        const around = pieces[parent];
        if (around) expect(around.start <= start && end <= around.end).toBe(true);
        for (let i = start; i < end; i++) covered[item]?.add(i);
      }
      for (const { start, end, item } of spans) expect(covered[item]?.size).toBe(end - start);
    }),
  );
});
