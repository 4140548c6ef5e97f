import { describe, expect, test } from 'vitest';
import { readHead } from '../../server/src/codebook/index.ts';
import { checkCodebook, checkHead, fixCodebook, fixHead } from './check.ts';

describe('a value that lacks its quotes', () => {
  test.each([
    ['NATO: what next', 'colon', '"NATO: what next"'],
    ['NATO: a: b', 'colon', '"NATO: a: b"'],
    ['NATO:', 'colon', '"NATO:"'],
    ['The "new" order: what next', 'colon', '"The \\"new\\" order: what next"'],
    ['C:\\temp: x', 'colon', '"C:\\\\temp: x"'],
    ["What's next: war", 'colon', '"What\'s next: war"'],
    ['"NATO": what next', 'quotes close', '"\\"NATO\\": what next"'],
    ['"Never again," he said', 'quotes close', '"\\"Never again,\\" he said"'],
    ["'Never' again", 'quotes close', '"\'Never\' again"'],
    ["'tis the season", 'not closed', '"\'tis the season"'],
    ['[Draft] The order', '“[”', '"[Draft] The order"'],
    ['{sic} and more', '“{”', '"{sic} and more"'],
    ['- a dash', '“-”', '"- a dash"'],
    ['@home', '“@”', '"@home"'],
    ['`code`', '“`”', '"`code`"'],
    ['%100', '“%”', '"%100"'],
    ['*starred', '“*”', '"*starred"'],
    ['| bar', '“|”', '"| bar"'],
    ['&a b: c', 'colon', '"&a b: c"'],
    ['! x: y', 'colon', '"! x: y"'],
    [', and then', '“,”', '", and then"'],
  ])('title: %s', (value, words, quoted) => {
    const text = `lang: en\ntitle: ${value}\ndate: 2022\ncoder: "kh"\n`;
    // The marks would read as YAML's own brackets, so the place is looked at by itself.
    const head = readHead(text, 0);
    expect(head.problems).toMatchObject([{ rule: 'invalid-yaml', message: expect.stringContaining(words) }]);
    expect(text.slice(head.problems[0]?.start, head.problems[0]?.end)).toBe(value);
    expect(head.problems[0]?.fix?.title).toBe('Quote it');
    expect([head.title?.value, head.date?.value, head.coder?.value, head.lang?.value]).toEqual([
      value,
      '2022',
      'kh',
      'en',
    ]);
    const fixed = fixHead(text);
    expect(fixed).toBe(text.replace(value, () => quoted));
    expect(readHead(fixed, 0)).toMatchObject({ title: { value }, problems: [] });
  });

  test.each([
    'id',
    'title',
    'author',
    'date',
    'source',
    'section',
    'type',
    'lang',
    'coder',
    'codebook',
    'source-hash',
  ])('any key of the head: %s', (key) => {
    const { problems } = readHead(`${key}: a: b\nactors: { x: X }`, 0);
    expect(problems[0]).toMatchObject({ rule: 'invalid-yaml', fix: { title: 'Quote it' } });
    expect(fixHead(`${key}: a: b`)).toBe(`${key}: "a: b"`);
  });

  test('two of them, and the line ends of three systems', () => {
    const head = checkHead(
      'title: [[a: b]]\r\nsource: [[c: d]] # note\rdate: 2021\n',
      ['invalid-yaml'],
      ['invalid-yaml'],
    );
    expect([head.title?.value, head.source?.value, head.date?.value]).toEqual(['a: b', 'c: d', '2021']);
  });

  test('over several lines', () => {
    const head = checkHead('title: [[NATO: what\n  next]]\ndate: 2021', ['invalid-yaml', 'colon']);
    expect([head.title?.value, head.date?.value]).toEqual(['NATO: what next', '2021']);
    expect(readHead(fixHead('title: NATO: what\n  next\ndate: 2021'), 0).title?.value).toBe(
      'NATO: what next',
    );
  });

  test('a quote that nobody closed', () => {
    const text = 'title: "Paper walls\ndate: 2021\nsource: "X"\n';
    const head = readHead(text, 0);
    expect([head.title?.value, head.date?.value, head.source?.value]).toEqual(['Paper walls', '2021', 'X']);
    expect(head.problems).toHaveLength(1);
    expect(fixHead(text)).toBe('title: "Paper walls"\ndate: 2021\nsource: "X"\n');
  });

  test('a backslash between quotes', () => {
    expect(fixHead('title: "a\\qb\\n\\"\\xZZ"\n')).toBe('title: "a\\\\qb\\n\\"\\\\xZZ"\n');
  });

  test('no space after the colon, or a full-width one', () => {
    const head = checkHead(
      'title[[:]]NATO\nauthor[[：]]沈亦舟\nlang[[： ]]zh\ncoder[[：]]k',
      ['invalid-yaml', 'space'],
      ['invalid-yaml', 'full-width'],
      ['invalid-yaml', 'full-width'],
      ['invalid-yaml', 'full-width'],
    );
    expect([head.title?.value, head.authors[0]?.value, head.lang?.value]).toEqual(['NATO', '沈亦舟', 'zh']);
    expect(fixHead('title:NATO\nauthor：沈亦舟\ncoder：k')).toBe('title: NATO\nauthor: 沈亦舟\ncoder: k');
    expect(fixHead('title:a: b\nid: x')).toBe('title: a: b\nid: x');
    expect(fixHead(fixHead('title:a: b\nid: x'))).toBe('title: "a: b"\nid: x');
  });

  test('in the braces of a codebook', () => {
    const codebook = checkCodebook(
      'actors:\n  a: { name: [[A: b]], kind: state, aka: [x, [[c: d]]] }\n  b: B\n',
      ['invalid-yaml', 'colon'],
      ['invalid-yaml', 'colon'],
    );
    expect(codebook.actors.get('a')).toMatchObject({ name: 'A: b', kind: 'state' });
    expect(codebook.actors.get('a')?.aka.map(({ value }) => value)).toEqual(['x', 'c: d']);
    expect(fixCodebook('actors: { a: { name: A: b, aka: [c: d] } }')).toBe(
      'actors: { a: { name: "A: b", aka: ["c: d"] } }',
    );
  });

  test('on a line of a codebook', () => {
    const text = 'topics:\n  a:\n    name: [[A: b]]\n    note: c\n  b: { name: B }\nlint: {}';
    const codebook = checkCodebook(text, ['invalid-yaml', 'colon']);
    expect([...codebook.topics.values()].map(({ name, note }) => [name, note])).toEqual([
      ['A: b', 'c'],
      ['B', null],
    ]);
  });

  test('a text in a block is left alone', () => {
    const text = 'topics:\n  a:\n    note: |\n      name: A: b\n  b: { name: [[C: d]] }';
    expect(checkCodebook(text, ['invalid-yaml']).topics.get('a')?.note).toBe('name: A: b');
  });
});

describe('broken YAML', () => {
  test('costs its own line', () => {
    const text = 'author: A\n[[plain words]]\ncoder: kh';
    expect(checkHead(text, ['invalid-yaml', 'no key'])).toMatchObject({
      authors: [{ value: 'A' }],
      coder: { value: 'kh' },
    });
    expect(checkHead('lang: [[]]]\ncoder: kh', ['invalid-yaml']).coder?.value).toBe('kh');
    expect(checkHead('title: x\n  [[coder]]: a\nlang: en', ['invalid-yaml', 'column'])).toMatchObject({
      title: { value: 'x' },
      lang: { value: 'en' },
    });
    expect(checkHead('[[\t]]title: x\nlang: en', ['invalid-yaml', 'tab']).lang?.value).toBe('en');
  });

  test('what is not closed is reported where it opens', () => {
    const head = readHead('author: [A, B\ndate: 2021', 0);
    expect(head.authors.map(({ value }) => value)).toEqual(['A', 'B']);
    expect(head.date?.value).toBe('2021');
    expect(head.problems).toMatchObject([
      {
        start: 'author: '.length,
        end: 'author: ['.length,
        message: expect.stringContaining('“]” is missing'),
      },
    ]);
    const codebook = checkCodebook(
      'actors:\n  a: [[{]]name: A\n  b: { name: B }\n  c: { aka: [[[]]"x" }\nlint: {}',
      ['invalid-yaml', '“}” is missing'],
      ['invalid-yaml'],
    );
    expect([...codebook.actors.keys()]).toContain('b');
  });

  test('a quote in a list', () => {
    const codebook = checkCodebook('actors:\n  a: { aka: [[["]]M, K] }\n  b: { name: "B" }\n', [
      'invalid-yaml',
      'quote',
    ]);
    expect([...codebook.actors.keys()]).toEqual(['b']);
  });

  test('the same key twice', () => {
    const head = checkHead(
      'title: a\n[[title]]: b\nactors: { x: X, [[x]]: Y, e\u0301: E, [[\u00E9]]: F }',
      ['invalid-yaml', 'first counts'],
      ['invalid-yaml', 'first counts'],
      ['invalid-yaml', 'first counts'],
    );
    expect(head.title?.value).toBe('a');
    expect([...head.actors.values()].map(({ id, name }) => [id, name])).toEqual([
      ['x', 'X'],
      ['\u00E9', 'E'],
    ]);
  });

  test('keys that are no words', () => {
    checkHead('[[[a]]]: b\n? [[{ c: d }]]\n: e\ncoder: kh', ['invalid-yaml', 'key'], ['invalid-yaml', 'key']);
    checkHead('[[]]: b', ['invalid-yaml', 'key']);
  });

  test('a second document', () => {
    expect(
      checkCodebook('actors: { a: A }\n[[---]]\nactors: { b: B }', ['invalid-yaml', 'second document']).actors
        .size,
    ).toBe(1);
    checkCodebook('---\nactors: { a: A }\n...\n');
  });

  test('a reference to nothing in a list of actors', () => {
    expect(checkCodebook('actors: { a: { of: [[*b]] }, c: C }', ['invalid-yaml', '“*”']).actors.size).toBe(2);
  });
});
