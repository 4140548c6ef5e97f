import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { codebookSchema, headSchema, readCodebook, readHead } from '../../server/src/codebook/index.ts';

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true });
const isCodebook = ajv.compile(codebookSchema());
const isHead = ajv.compile(headSchema());

const GOOD_CODEBOOKS = [
  'actors: { russia: { name: Russia, kind: state, aka: [Moscow], of: un, country: RUS, wikidata: Q159, role: GOV, note: x } }',
  'actors: { russia: Russia, 俄罗斯: { name: R }, الصين: , 007: { of: [a, b] } }',
  'topics: { enlargement: { name: N, in: security, note: x }, security: Security }',
  'attributes: { frame: { for: [claim], values: [a, 2], required: true, note: x }, form: { values: { meeting: A meeting., visit: } } }',
  'attributes: { frame: { for: demand }, tone: }',
  'lint: { rules: { a: off, b: error }, include: "**", exclude: [a, b] }',
  'actors:\ntopics:\nattributes:\nlint:\n',
];

const BAD_CODEBOOKS = [
  'actor: {}',
  'title: x',
  'actors: [russia]',
  'actors: { a b: x }',
  'actors: { russia: { kind: country } }',
  'actors: { russia: { nmae: x } }',
  'actors: { russia: { wikidata: "159" } }',
  'actors: { russia: { aka: { a: b } } }',
  'actors: { russia: [x] }',
  'topics: { a: { kind: x } }',
  'topics: { a: { in: [b] } }',
  'attributes: { Frame: {} }',
  'attributes: { frame: { for: [calim] } }',
  'attributes: { frame: { required: maybe } }',
  'attributes: { frame: { type: x } }',
  'attributes: { form: { value: [x] } }',
  'lint: { rules: { a: warn } }',
  'lint: { rule: {} }',
  '- a',
];

const GOOD_HEADS = [
  'title: Can the two sides meet halfway?\nauthor: Wu Zhenglong\ndate: 2022-01-19',
  'title: 2022\nauthor: [a, b]\ndate: 2022\ntype: commentary\nlang: zh-Hans\ncoder: kh\nid: 俄-1',
  'date: 2021-12\nsource: x\nsection: y\ncodebook: ../demarche.yaml',
  'date: "2021-12-17T15:00"',
  `source-hash: ${'0aF'.repeat(21)}b`,
  'actors: { a: A }\ntopics: { t: { in: u } }\nlint: { rules: { a: hint } }',
];

const BAD_HEADS = [
  'translator: x',
  'title: [a]',
  'author: { a: b }',
  'date: 17.12.2021',
  'date: 20211217',
  'id: a b',
  'source-hash: abc',
  'attributes: {}',
  'lint: { include: [a] }',
  'lint: { rules: { a: loud } }',
];

describe('the schemas say what the reader says', () => {
  test.each(GOOD_CODEBOOKS)('a codebook: %s', (text) => {
    expect(isCodebook(parse(text)), JSON.stringify(isCodebook.errors)).toBe(true);
    expect(readCodebook(text).problems).toEqual([]);
  });

  test.each(BAD_CODEBOOKS)('no codebook: %s', (text) => {
    expect(isCodebook(parse(text))).toBe(false);
    expect(readCodebook(text).problems).toHaveLength(1);
  });

  test.each(GOOD_HEADS)('a head: %j', (text) => {
    expect(isHead(parse(text)), JSON.stringify(isHead.errors)).toBe(true);
    expect(readHead(text, 0).problems).toEqual([]);
  });

  test.each(BAD_HEADS)('no head: %s', (text) => {
    expect(isHead(parse(text))).toBe(false);
    expect(readHead(text, 0).problems).toHaveLength(1);
  });

  test('they are valid schemas, with a description for each key', () => {
    for (const schema of [codebookSchema(), headSchema()]) {
      expect(ajv.validateSchema(schema)).toBe(true);
      expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
      for (const key of Object.values(schema.properties as Record<string, { description: string }>)) {
        expect(key.description).toMatch(/\.$|\?$/);
      }
    }
  });
});
