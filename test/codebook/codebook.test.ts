import { describe, expect, test } from 'vitest';
import {
  attributesOf,
  CORE_ATTRIBUTES,
  EMPTY_CODEBOOK,
  readCodebook,
} from '../../server/src/codebook/index.ts';
import { extractMarkers } from '../kit/markers.ts';
import { checkCodebook, fixCodebook } from './check.ts';

const EXAMPLE = `# demarche.yaml
actors:
  russia: { name: Russia, kind: state, aka: [Moscow, the Kremlin], country: RUS, wikidata: Q159 }
  putin:  { name: Vladimir Putin, kind: person, of: russia, role: GOV, aka: [the Russian president] }
topics:
  enlargement: { name: NATO's eastward enlargement, in: security, note: Coded for any stage of accession. }
  security: { name: European security }
attributes:
  frame: { for: [claim], values: [historical, legal, strategic], required: false, note: Entman frame. }
  form: { values: [meeting] }        # a core name gains values, or becomes required
lint:
  rules: { untagged-mention: warning, unanswered-demand: hint }
  include: ["**/*.demarche"]
  exclude: ["drafts/**"]
`;

describe('what a codebook says', () => {
  test('the example of the reference', () => {
    const codebook = checkCodebook(EXAMPLE);
    expect(codebook.actors.get('russia')).toMatchObject({
      id: 'russia', name: 'Russia', kind: 'state', country: 'RUS', wikidata: 'Q159', of: [], role: null, note: null,
    }); // biome-ignore format: a list
    expect(codebook.actors.get('putin')).toMatchObject({ of: [{ value: 'russia' }], role: 'GOV' });
    expect(codebook.topics.get('enlargement')).toMatchObject({
      name: "NATO's eastward enlargement",
      in: { value: 'security' },
      note: 'Coded for any stage of accession.',
    });
    expect(codebook.lint).toMatchObject({ include: ['**/*.demarche'], exclude: ['drafts/**'] });
    expect([...codebook.lint.rules].map(([name, { value }]) => [name, value])).toEqual([
      ['untagged-mention', 'warning'],
      ['unanswered-demand', 'hint'],
    ]);
  });

  test.each(['', '\uFEFF', '\uFEFF# only a comment\n', '---\n', 'actors:\ntopics:\nattributes:\nlint:\n'])(
    '%j says nothing',
    (text) => {
      expect(checkCodebook(text)).toEqual(EMPTY_CODEBOOK);
    },
  );

  test.each(['\n', '\r\n', '\r'])('places, after a byte order mark and with %j', (eol) => {
    const { text, ranges } = extractMarkers(
      [
        '\uFEFFactors:',
        '  # states',
        '  [[[[俄罗斯]]: { name: R } ]] # one',
        '  [[[[الصين]]:',
        '    name: C]] # two',
        '    # more',
        '  [[[[x]]: X]]',
        '',
      ].join(eol),
    );
    const { actors, problems } = readCodebook(text);
    expect(problems).toEqual([]);
    const places = [...actors.values()].flatMap(({ start, end, entry }) => [entry, { start, end }]);
    // A closing brace ends an entry; the space before the comment belongs to nobody.
    expect(places.map(({ start, end }) => text.slice(start, end).trim())).toEqual(
      ranges.map(({ start, end }) => text.slice(start, end).trim()),
    );
  });

  test('short forms', () => {
    const codebook = checkCodebook(
      'actors:\n  russia: Russia\n  china:\n  who: {}\n  nobody: "null"\ntopics: { a: A topic, b: }',
    );
    expect([...codebook.actors.values()].map(({ name }) => name)).toEqual(['Russia', 'china', 'who', 'null']);
    expect([...codebook.topics.values()].map(({ name }) => name)).toEqual(['A topic', 'b']);
  });

  test('one where a list may stand', () => {
    const codebook = checkCodebook('actors: { a: { of: b, aka: B } }\nlint: { include: x, exclude: [y, z] }');
    expect(codebook.actors.get('a')).toMatchObject({ of: [{ value: 'b' }], aka: [{ value: 'B' }] });
    expect(codebook.lint).toMatchObject({ include: ['x'], exclude: ['y', 'z'] });
  });

  test('what YAML makes of words elsewhere', () => {
    const { actors } = checkCodebook(
      'actors: { 007: { name: 1.0, country: NO }, no: no, 2021-12: x, 0x1: y }',
    );
    expect([...actors.values()].map(({ id, name, country }) => [id, name, country])).toEqual([
      ['007', '1.0', 'NO'],
      ['no', 'no', null],
      ['2021-12', 'x', null],
      ['0x1', 'y', null],
    ]);
  });

  test('__proto__ and its like do no harm', () => {
    const { actors, lint } = readCodebook(
      'actors: { a: { name: A }, constructor: C, toString: { name: T } }\nlint: { rules: { __proto__: off, constructor: hint } }',
    );
    expect([...actors.keys()]).toEqual(['a', 'constructor', 'toString']);
    expect(lint.rules.get('__proto__')?.value).toBe('off');
    expect(lint.rules.get('valueOf')).toBeUndefined();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('a bad entry costs itself', () => {
    const { actors, topics } = checkCodebook(
      'actors:\n  [[a b]]: { name: X }\n  b: { kind: [[sate]], name: B }\n  c: [[[x]]]\n  d: { name: [[[x]]], of: e }\ntopics:\n  x: { in: [[[y]]] }\n  [[{]] a: b }: c\n  y: Y',
      ['invalid-value', 'An id begins'],
      ['invalid-value', 'person, organization, state, group'],
      ['invalid-value', 'An actor takes'],
      ['invalid-value', 'one text'],
      ['invalid-value', 'one id'],
      ['invalid-yaml'],
    );
    expect([...actors.values()].map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ['b', 'B', null],
      ['c', 'c', null],
      ['d', 'd', null],
    ]);
    expect(actors.get('d')?.of).toMatchObject([{ value: 'e' }]);
    expect([...topics.keys()]).toEqual(['x', 'y']);
  });

  test('unknown keys, wherever they are', () => {
    checkCodebook(
      'actors: { a: { [[nmae]]: A, [[sort]]: B, [[countri]]: B } }\ntopics: { a: { [[kind]]: x } }\nattributes: { a: { [[type]]: x } }\nlint: { [[rule]]: {} }\n[[title]]: x\n[[actor]]: {}',
      ['unknown-key', 'Did you mean “name”?'],
      ['unknown-key', 'name, kind, of, aka'],
      ['unknown-key', 'Did you mean “country”?'],
      ['unknown-key', 'name, in, note'],
      ['unknown-key', 'for, values, required, note'],
      ['unknown-key', 'Did you mean “rules”?'],
      ['unknown-key', 'head of a document'],
      ['unknown-key', 'Did you mean “actors”?'],
    );
    expect(fixCodebook('topcis: {}\nactors: { a: { kind: organisation } }')).toBe(
      'topics: {}\nactors: { a: { kind: organization } }',
    );
  });

  test('wrong values', () => {
    checkCodebook('[[- a]]', ['invalid-value', 'A codebook has']);
    checkCodebook('actors: { a: { wikidata: [[159]] } }', ['invalid-value', 'Q159']);
    checkCodebook(
      'lint: { rules: { a: [[eror]], b: [[[off]]], c: [[1]] } }',
      ['invalid-value', 'error, warning'],
      ['invalid-value', 'one of'],
      ['invalid-value', 'one of'],
    );
    checkCodebook('lint: { rules: [[[a]]] }', ['invalid-value', 'untagged-mention: warning']);
    expect(fixCodebook('lint: { rules: { a: eror } }')).toBe('lint: { rules: { a: error } }');
  });

  test('a full-width colon after an id', () => {
    const text = 'actors:\n  俄罗斯： 俄罗斯\n  b: B\n';
    expect(fixCodebook(text.replace('： ', '： x: '))).toContain('俄罗斯: x');
    expect(
      readCodebook('actors:\n  a[[：]]{ name: A }\n  b: B\n'.replace(/[[\]]{2}/g, '')).actors.has('b'),
    ).toBe(true);
  });
});

describe('attributes', () => {
  const of = (text: string) => attributesOf(readCodebook(text));

  test('the core alone', () => {
    expect([...attributesOf(null).values()]).toEqual(CORE_ATTRIBUTES);
    expect([...attributesOf(EMPTY_CODEBOOK).values()]).toEqual(CORE_ATTRIBUTES);
  });

  test('the table of a codebook is made once', () => {
    const codebook = readCodebook(EXAMPLE);
    expect(attributesOf(codebook)).toBe(attributesOf(codebook));
    expect([...attributesOf(codebook).keys()]).toEqual([...CORE_ATTRIBUTES.map(({ name }) => name), 'frame']);
  });

  test('one of the team’s own', () => {
    const frame = of(EXAMPLE).get('frame');
    expect(frame).toMatchObject({
      for: ['claim'],
      type: 'choice',
      many: false,
      required: false,
      custom: true,
      note: 'Entman frame.',
    });
    expect(frame?.choices.map(({ value }) => value)).toEqual(['historical', 'legal', 'strategic']);
    expect(of('attributes: { tone: }').get('tone')).toMatchObject({
      for: ['claim', 'demand'],
      type: 'text',
      choices: [],
      required: false,
    });
    expect(of('attributes: { tone: { for: demand, required: true } }').get('tone')).toMatchObject({
      for: ['demand'],
      required: true,
    });
  });

  test('values with notes', () => {
    checkCodebook(
      'attributes:\n  frame:\n    values:\n      legal: By the law.\n      moral:\n      2: Two.\n',
    );
    expect(
      of('attributes: { frame: { values: { legal: By the law., moral: , 2: Two. } } }').get('frame')?.choices,
    ).toEqual([
      { value: 'legal', note: 'By the law.' },
      { value: 'moral', note: '' },
      { value: '2', note: 'Two.' },
    ]);
    expect(
      of('attributes: { wave: { values: [1, 02, yes] } }')
        .get('wave')
        ?.choices.map(({ value }) => value),
    ).toEqual(['1', '02', 'yes']);
  });

  test('a core attribute gains values, or becomes required', () => {
    const core = attributesOf(null);
    const form = of('attributes: { form: { values: [meeting, protest], note: In our sense. } }').get('form');
    expect(form?.choices.map(({ value }) => value)).toEqual([
      ...(core.get('form')?.choices ?? []).map(({ value }) => value),
      'meeting',
    ]);
    expect(form).toMatchObject({ for: ['claim', 'demand'], custom: false, required: false });
    expect(form?.note).toBe(`${core.get('form')?.note} In our sense.`);
    expect(of('attributes: { topic: { required: true } }').get('topic')).toEqual({
      ...core.get('topic'),
      required: true,
    });
    expect(of('attributes: { type: { for: [claim, demand] } }').get('type')?.for).toEqual([
      'claim',
      'demand',
    ]);
  });

  test('mistakes', () => {
    const codebook = checkCodebook(
      'attributes:\n  [[Frame]]: { values: [a, [[a]], b] }\n  by: { values: [[[x]], y] }\n  [[a b]]: {}\n  tone: { for: [[[calim]]], required: [[yes]], values: [ [[{ x: y }]] ] }\n  [[frame]]: {}\n  x: [[y]]\n',
      ['invalid-value', 'lower case'],
      ['invalid-value', 'twice'],
      ['invalid-value', 'no list of values'],
      ['invalid-value', 'An id begins'],
      ['invalid-value', 'claim, demand'],
      ['invalid-value', 'true or false'],
      ['invalid-value', 'a list'],
      ['invalid-yaml', 'twice'],
      ['invalid-value', 'An attribute takes'],
    );
    expect([...codebook.attributes.keys()]).toEqual(['frame', 'by', 'tone', 'x']);
    expect(codebook.attributes.get('by')?.definition.choices).toEqual([]);
    expect(fixCodebook('attributes: { Frame: { required: yes } }')).toBe(
      'attributes: { frame: { required: true } }',
    );
  });
});
