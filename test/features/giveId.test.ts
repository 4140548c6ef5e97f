import { expect, test } from 'vitest';
import { giveId } from '../../server/src/features/giveId.ts';
import { edited } from '../kit/editedText.ts';
import { openWorkspace } from '../kit/workspace.ts';

function check(marked: string, expected: string | null): void {
  const opened = openWorkspace(marked);
  const found = giveId(opened.document, opened.cursor, opened.cursor);
  expect(found && edited(opened, found.edits)).toBe(expected);
}

test('from its words, in any script, and free', () => {
  check(
    '{claim by=@lind: The gates stay sh<|>ut}.',
    '{claim #the-gates-stay-shut by=@lind: The gates stay shut}.',
  );
  check('{cl<|>aim: 冰很厚}.', '{claim #冰很厚: 冰很厚}.');
  check('{claim #ice: x} {demand: i<|>ce}', '{claim #ice: x} {demand #ice-2: ice}');
  check('{claim supports=#ice: x} {demand: i<|>ce}', '{claim supports=#ice: x} {demand #ice-2: ice}');
  check('{claim: …<|>}', '{claim #x: …}');
});

test('of the statement around a mention', () => {
  check('{claim: Then {@lind: Ma<|>ja}}', '{claim #then-maja: Then {@lind: Maja}}');
  check('{@lind: Ma<|>ja}', null);
});

test('not where there is one, half of one, or a broken tag', () => {
  for (const marked of [
    '{claim #a: x<|>}',
    '{claim #: x<|>}',
    '{claim x<|>',
    '{clam by=@x: y<|>}',
    '{+#a: y<|>}',
    'x<|>',
  ])
    check(marked, null);
});
