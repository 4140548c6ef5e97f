import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectionRangesAt } from '../../server/src/features/selectionRanges.ts';
import { soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** Checks the words of the ranges around the cursor, from the innermost out, the document left out. */
function check(marked: string, expected: readonly string[]): void {
  const { document, cursor, show, text } = openWorkspace(`${marked}\n`, { codebook: null });
  const ranges = selectionRangesAt(document, cursor);
  expect(ranges.at(-1)).toEqual({ start: 0, end: text.length });
  expect(ranges.slice(0, -1).map(show)).toEqual(expected);
}

test('in words: word, words of the tag, tag, outer tag, paragraph, section', () => {
  check('# One\n\nThen {claim: all {demand #b: the gat<|>es} open}, yes.\n\n## Two\n\nx\n\n# Three\n\ny', [
    'gates',
    'the gates',
    '{demand #b: the gates}',
    'all {demand #b: the gates} open',
    '{claim: all {demand #b: the gates} open}',
    'Then {claim: all {demand #b: the gates} open}, yes.',
    '# One\n\nThen {claim: all {demand #b: the gates} open}, yes.\n\n## Two\n\nx',
  ]);
});

test('sections: the one that a heading starts, and those around it', () => {
  check('# One\n\na\n\n## Tw<|>o {@x: it}\n\nb\n\n# Three', [
    'Two',
    'Two {@x: it}',
    '## Two {@x: it}',
    '## Two {@x: it}\n\nb',
    '# One\n\na\n\n## Two {@x: it}\n\nb',
  ]);
});

test('in the head of a tag: value, attribute, head, tag', () => {
  check('Then {claim #a by=@x,@n<|>orland if="it rains": y}.', [
    'norland',
    '@norland',
    'by=@x,@norland',
    'claim #a by=@x,@norland if="it rains"',
    '{claim #a by=@x,@norland if="it rains": y}',
    'Then {claim #a by=@x,@norland if="it rains": y}.',
  ]);
  check('{claim if="it ra<|>ins": y}', [
    'rains',
    'it rains',
    '"it rains"',
    'if="it rains"',
    'claim if="it rains"',
    '{claim if="it rains": y}',
  ]);
});

test('in the head of the document: value, line, YAML, head', () => {
  check('---\ntitle: Low wa<|>ter\ndate: 2024\n---\n\nx', [
    'water',
    'Low water',
    'title: Low water',
    'title: Low water\ndate: 2024',
    '---\ntitle: Low water\ndate: 2024\n---',
  ]);
});

test('in a memo; in a broken tag; in a script without spaces', () => {
  check('So {claim: x {>> a no<|>te <<}}.', [
    'note',
    ' a note ',
    '{>> a note <<}',
    'x {>> a note <<}',
    '{claim: x {>> a note <<}}',
    'So {claim: x {>> a note <<}}.',
  ]);
  check('So {claim #a: half ty<|>ped', [
    'typed',
    'half typed',
    '{claim #a: half typed',
    'So {claim #a: half typed',
  ]);
  check('{claim: 冰很厚，俄<|>罗斯}', ['俄罗斯', '冰很厚，俄罗斯', '{claim: 冰很厚，俄罗斯}']);
});

test('at every place of any text each range holds the one before', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const { workspace, document } = openWorkspace('', { codebook: null });
      workspace.editDocument(document.location, 0, 0, text);
      for (let offset = 0; offset <= text.length; offset++) {
        let inner = { start: offset, end: offset };
        for (const range of selectionRangesAt(document, offset)) {
          expect(range.start <= inner.start && inner.end <= range.end && range.end <= text.length).toBe(true);
          inner = range;
        }
        expect(inner).toEqual({ start: 0, end: text.length });
      }
    }),
    cases(100),
  );
});
