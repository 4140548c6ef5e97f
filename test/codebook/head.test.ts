import { describe, expect, test } from 'vitest';
import { EMPTY_HEAD, readHead } from '../../server/src/codebook/index.ts';
import { checkHead, fixHead } from './check.ts';

const values = (list: readonly { value: string }[]) => list.map(({ value }) => value);

describe('what a head says', () => {
  test('all its keys', () => {
    const head = checkHead(
      [
        'id: halfway',
        'title: Can the two sides meet halfway?',
        'author: [Wu Zhenglong, putin]',
        'date: 2022-01-19',
        'source: China Daily',
        'section: Opinion',
        'type: commentary',
        'lang: zh-Hans',
        'coder: kh',
        'codebook: ../demarche.yaml',
        `source-hash: ${'0a'.repeat(32)}`,
        'actors: { putin: { name: Vladimir Putin } }',
        'topics: { enlargement: { name: Enlargement } }',
        'lint: { rules: { missing-date: off } }',
        '',
      ].join('\n'),
    );
    expect(head).toMatchObject({
      id: { value: 'halfway' },
      title: { value: 'Can the two sides meet halfway?' },
      date: { value: '2022-01-19' },
      source: { value: 'China Daily' },
      section: { value: 'Opinion' },
      type: { value: 'commentary' },
      lang: { value: 'zh-Hans' },
      coder: { value: 'kh' },
      codebook: { value: '../demarche.yaml' },
      sourceHash: { value: '0a'.repeat(32) },
    });
    expect(values(head.authors)).toEqual(['Wu Zhenglong', 'putin']);
    expect([...head.actors.keys(), ...head.topics.keys()]).toEqual(['putin', 'enlargement']);
    expect(head.lint.rules.get('missing-date')?.value).toBe('off');
  });

  test.each(['', '\n', '# a comment\n', '{}', '~', 'title:\nauthor:\nactors:\n', 'title: ""\nauthor: []'])(
    '%j says nothing',
    (text) => {
      expect(checkHead(text)).toEqual(EMPTY_HEAD);
    },
  );

  test('numbers, dates and flags are the words that are written', () => {
    const head = checkHead('title: 2022\nid: 007\ncoder: no\nlang: 1e3\nsource: 0x1F\ndate: 2022');
    const { title, id, coder, lang, source, date } = head;
    expect([title, id, coder, lang, source, date].map((located) => located?.value)).toEqual([
      '2022', '007', 'no', '1e3', '0x1F', '2022',
    ]); // biome-ignore format: a list
  });

  test('a YAML version of old changes nothing', () => {
    expect(checkHead('%YAML 1.1\n--- \ncoder: yes\nid: 0o7').coder?.value).toBe('yes');
  });

  test.each(['\n', '\r\n', '\r'])('ranges are those of the document, with %j', (eol) => {
    const text = [
      '# note',
      'title: "Paper walls"',
      'author:',
      '  - 沈亦舟',
      '  - B',
      'date:   2021',
      '',
    ].join(eol);
    const document = `---${eol}${text}---`;
    const base = 3 + eol.length;
    const head = readHead(text, base);
    expect(head.problems).toEqual([]);
    const located = [head.title, ...head.authors, head.date].map((at) => document.slice(at?.start, at?.end));
    expect(located).toEqual(['"Paper walls"', '沈亦舟', 'B', '2021']);
  });

  test('texts are NFC', () => {
    expect(readHead('title: Le\u0301a', 0).title?.value).toBe('L\u00E9a');
  });

  test('texts of several lines', () => {
    const head = checkHead('title: >\n  Paper\n  walls\nsource: a\n  b\ncoder: "x\n  y"');
    expect([head.title?.value, head.source?.value, head.coder?.value]).toEqual(['Paper walls', 'a b', 'x y']);
  });

  test('aliases stand for what they name', () => {
    expect(checkHead('title: &t Paper\nsource: *t').source?.value).toBe('Paper');
  });
});

describe('unknown keys', () => {
  test('the nearest is proposed, and is a fix', () => {
    checkHead(
      '[[topcis]]: {}\n[[Title]]: x\n[[sorce]]: y',
      ['unknown-key', 'topics'],
      ['unknown-key', 'title'],
      ['unknown-key', 'source'],
    );
    expect(fixHead('topcis: {}\nTitle: x')).toBe('topics: {}\ntitle: x');
  });

  test('no fix where the key is there already', () => {
    const { problems } = checkHead('title: x\n[[titl]]: y', ['unknown-key', 'Did you mean “title”?']);
    expect(problems[0]?.fix).toBeNull();
  });

  test('none is near: all are named', () => {
    checkHead('[[translator]]: nobody', ['unknown-key', /title, author, date/]);
  });

  test('keys that belong elsewhere', () => {
    checkHead(
      '[[attributes]]: {}\nlint: { [[include]]: [a] }',
      ['unknown-key', 'demarche.yaml'],
      ['unknown-key', 'demarche.yaml'],
    );
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is a key like any other',
    (name) => {
      checkHead(`[[${name}]]: x`, ['unknown-key', name]);
      const head = checkHead(`actors: { ${name === '__proto__' ? 'proto' : name}: { [[${name}]]: x } }`, [
        'unknown-key',
        name,
      ]);
      expect(head.actors.size).toBe(1);
      expect(({} as Record<string, unknown>).x).toBeUndefined();
    },
  );
});

describe('wrong values', () => {
  test('of each kind', () => {
    checkHead('title: [[[a, b]]]', ['invalid-value', 'one text']);
    checkHead('title: [[{ a: b }]]', ['invalid-value', 'one text']);
    checkHead('title:\n  [[a: b]]', ['invalid-value', 'one text']);
    checkHead('author: [A, [[[B]]]]', ['invalid-value', 'list']);
    checkHead('author: [A, [[~]], [[""]]]', ['invalid-value', 'empty'], ['invalid-value', 'empty']);
    checkHead('id: [[a b]]', ['invalid-value', 'An id begins']);
    checkHead('source-hash: [[abc]]', ['invalid-value', '64 digits']);
    checkHead('actors: [[[a, b]]]', ['invalid-value', 'one by one']);
    checkHead('topics: [[x]]', ['invalid-value', 'one by one']);
    checkHead('lint: [[off]]', ['invalid-value', 'rules']);
    checkHead('[[- title]]', ['invalid-value', 'key on each line']);
    checkHead('[[just words]]', ['invalid-value', 'key on each line']);
  });

  test('dates', () => {
    checkHead('date: [[2021-02-30]]', ['invalid-date']);
    checkHead('date: [[3/4/2021]]', ['invalid-date']);
    checkHead('date: 2021-12-17T15:00');
    checkHead('date: "2021-12-17T15:00"');
    expect(fixHead('date: December 17, 2021 # Friday\nid: x')).toBe('date: 2021-12-17 # Friday\nid: x');
    expect(readHead('date: soon', 0).date?.value).toBe('soon');
  });

  test('an id with its sign', () => {
    const head = checkHead(
      'author: [[@putin]]\nactors: { a: { of: [[[@b]], c, [[d e]]] } }',
      ['invalid-yaml', '@'],
      ['invalid-yaml', '@'],
      ['invalid-value', 'no id'],
    );
    expect(values(head.authors)).toEqual(['putin']);
    expect(values(head.actors.get('a')?.of ?? [])).toEqual(['b', 'c']);
    expect(fixHead('author: @putin')).toBe('author: putin');
  });
});
