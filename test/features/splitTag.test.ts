import { expect, test } from 'vitest';
import { splitTag } from '../../server/src/features/splitTag.ts';
import { edited } from '../kit/editedText.ts';
import { openWorkspace } from '../kit/workspace.ts';

function check(marked: string, expected: string | null): void {
  const opened = openWorkspace(marked);
  const { start, end } = opened.ranges[0] ?? { start: opened.cursor, end: opened.cursor };
  const edits = splitTag(opened.document, start, end);
  expect(edits && edited(opened, edits)).toBe(expected);
}

test('in two pieces, with an id from its words where it has none', () => {
  check('{claim #a: one <|>two}.', '{claim #a: one} {+#a: two}.');
  check('{claim #a: one<|> two}.', '{claim #a: one} {+#a: two}.');
  check('{demand by=@lind: one <|>two}.', '{demand #one-two by=@lind: one} {+#one-two: two}.');
  check('{claim #a: x} {+#a: on<|>e}.', '{claim #a: x} {+#a: on}{+#a: e}.');
  check(
    '{claim #one-two: x} {claim: one\n<|>two}',
    '{claim #one-two: x} {claim #one-two-2: one}\n{+#one-two-2: two}',
  );
});

test('around the words that are selected', () => {
  check('{claim #a: one, [[he said,]] two}.', '{claim #a: one,} he said, {+#a: two}.');
  check('{claim #a: one, {@lind: [[she said]]}, two}.', null);
  check('{claim #a: one, [[{@lind: she} said,]] two}.', '{claim #a: one,} {@lind: she} said, {+#a: two}.');
  check('{claim #a: [[one, he]] said}.', null);
});

test('not in a mark, a memo, an escape, a tag inside, a mention, or plain text', () => {
  for (const marked of [
    '{claim #<|>a: one two}',
    '{claim #a: one {>> a <|>memo <<} two}',
    '{claim #a: one \\<|>{ two}',
    '{claim #a: one {@lind: Maja <|>Lind} two}',
    '{@lind: Maja <|>Lind}',
    'one <|>two',
    '{claim #a: <|>one}',
    '{claim #a: one<|>}',
    '{clam #a: one <|>two}',
  ])
    check(marked, null);
});

test('a broken tag is mended first, the others are split', () => {
  check('{claim #a: one <|>two', null);
  check('{sic} {claim #a: one <|>two} {claim', '{sic} {claim #a: one} {+#a: two} {claim');
});

test('memos and backslashes beside the cursor', () => {
  check('{claim #a: one<|> {>> m <<} two}', '{claim #a: one}{+#a:  {>> m <<} two}');
  check('{claim #a: C:\\<|>ports}', '{claim #a: C:\\\\}{+#a: ports}');
  check('{claim #a: one <|>\\{two\\}}', '{claim #a: one} {+#a: \\{two\\}}');
});
