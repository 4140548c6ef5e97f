import { describe, expect, test } from 'vitest';
import {
  MAX_CODEBOOK_LENGTH,
  MAX_HEAD_LENGTH,
  readCodebook,
  readHead,
} from '../../server/src/codebook/index.ts';

/** Long enough to hang or overflow what is not linear, or recurses. */
const LENGTH = 25_000;
const fill = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

const HOSTILE: Record<string, string> = {
  'brackets that open': fill('['),
  'braces that open': fill('{'),
  'brackets on lines': fill(`a: ${'['.repeat(80)}\n`),
  'brackets that close': fill(']'),
  'brackets that close, on lines': fill(']\n'),
  'pairs of brackets': fill('[]'),
  dashes: fill('- '),
  'question marks': fill('? '),
  colons: fill(': '),
  'keys of keys': fill('a: '),
  'deeper and deeper': Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  'deeper lists': Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n'),
  commas: `[${fill(',')}`,
  anchors: fill('&a '),
  tags: fill('!a '),
  aliases: `a: &a b\nlint: { include: [${fill('*a, ')}`,
  directives: fill('%A b\n'),
  documents: fill('---\n'),
  ends: fill('...\n'),
  'quote that never closes': `title: "${fill('a\n')}`,
  quotes: fill('"a" '),
  'open quotes': fill('title: "a\n'),
  'open apostrophes': fill("source: 'a\n"),
  'colons in titles': fill('title: a: b\n'),
  'full-width colons': fill('title：a\n'),
  'colons without spaces': fill('title:a\n'),
  'lines without keys': fill('a\n'),
  tabs: fill('\ta\n'),
  'carriage returns': fill('\r'),
  'line ends': fill('\r\n'),
  zeros: fill('\0'),
  surrogates: fill('\uD83D'),
  'byte order marks': fill('\uFEFF'),
  backslashes: `title: "${fill('\\')}`,
  'a long key': `${fill('k')}: v`,
  'a long value': `titel: ${fill('v')}`,
  'many keys': Array.from({ length: 10_000 }, (_, index) => `k${index}: v\n`).join(''),
  'the same key': fill('title: v\n'),
  'the same actor': `actors:\n${fill('  a: A\n')}`,
};

describe('hostile texts end, with something to say', () => {
  test.each(Object.entries(HOSTILE))(
    '%s',
    (_, text) => {
      const head = readHead(text.slice(0, MAX_HEAD_LENGTH), 5);
      const codebook = readCodebook(text);
      const isBlank = /^(?:[\s\uFEFF.]|%.*\n)*(?:%.*)?$/.test(text);
      if (!isBlank) expect(codebook.problems.length).toBeGreaterThan(0);
      if (!isBlank) expect(head.problems.length).toBeGreaterThan(0);
      expect(codebook.problems.length).toBeLessThanOrEqual(1_000);
    },
    20_000,
  );
});

describe('bombs', () => {
  test('aliases of aliases', () => {
    const names = 'abcdefghij'.split('');
    const lines = names.map((name, index) => {
      const items =
        index === 0
          ? 'x, x, x, x, x'
          : Array(9)
              .fill(`*${names[index - 1]}`)
              .join(', ');
      return `${name}: &${name} [${items}]`;
    });
    const codebook = readCodebook(
      `${lines.join('\n')}\nlint: { include: *j, exclude: *a }\nactors: { z: Z }`,
    );
    expect(codebook.lint).toMatchObject({ include: [], exclude: ['x', 'x', 'x', 'x', 'x'] });
    expect(codebook.actors.size).toBe(1);
  });

  test('an alias within itself', () => {
    const codebook = readCodebook('actors: &a { x: *a, y: { aka: &b [*b, z] } }');
    expect(codebook.actors.get('y')?.aka.map(({ value }) => value)).toEqual(['z']);
  });

  test('a long list, by name, again and again', () => {
    const list = Array(20_000).fill('moscow').join(', ');
    const uses = Array.from({ length: 2_000 }, (_, index) => `  b${index}: { aka: *list }`).join('\n');
    const codebook = readCodebook(`actors:\n  a: { aka: &list [${list}] }\n${uses}`);
    expect(codebook.problems).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('repeat so much') }),
    );
    expect(codebook.actors.size).toBe(2_001);
  });
});

describe('caps', () => {
  test('a head', () => {
    expect(readHead(`title: ${'x'.repeat(MAX_HEAD_LENGTH - 7)}`, 0)).toMatchObject({ problems: [] });
    const { problems, title } = readHead(`title: x\nsource: ${'x'.repeat(MAX_HEAD_LENGTH)}`, 4);
    expect(problems).toMatchObject([
      {
        rule: 'invalid-yaml',
        start: 4,
        end: 4 + 'title: x'.length,
        message: expect.stringContaining('64 KB'),
      },
    ]);
    expect(title).toBeNull();
  });

  test('a codebook', () => {
    const { problems } = readCodebook(`actors: { a: A }\n${'#'.repeat(MAX_CODEBOOK_LENGTH)}`);
    expect(problems).toMatchObject([{ rule: 'invalid-yaml', message: expect.stringContaining('4 MB') }]);
  });

  test('what is too deep is left out, and nothing else', () => {
    const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
    const codebook = readCodebook(
      `actors:\n  a: { name: A, aka: ${deep} }\n  b: { name: B }\ntopics: { c: C }`,
    );
    expect(codebook.problems).toMatchObject([
      { rule: 'invalid-yaml', message: expect.stringContaining('more than 64 deep') },
    ]);
    expect([...codebook.actors.keys(), ...codebook.topics.keys()]).toEqual(['b', 'c']);
  });

  test('deep by indentation', () => {
    const steps = Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth + 2)}a:`).join('\n');
    const codebook = readCodebook(`actors:\n  x: X\ntopics:\n${steps}\nlint: { include: [y] }`);
    expect(codebook.problems).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('more than 64 deep') }),
    );
    expect(codebook.actors.size).toBe(1);
    expect(codebook.lint.include).toEqual(['y']);
  });
});
