import { expect, test } from 'vitest';
import { unwrappings } from '../../server/src/features/unwrapTag.ts';
import { edited } from '../kit/editedText.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** The titles, each with the text that it leads to. */
function check(marked: string, expected: Readonly<Record<string, string>>): void {
  const opened = openWorkspace(marked);
  const { start, end } = opened.ranges[0] ?? { start: opened.cursor, end: opened.cursor };
  const found = unwrappings(opened.document, start, end);
  expect(Object.fromEntries(found.map(({ title, edits }) => [title, edited(opened, edits)]))).toEqual(
    expected,
  );
}

test('the innermost tag around the cursor or selection loses its marks', () => {
  check('{claim #a: It {@norland: Ar<|>nby} said} so.', {
    'Unwrap the mention @norland': '{claim #a: It Arnby said} so.',
  });
  check('{claim #a: It {@norland: Arnby} sa<|>id} so.', {
    'Unwrap the claim #a': 'It {@norland: Arnby} said so.',
  });
  check('{claim: [[It {@norland: Arnby}]] said} so.', {
    'Unwrap the claim': 'It {@norland: Arnby} said so.',
  });
  check('{@norland,@sudmark: B<|>oth}.', { 'Unwrap the mention @norland,@sudmark': 'Both.' });
  check('Plain w<|>ords.', {});
  check('[[Two\n\nblocks {claim: here}]].', {});
});

test('a statement in pieces: one, or all; what refers to it stays', () => {
  check('{claim #a: One} and {+#a: t<|>wo}. {claim supports=#a: Three}.', {
    'Unwrap the continuation #a': '{claim #a: One} and two. {claim supports=#a: Three}.',
    'Unwrap all 2 pieces of the claim #a': 'One and two. {claim supports=#a: Three}.',
  });
});

test('a tag that is broken', () => {
  check('{claim #a by=@norland the w<|>ords} stay', { 'Unwrap the claim #a': 'the words stay' });
  check('So {demand: the w<|>ords stay', { 'Unwrap the demand': 'So the words stay' });
  check('So {clam #a: the w<|>ords} stay', { 'Unwrap the tag clam #a': 'So the words stay' });
});

test('words do not turn into a heading, nor text into a head', () => {
  check('{claim: # on<|>e} of them', { 'Unwrap the claim': '\\# one of them' });
  check('one\n{claim: tw<|>o\n}# of them', { 'Unwrap the claim': 'one\ntwo\n\\# of them' });
  check('{claim: -<|>--}\ntitle: x\n---\n', {});
  check('{demand: one\n{claim:<|>}\ntwo}', {});
});
