/** Finding in the published text, and pasting marked-up text. */
import { expect, test } from 'vitest';
import { choicesFor, newNameFor } from '../../server/src/features/choices.ts';
import { continuable, continueStatement } from '../../server/src/features/continueStatement.ts';
import { findInText } from '../../server/src/features/findInText.ts';
import { pastedText } from '../../server/src/features/pastedText.ts';
import { applyEdits } from '../../server/src/rules/edits.ts';
import { openWorkspace } from '../kit/workspace.ts';

function found(marked: string, query: string): string[] {
  const { document, text } = openWorkspace(marked);
  return [...findInText(document, query)].map(({ start, end, words, from, to }) => {
    expect(words.slice(from, to)).not.toBe('');
    return text.slice(start, end);
  });
}

test('words are found across marks, lines and small letters', () => {
  expect(found('It {claim #a: has {@norland: its} back} to\r\n  the wall.', 'ITS back to the')).toEqual([
    'its} back} to\r\n  the',
  ]);
  expect(found('A {>> note <<} word.', 'note')).toEqual([]);
  expect(found('A {>> note <<} word.', 'a word')).toEqual(['A {>> note <<} word']);
  expect(found('闸门{@sudmark: 南原}打开。', '门南')).toEqual(['门{@sudmark: 南']);
  expect(found('Cafe\u0301 Cafe\u0301', 'café')).toHaveLength(2);
  expect(found('Words.', '  ')).toEqual([]);
});

function pasted(marked: string, text: string): string | null {
  const { document, ranges, cursor } = openWorkspace(marked);
  return pastedText(document, [ranges[0] ?? { start: cursor, end: cursor }], text);
}

test('pasted ids that the document has become free ones, with all that refers to them', () => {
  expect(pasted('{claim #a: x} <|>', '{claim #a: y} {+#a: z} {claim #b supports=#a,#c: w}')).toBe(
    '{claim #a-2: y} {+#a-2: z} {claim #b supports=#a-2,#c: w}',
  );
  expect(pasted('{claim #a: x} {claim #a-2: y} <|>', '{claim #a-2: z} {claim #a-3: w}')).toBe(
    '{claim #a-4: z} {claim #a-3: w}',
  );
});

test('what clashes with nothing is pasted as it is', () => {
  expect(pasted('{claim #a: x} <|>', 'plain words')).toBeNull();
  expect(pasted('{claim #a: x} <|>', '{+#a: more words}')).toBeNull();
  expect(pasted('{claim #a: x} <|>', '{claim #b supports=#a: y}')).toBeNull();
  expect(pasted('[[{claim #a: x}]]', '{claim #a: y}')).toBeNull();
});

test('the choices for a selection', () => {
  const { workspace, document, ranges } = openWorkspace(
    '---\nauthor: Per Holm\n---\n\n{claim #a by=@sudmark topic=dam: Velm {@lind: she}}. [[The Norlanders and Maja Lind]] left.',
  );
  const { start, end } = ranges[0] ?? { start: 0, end: 0 };
  const choices = choicesFor(workspace, document, start, end);
  expect(choices.actors.map(({ id, count }) => `${id} ${count}`)).toEqual([
    'lind 1',
    'sudmark 1',
    'norland 0',
    'league 0',
  ]);
  expect(choices.topics.map(({ id, in: parent, count }) => [id, parent, count])).toEqual([
    ['dam', 'The river Harte', 1],
    ['river', null, 0],
  ]);
  expect(choices).toMatchObject({
    author: 'Per Holm',
    words: 'The Norlanders and Maja Lind',
    called: ['norland', 'lind'],
    codebook: 'demarche.yaml',
    defaults: { by: ['author'], to: [], isTakenOver: false },
  });
});

test('a new name gets a free id; one that is known is known', () => {
  const { workspace, document } = openWorkspace('x');
  const named = (section: 'actors' | 'topics', name: string) =>
    newNameFor(workspace, document, section, name);
  expect(named('actors', ' Velm ')).toEqual({ id: 'sudmark', isKnown: true });
  expect(named('actors', 'Lind, Ida')).toEqual({ id: 'lind-ida', isKnown: false });
  expect(named('actors', 'Lind!')).toEqual({ id: 'lind-2', isKnown: false });
  expect(named('actors', 'Author')).toEqual({ id: 'author-2', isKnown: false });
  expect(named('topics', 'the harte DAM')).toEqual({ id: 'dam', isKnown: true });
});

test('a chosen statement is continued, wherever it stands, and gets an id if it has none', () => {
  const { document, text, ranges } = openWorkspace(
    '{claim #a: One}. {claim: Two, [[and more]]}. {demand: Three}.',
  );
  const { start, end } = ranges[0] ?? { start: 0, end: 0 };
  const near = continuable(document, start, end, 10);
  expect(near.map(({ tag, block }) => text.slice(document.startOf(block) + tag.start).slice(0, 9))).toEqual([
    '{claim #a',
    '{demand: ',
  ]);
  const edits = continueStatement(document, start, end, text.indexOf('{demand'))?.edits ?? [];
  expect(applyEdits(text, edits)).toBe(
    '{claim #a: One}. {claim: Two, {+#three: and more}}. {demand #three: Three}.',
  );
  // A statement does not continue inside itself.
  expect(continueStatement(document, start, end, text.indexOf('{claim: Two'))).toBeNull();
});
