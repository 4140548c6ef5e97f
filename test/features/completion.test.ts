import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionsAt } from '../../server/src/features/completion.ts';
import { soup } from '../kit/arbitraries.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** Checks the labels offered at the cursor (`null`: nothing) and what they replace. */
function check(marked: string, labels: readonly string[] | null, replaced = ''): void {
  const { workspace, document, cursor, text } = openWorkspace(marked);
  const found = completionsAt(workspace, document, cursor);
  expect(found && found.entries.map((entry) => entry.label).slice(0, labels?.length ?? 0)).toEqual(labels);
  if (found) expect(text.slice(found.start, found.end)).toBe(replaced);
}

test('tags after a brace', () => {
  check('Then {<|>} and', ['claim', 'demand', '@actor', '+#statement']);
  check('Then {de<|> and', ['claim', 'demand'], 'de');
});

test('actors: in a mention, in its list, in an attribute', () => {
  check('{@<|>', ['@norland', '@sudmark', '@league', '@lind', '@author'], '@');
  check('{@nor<|>land: x}', ['@norland'], '@norland');
  check('{@norland,@su<|>: x}', ['@norland', '@sudmark'], '@su');
  check('{claim by=@<|>', ['@norland'], '@');
  check('{claim by=<|> topic=dam: x}', ['@norland'], '');
  check('{claim by=@norland,@s<|>: x}', ['@norland', '@sudmark'], '@s');
});

test('attributes that are still allowed', () => {
  check('{claim <|>: x}', ['#id', 'by', 'to']);
  check('{demand #a by=@norland <|>', ['to', 'about', 'via']);
  const { workspace, document, cursor } = openWorkspace('{demand #a <|>: x}');
  const labels = completionsAt(workspace, document, cursor)?.entries.map((entry) => entry.label) ?? [];
  expect(labels).toContain('strength');
  expect(labels).not.toContain('type');
  expect(labels).not.toContain('frame');
});

test('values, topics and statements', () => {
  check('{claim type=<|>: x}', ['fact', 'cause']);
  check('{claim frame=le<|>: x}', ['historical', 'legal'], 'le');
  check('{claim topic=<|>: x}', ['dam', 'river']);
  check('{claim #a: x} {demand #b: y} {claim supports=#<|>', ['#a', '#b'], '#');
  check('{claim #a: x} {demand #b: y} {claim answers=<|>: z}', ['#b']);
  check('{claim #a: x} {+#<|>', ['#a'], '#');
});

test('nothing in plain words, in quotes, after the colon, after an escape', () => {
  check('Plain <|>words', null);
  check('{claim if="the <|>', []);
  check('{claim by=@norland: the <|>words}', null);
  check('\\{<|>', null);
});

test('answers at every place of any text', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const { workspace, document } = openWorkspace('');
      workspace.editDocument(document.location, 0, 0, text);
      for (let offset = 0; offset <= text.length; offset++) {
        const found = completionsAt(workspace, document, offset);
        if (found)
          expect(found.start <= offset && offset <= found.end && found.end <= text.length).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
