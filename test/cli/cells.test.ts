import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, neutralized, wrapped } from '../../server/src/cli/cells.ts';
import { excerptOf } from '../../server/src/cli/excerpt.ts';
import { soup } from '../kit/arbitraries.ts';

test.each([
  ['plain', 5],
  ['café', 4],
  ['cafe\u0301', 4],
  ['俄罗斯', 6],
  ['ｆｕｌｌ', 8],
  ['🇫🇷👩‍👩‍👧❤️', 6],
  ['\u200E\u200F', 0],
  ['الصين', 5],
])('%s takes %d cells', (text, cells) => {
  expect(cellsOf(text)).toBe(cells);
});

test('wrapped lines fit, and say the same', () => {
  fc.assert(
    fc.property(soup, fc.integer({ min: 2, max: 40 }), (text, width) => {
      const safe = neutralized(text);
      const lines = wrapped(safe, width);
      for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(safe.replaceAll(' ', ''));
    }),
  );
});

test('an excerpt fits, and underlines the words it is about', () => {
  fc.assert(
    fc.property(soup, fc.nat(), fc.nat(), fc.integer({ min: 20, max: 80 }), (text, a, b, width) => {
      const line = text.replace(/[\r\n]/g, ' ');
      const start = a % (line.length + 1);
      const end = start + (b % (line.length - start + 5));
      const excerpt = excerptOf(line, start, end, width);
      expect(cellsOf(excerpt.line)).toBeLessThanOrEqual(width);
      expect(excerpt.length).toBeGreaterThan(0);
      expect(excerpt.indent + excerpt.length).toBeLessThanOrEqual(width + 1);
    }),
  );
});

test('a line of 10 MB costs what is shown of it', () => {
  const excerpt = excerptOf('x'.repeat(10_000_000), 5_000_000, 9_000_000, 60);
  expect(excerpt).toEqual({ line: `…${'x'.repeat(17)}${'x'.repeat(41)}…`, indent: 18, length: 42 });
});
