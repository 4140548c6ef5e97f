import { expect, test } from 'vitest';
import { colourOf, editorStyle, fileStyle } from '../../server/src/pictures/style.ts';

const LETTERS = ['ink', 'quiet', 'claim', 'demand', 'supports', 'rebuts', 'answers'];

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(['light', 'dark'] as const)('all letters have contrast AA in %s', (theme) => {
  for (const name of LETTERS) {
    for (const ground of ['ground', 'card']) {
      const [a, b] = [name, ground].map((each) => luminance(colourOf(each, theme))) as [number, number];
      expect((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), `${name} on ${ground}`).toBeGreaterThan(4.5);
    }
  }
});

test('a file’s style needs no variables, a view’s names them all', () => {
  expect(fileStyle('light')).not.toMatch(/var\(|\$/);
  const style = editorStyle();
  for (const [, name] of style.matchAll(/var\((--picture-\w+)\)/g)) expect(style).toContain(`${name}: `);
});
