import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConcordanceQuery, hitsIn, patternFor } from '../../server/src/analysis/concordance.ts';
import { EVERY_STATEMENT } from '../../server/src/analysis/statementFilter.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { soup } from '../kit/arbitraries.ts';

const CODEBOOK = `actors:
  norland: { name: Norland, kind: state }
  sudmark: { name: Sudmark, kind: state }
topics:
  dam: { name: The dam, in: water }
  water: { name: Water }
`;

/** Hits as `before[words]after`, and the statement's id. */
function found(text: string, words: string, query: Partial<ConcordanceQuery> = {}): string[] {
  const workspace = new Workspace();
  workspace.setCodebook('/w/demarche.yaml', CODEBOOK);
  const document = workspace.setDocument('/w/a.demarche', text);
  const whole = { words, wholeWords: false, matchCase: false, filter: null, ...query };
  const published = document.published.text;
  return Array.from(hitsIn(workspace, document, whole, patternFor(whole)), ({ start, end, statement }) => {
    const context = published.slice(Math.max(0, start - 3), start);
    return `${context}[${published.slice(start, end)}]${published.slice(end, end + 3)} ${statement?.fact.id ?? '-'}`;
  });
}

test('marks do not part words, and the innermost statement is told', () => {
  const text = 'The {claim #a by=@norland: open {demand #b to=@sudmark: gates} and} more gates.\n';
  expect(found(text, 'open gates and more')).toEqual(['he [open gates and more] ga a']);
  expect(found(text, 'gates')).toEqual(['en [gates] an b', 're [gates].\n -']);
});

test('case, white space and the way a letter is composed make no difference unless asked', () => {
  expect(found('CAFÉ\nnoir', 'cafe\u0301 noir')).toEqual(['[CAFÉ\nnoir] -']);
  expect(found('Nato NATO', 'NATO', { matchCase: true })).toEqual(['to [NATO] -']);
  expect(found('a\n\nb', 'a b')).toEqual([]);
});

test('a star is any letters of a word; other signs are themselves', () => {
  expect(found('sanction sanctions, (sanctioned)', 'sanction*')).toHaveLength(3);
  expect(found('unfair unfairness', 'un*ness')).toEqual(['ir [unfairness] -']);
  expect(found('the unfairness', '*fair')).toEqual(['he [unfair]nes -']);
  expect(found('a.c abc a+b', 'a.c')).toEqual(['[a.c] ab -']);
  expect(found('协议 合作协议书', '协议')).toHaveLength(2);
  expect(found('run runs', 'run', { wholeWords: true })).toEqual(['[run] ru -']);
});

test('a filter leaves what is outside its statements', () => {
  const text =
    '{claim #a by=@norland topic=dam: the gates} the gates {demand #b by=@sudmark to=@norland: the gates}\n';
  const by = (id: string) => ({ filter: { ...EVERY_STATEMENT, by: [id] } });
  expect(found(text, 'gates', by('norland'))).toEqual(['he [gates] th a']);
  expect(found(text, 'gates', by('sudmark'))).toEqual(['he [gates]\n b']);
  expect(found(text, 'gates', { filter: { ...EVERY_STATEMENT, topics: ['water'] } })).toHaveLength(1);
  expect(
    found(text, 'gates', { filter: { ...EVERY_STATEMENT, kinds: ['demand'], to: ['norland'] } }),
  ).toHaveLength(1);
});

test('a star alone is every statement, each of its stretches', () => {
  const text = '{claim #a: one} two {+#a: three}\n';
  expect(found(text, '*')).toEqual(['[one] tw a', 'wo [three]\n a']);
});

test('what is found stands there, whatever the text', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const workspace = new Workspace();
      const document = workspace.setDocument('/w/a.demarche', text);
      const query = { words: 'a*', wholeWords: false, matchCase: false, filter: null };
      let last = 0;
      for (const { start, end } of hitsIn(workspace, document, query, patternFor(query))) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(document.published.text.slice(start, end).normalize('NFC')).toMatch(/^[aA]/);
        last = end;
      }
    }),
  );
});

test('a long run of letters is looked through in no time, and a riddle of stars is refused', () => {
  const text = 'a'.repeat(50_000);
  expect(found(text, '*a*b* a*')).toEqual([]);
  const query = { wholeWords: false, matchCase: false, filter: null };
  for (const words of ['a*a*a*b', '', ' ', '* a']) expect(patternFor({ words, ...query })).toBeNull();
}, 20_000);
