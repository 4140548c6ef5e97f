import { expect, test } from 'vitest';
import { readCodebook } from '../../server/src/codebook/index.ts';
import { removeEntry } from '../../server/src/codebook/removeEntry.ts';

/** The codebook without the actor `b`. */
function without(text: string): string {
  const actor = readCodebook(text).actors.get('b');
  if (!actor) throw new Error('no actor b');
  const { start, end, text: rest } = removeEntry(text, actor.entry);
  return text.slice(0, start) + rest + text.slice(end);
}

test.each([
  ['actors:\n  a: A\n  b: B # gone too\n  c: C\n', 'actors:\n  a: A\n  c: C\n'],
  [
    'actors:\n  a: A\n  # stays\n  b:\n    name: B\n    of: a\n# end\n',
    'actors:\n  a: A\n  # stays\n# end\n',
  ],
  ['actors:\r\n  b: { name: B }\r\n  c: C\r\n', 'actors:\r\n  c: C\r\n'],
  ['actors:\n  a: A\n  b: B', 'actors:\n  a: A\n'],
  ['actors: { a: A, b: B, c: C }', 'actors: { a: A, c: C }'],
  ['actors: { a: A, b: { name: B } }', 'actors: { a: A }'],
  ['actors: { b: B, c: C }', 'actors: { c: C }'],
  ['actors: { b: B }', 'actors: {  }'],
  ['actors: {\n  a: A,\n  b: B,\n  c: C\n}\n', 'actors: {\n  a: A,\n  c: C\n}\n'],
  ['actors: {\n  a: A,\n  b: B\n}\n', 'actors: {\n  a: A\n}\n'],
])('%j', (before, after) => {
  expect(without(before)).toBe(after);
  expect(readCodebook(after).problems).toEqual([]);
});
