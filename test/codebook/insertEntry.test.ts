import { describe, expect, test } from 'vitest';
import { insertEntry, readCodebook } from '../../server/src/codebook/index.ts';

function insert(text: string, section: 'actors' | 'topics' = 'actors', name = 'North Korea'): string | null {
  const edit = insertEntry(text, section, 'dprk', { name });
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('an entry is added', () => {
  test.each([
    ['', 'actors:\n  dprk: { name: North Korea }\n'],
    ['topics: {}', 'topics: {}\nactors:\n  dprk: { name: North Korea }\n'],
    ['actors:\ntopics:\n', 'actors:\n  dprk: { name: North Korea }\ntopics:\n'],
    ['actors: # who\n', 'actors: # who\n  dprk: { name: North Korea }\n'],
    ['actors: {}\n', 'actors: { dprk: { name: North Korea } }\n'],
    ['actors: { a: A }\n', 'actors: { a: A, dprk: { name: North Korea } }\n'],
    [
      'actors:\n    a: A # one\n# end\ntopics:\n',
      'actors:\n    a: A # one\n    dprk: { name: North Korea }\n# end\ntopics:\n',
    ],
    [
      'actors:\n  a:\n    name: A\n    aka:\n      - x\n\ntopics:\n',
      'actors:\n  a:\n    name: A\n    aka:\n      - x\n  dprk: { name: North Korea }\n\ntopics:\n',
    ],
    [
      'actors:\n  a:\n    note: |\n      x\n      y\ntopics:\n',
      'actors:\n  a:\n    note: |\n      x\n      y\n  dprk: { name: North Korea }\ntopics:\n',
    ],
    ['actors:\r\n  a: A\r\n', 'actors:\r\n  a: A\r\n  dprk: { name: North Korea }\r\n'],
    ['actors:\r  a: A', 'actors:\r  a: A\r  dprk: { name: North Korea }'],
    ['\uFEFFactors:\n  a: A', '\uFEFFactors:\n  a: A\n  dprk: { name: North Korea }'],
  ])('%j', (text, expected) => {
    expect(insert(text)).toBe(expected);
    const before = readCodebook(text);
    const after = readCodebook(expected);
    expect(after.problems).toEqual([]);
    expect(after.actors.get('dprk')?.name).toBe('North Korea');
    expect(after.actors.size).toBe(before.actors.size + 1);
  });

  test.each([
    'a: b',
    'it’s',
    '"x"',
    'no',
    'x, y',
    '[x]',
    '12',
    ' x',
    '- x',
    '北京',
    'a\nb',
    '#x',
    '@x',
    'C\\D',
  ])('whatever its name: %j', (name) => {
    const text = insert('topics:\n  a: A\n', 'topics', name) as string;
    const { topics, problems } = readCodebook(text);
    expect(problems).toEqual([]);
    expect(topics.get('dprk')?.name).toBe(name.trim());
  });

  test.each([
    '- a',
    'words',
    '{ actors: {} }',
    'actors: [a]',
    'actors: words',
    'actors: ~',
    'actors: { a: A',
  ])('not where something else stands: %j', (text) => {
    expect(insert(text)).toBeNull();
  });
});
