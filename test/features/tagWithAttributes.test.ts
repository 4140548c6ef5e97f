/** Tagging with what the coder has said already: attributes, actors, a memo, new names. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type TaggingKind,
  type TaggingWishes,
  tagSelection,
} from '../../server/src/features/tagSelection.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { applyEdits } from '../../server/src/rules/edits.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { share, soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { CODEBOOK, openWorkspace } from '../kit/workspace.ts';

/** The document after tagging, and its codebook if that has changed; or the refusal. */
function tagged(
  marked: string,
  kind: TaggingKind,
  wishes: TaggingWishes,
  options: Parameters<typeof openWorkspace>[1] = {},
): { readonly text: string; readonly codebook: string } {
  const { workspace, document, text, ranges } = openWorkspace(marked, options);
  const { start, end } = ranges[0] ?? { start: 0, end: text.length };
  const tagging = tagSelection(workspace, document, start, end, kind, wishes);
  if (tagging.insertions === null) return { text: tagging.refusal, codebook: '' };
  const insertions = tagging.insertions.map(({ offset, text: added }) => ({
    start: offset,
    end: offset,
    text: added,
  }));
  const here = tagging.entries.filter(({ location }) => location === document.location);
  const there = tagging.entries.filter(({ location }) => location !== document.location);
  return {
    text: applyEdits(text, [...here, ...insertions]),
    codebook: applyEdits(workspace.codebookOf(document)?.text ?? '', there),
  };
}

const attributes = (...list: [string, ...string[]][]): TaggingWishes => ({
  attributes: list.map(([name, ...values]) => ({ name, values })),
});

test('attributes are written with their signs, and in quotes where the language wants them', () => {
  const wishes = attributes(
    ['by', 'norland', 'lind'],
    ['to', 'sudmark'],
    ['topic', 'dam', 'river'],
    ['position', 'oppose'],
    ['if', 'the “gates” {open}'],
    ['place', 'Harte bridge'],
    ['answers', 'main/open'],
  );
  expect(tagged('It [[asks for gas]].', 'demand', wishes).text).toBe(
    'It {demand #asks-for-gas by=@norland,@lind to=@sudmark topic=dam,river position=oppose if="the “gates” \\{open\\}" place="Harte bridge" answers=#main/open: asks for gas}.',
  );
});

test('the author is the default, and not written', () => {
  expect(tagged('It [[is so]].', 'claim', attributes(['by', 'author'])).text).toBe(
    'It {claim #is-so: is so}.',
  );
  const head = '---\nauthor: norland\n---\n\n';
  expect(tagged(`${head}It [[is so]].`, 'claim', attributes(['by', 'norland'])).text).toBe(
    `${head}It {claim #is-so: is so}.`,
  );
});

test('what the statement around it hands down is not written', () => {
  const around = (words: string) => `{demand #a by=@norland to=@sudmark: ${words}}`;
  expect(
    tagged(around('open [[the gates]]'), 'demand', attributes(['by', 'norland'], ['to', 'sudmark'])).text,
  ).toBe(around('open {demand #the-gates: the gates}'));
  // With a claimant of its own it takes over no addressee.
  expect(
    tagged(around('open [[the gates]]'), 'demand', attributes(['by', 'lind'], ['to', 'sudmark'])).text,
  ).toBe(around('open {demand #the-gates by=@lind to=@sudmark: the gates}'));
  expect(tagged(around('open [[the gates]]'), 'claim', attributes(['by', 'author'])).text).toBe(
    around('open {claim #the-gates by=@author: the gates}'),
  );
});

test('what a continuation continues hands down too', () => {
  expect(
    tagged('{claim #a by=@lind: x} and {+#a: so [[it is]]}', 'claim', attributes(['by', 'lind'])).text,
  ).toBe('{claim #a by=@lind: x} and {+#a: so {claim #it-is: it is}}');
});

test('over two paragraphs the first piece has the attributes', () => {
  expect(tagged('[[One.\n\nTwo]].', 'claim', attributes(['by', 'lind'])).text).toBe(
    '{claim #one by=@lind: One.}\n\n{+#one: Two}.',
  );
});

test('what does not belong there, or can’t be written, is refused', () => {
  expect(tagged('[[x]]', 'claim', attributes(['strength', 'threat'])).text).toBe(
    'A claim has no attribute “strength”.',
  );
  expect(tagged('[[x]]', 'claim', attributes(['by', 'no id'])).text).toMatch(/can’t be written/);
  expect(tagged('[[x]]', 'memo', { memo: 'a <<} b' }).text).toMatch(/ends at/);
});

test('a mention of several, and a memo with its note', () => {
  expect(tagged('Then [[both]] spoke.', 'actor', { actors: ['norland', 'lind'] }).text).toBe(
    'Then {@norland,@lind: both} spoke.',
  );
  expect(tagged('Then [[both]] spoke.', 'memo', { memo: 'who?' }).text).toBe('Then both {>> who? <<} spoke.');
});

const NEW: TaggingWishes = {
  attributes: [
    { name: 'by', values: ['pilots'] },
    { name: 'topic', values: ['fog'] },
  ],
  entries: [
    { section: 'actors', id: 'pilots', fields: { name: 'Pilots: all', kind: 'group' } },
    { section: 'topics', id: 'fog', fields: { name: 'Fog' } },
  ],
};

test('new names go into the codebook', () => {
  const { text, codebook } = tagged('[[x]]', 'claim', NEW);
  expect(text).toBe('{claim #x by=@pilots topic=fog: x}');
  const file = new Workspace().setCodebook('/demarche.yaml', codebook);
  expect(file.codebook.problems).toEqual([]);
  expect(file.codebook.actors.get('pilots')).toMatchObject({ name: 'Pilots: all', kind: 'group' });
  expect(file.codebook.topics.get('fog')?.name).toBe('Fog');
  expect(codebook.replace(/^.*(?:pilots|fog):.*\n/gm, '')).toBe(CODEBOOK);
});

test('without a codebook they go into the head, which is made if there is none', () => {
  const options = { codebook: null };
  expect(tagged('---\r\ntitle: T\r\n---\r\n\r\n[[x]]', 'claim', NEW, options).text).toBe(
    '---\r\ntitle: T\r\nactors:\r\n  pilots: { name: "Pilots: all", kind: group }\r\ntopics:\r\n  fog: { name: Fog }\r\n---\r\n\r\n{claim #x by=@pilots topic=fog: x}',
  );
  expect(tagged('[[x]]\n', 'claim', NEW, options).text).toBe(
    '---\nactors:\n  pilots: { name: "Pilots: all", kind: group }\ntopics:\n  fog: { name: Fog }\n---\n\n{claim #x by=@pilots topic=fog: x}\n',
  );
});

test('a codebook that can’t take them is left alone, and so is the text', () => {
  expect(tagged('[[x]]', 'claim', NEW, { codebook: '- a list\n' }).text).toMatch(/Mend them first/);
});

test('the published text stays, whatever is said of it', () => {
  const [bare, known] = [openWorkspace('', { codebook: null }), openWorkspace('')];
  fc.assert(
    fc.property(soup, share, fc.nat(30), fc.boolean(), (text, from, length, hasCodebook) => {
      const { workspace, document } = hasCodebook ? known : bare;
      workspace.editDocument(document.location, 0, document.source.length, text);
      const start = Math.floor(from * text.length);
      const end = Math.min(text.length, start + length);
      const tagging = tagSelection(workspace, document, start, end, 'demand', NEW);
      if (tagging.insertions === null) return;
      const result = applyEdits(text, [
        ...tagging.entries.filter(({ location }) => location === document.location),
        ...tagging.insertions.map(({ offset, text: added }) => ({ start: offset, end: offset, text: added })),
      ]);
      expect(strip(new SourceDocument(result))).toBe(strip(new SourceDocument(text)));
    }),
    cases(400),
  );
});
