import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from '../../server/src/pictures/textWidth.ts';
import { fit, isRightToLeft, wrap } from '../../server/src/pictures/wrapText.ts';

const FACE = { size: 14, isSerif: true };

test('lines fit, and hold all the words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.integer({ min: 60, max: 300 }),
      (text, width) => {
        const { lines, isCut } = wrap(text, width, 200, FACE);
        expect(isCut).toBe(false);
        for (const line of lines) {
          const isOneCharacter = [...new Intl.Segmenter().segment(line)].length === 1;
          expect(isOneCharacter || widthOf(line, FACE) <= width).toBe(true);
        }
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      },
    ),
  );
});

test('what is too long ends in an ellipsis', () => {
  const { lines, isCut } = wrap('word '.repeat(100), 100, 3, FACE);
  expect(lines).toHaveLength(3);
  expect(isCut).toBe(true);
  expect(lines.at(-1)).toMatch(/word…$/);
  expect(fit('a very long name of an actor', 80, FACE)).toMatch(/…$/);
  expect(fit('short', 80, FACE)).toBe('short');
});

test('Chinese breaks between words, never before a closing sign or after an opening one', () => {
  const { lines } = wrap(
    '公告要汀洲联邦的渔船在五月一日以前做到三件事：（撤出渔场），“逐日申报”，停止一切海上转载。',
    90,
    20,
    FACE,
  );
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    expect(line).not.toMatch(/^[：，。）”]/u);
    expect(line).not.toMatch(/[（“]$/u);
  }
});

test('a character is never torn: marks and joined emoji stay together', () => {
  const family = '👩‍👩‍👧‍👦';
  const { lines } = wrap(family.repeat(12), 60, 30, FACE);
  expect(lines.join('')).toBe(family.repeat(12));
  for (const line of lines) expect(line.replaceAll(family, '')).toBe('');
});

test('marks have no width, wide characters are wide', () => {
  expect(widthOf('e\u0301', FACE)).toBe(widthOf('e', FACE));
  expect(widthOf('水', FACE)).toBeGreaterThan(widthOf('w', FACE) * 1.2);
});

test('the first letter says which way a text runs', () => {
  expect(isRightToLeft('«السد»')).toBe(true);
  expect(isRightToLeft('2024: שלום')).toBe(true);
  expect(isRightToLeft('The word سد')).toBe(false);
  expect(isRightToLeft('123')).toBe(false);
});
