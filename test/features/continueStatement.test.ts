import { expect, test } from 'vitest';
import { continueStatement } from '../../server/src/features/continueStatement.ts';
import { edited } from '../kit/editedText.ts';
import { openWorkspace } from '../kit/workspace.ts';

function check(marked: string, expected: string | null): void {
  const opened = openWorkspace(marked);
  const { start, end } = opened.ranges[0] ?? { start: opened.cursor, end: opened.cursor };
  const found = continueStatement(opened.document, start, end);
  expect(found && edited(opened, found.edits)).toBe(expected);
}

test('the selection continues the statement before it, which gets an id if it has none', () => {
  check('{claim #a: One} and [[two]].', '{claim #a: One} and {+#a: two}.');
  check(
    '{claim #a: One} {claim: two}, and\n\n[[three]].',
    '{claim #a: One} {claim #two: two}, and\n\n{+#two: three}.',
  );
  check(
    '{claim #a: One} {claim #b: b} {+#a: two} [[three]].',
    '{claim #a: One} {claim #b: b} {+#a: two} {+#a: three}.',
  );
  check('{claim #a: One} {@lind: She} [[three]].', '{claim #a: One} {@lind: She} {+#a: three}.');
  check('{claim #a: One} [[two\n\nthree]].', '{claim #a: One} {+#a: two}\n\n{+#a: three}.');
});

test('not inside itself', () => {
  check(
    '{claim #b: x} {claim #a: One {claim #c: two} [[three]]}',
    '{claim #b: x} {claim #a: One {claim #c: two} {+#c: three}}',
  );
  check('{claim #b: x} {claim #a: One [[two]]}', '{claim #b: x} {claim #a: One {+#b: two}}');
  check('{claim #a: x} {+#a: One [[two]]}', null);
});

test('nothing to continue, nothing selected, or a broken tag', () => {
  check('One [[two]].', null);
  check('{claim #a: One} <|>two', null);
  check('{clam #a: One} [[two]]', null);
  check('{claim #a: One} {claim #b [[two]]', '{claim #a: One} {claim #b {+#a: two}');
});
