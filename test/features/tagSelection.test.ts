import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TaggingKind, tagSelection } from '../../server/src/features/tagSelection.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { share, soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { openWorkspace, type TestWorkspace } from '../kit/workspace.ts';

function tagged({ workspace, document, text, ranges }: TestWorkspace, kind: TaggingKind): string {
  const { start, end } = ranges[0] ?? { start: 0, end: text.length };
  const tagging = tagSelection(workspace, document, start, end, kind);
  if (tagging.insertions === null) return tagging.refusal;
  let result = text;
  for (const { offset, text: inserted } of [...tagging.insertions].reverse()) {
    result = result.slice(0, offset) + inserted + result.slice(offset);
  }
  return result;
}

const check = (marked: string, kind: TaggingKind, expected: string) => {
  expect(tagged(openWorkspace(marked), kind)).toBe(expected);
};

test('words as claim, demand, mention, memo', () => {
  check('It [[has its back to the wall]].', 'claim', 'It {claim by=@author: has its back to the wall}.');
  check('It [[asks for gas ]]now.', 'demand', 'It {demand by=@author: asks for gas} now.');
  check('Then [[Arnby]] said', 'actor', 'Then {@norland: Arnby} said');
  check('Then [[the Old Union]] said', 'actor', 'Then {@the-old-union: the Old Union} said');
  check('Then [[Arnby]] said', 'memo', 'Then Arnby {>>  <<} said');
});

test('a heading keeps its signs before the tag', () => {
  check('[[## The dam]]\n', 'claim', '## {claim by=@author: The dam}\n');
});

test('over several paragraphs: continued', () => {
  check(
    'First [[one.\n\nThen two.\n\nAnd]] three.',
    'claim',
    'First {claim #one by=@author: one.}\n\n{+#one: Then two.}\n\n{+#one: And} three.',
  );
});

test('across the edge of a tag: split there', () => {
  check(
    '[[So {claim #a: it was]], and is}.',
    'demand',
    '{demand #so by=@author: So} {claim #a: {+#so: it was}, and is}.',
  );
  check(
    '{claim #so: it [[was} and]] is',
    'demand',
    '{claim #so: it {demand #was by=@author: was}} {+#was: and} is',
  );
});

test('half a mark is moved out of', () => {
  check('A {claim #[[a: word}]] b', 'demand', 'A {claim #a: {demand by=@author: word}} b');
  check('A \\[[{sic]]\\} b', 'claim', 'A \\{{claim by=@author: sic}\\} b');
});

test('a free backslash does not come to escape the new brace', () => {
  check('A \\[[word]] b', 'claim', 'A \\\\{claim by=@author: word} b');
  check('A [[word\\]] b', 'claim', 'A {claim by=@author: word\\\\} b');
});

test('nothing to tag is said', () => {
  check('A {claim: [[ ]]} b', 'claim', 'There are no words in the selection to tag.');
  check('[[One.\n\nTwo.]]', 'actor', 'A mention must lie within one paragraph and cross no other tag.');
});

test('the published text stays, whatever is tagged', () => {
  const { workspace, document } = openWorkspace('');
  const { location } = document;
  fc.assert(
    fc.property(
      soup,
      share,
      fc.nat(30),
      fc.constantFrom<TaggingKind>('claim', 'demand', 'actor', 'memo'),
      (text, from, length, kind) => {
        workspace.editDocument(location, 0, document.source.length, text);
        const start = Math.floor(from * text.length);
        const end = Math.min(text.length, start + length);
        const tagging = tagSelection(workspace, document, start, end, kind);
        if (tagging.insertions === null) return;
        let result = text;
        for (const { offset, text: inserted } of [...tagging.insertions].reverse()) {
          result = result.slice(0, offset) + inserted + result.slice(offset);
        }
        expect(strip(new SourceDocument(result))).toBe(strip(new SourceDocument(text)));
      },
    ),
    cases(400),
  );
});
