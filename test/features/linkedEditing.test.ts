import { expect, test } from 'vitest';
import { linkedRangesAt } from '../../server/src/features/linkedEditing.ts';
import { insertMarkers } from '../kit/markers.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** Checks what changes together: the cursor is `<|>`, the ranges are `[[…]]`. */
function check(marked: string, expected: string | null): void {
  const { document, cursor, text } = openWorkspace(marked, { codebook: null });
  const ranges = linkedRangesAt(document, cursor);
  expect(ranges && insertMarkers(text, ranges)).toBe(expected);
}

test('a statement’s own id with its uses and continuations', () => {
  check(
    '{demand #op<|>en: x} {claim answers=#open,#other: y}\n\n{+#open: z}',
    '{demand #[[open]]: x} {claim answers=#[[open]],#other: y}\n\n{+#[[open]]: z}',
  );
  check('{demand #open<|> by=@x: x} {+#open: z}', '{demand #[[open]] by=@x: x} {+#[[open]]: z}');
  check('{demand #<|>open: x} {+#open: z}', '{demand #[[open]]: x} {+#[[open]]: z}');
});

test('in a document that is broken', () => {
  check('{demand #open<|> {claim answers=#open', '{demand #[[open]] {claim answers=#[[open]]');
});

test('not from a use, before the sign, in words, on other names', () => {
  check('{demand #open: x} {claim answers=#op<|>en: y}', null);
  check('{demand <|>#open: x} {+#open: y}', null);
  check('{demand #open: wo<|>rds} {+#open: y}', null);
  check('{demand #open by=@nor<|>land: x} {@norland: y}', null);
});

test('not where nothing follows, and not where two have the id', () => {
  check('{demand #op<|>en: x}', null);
  check('{demand #op<|>en: x} {claim #open: y} {+#open: z}', null);
});

test('only what is written with the same characters', () => {
  check(
    '{claim #e\u0301<|>: x} {+#\u00E9: y} {+#e\u0301: z}',
    '{claim #[[e\u0301]]: x} {+#\u00E9: y} {+#[[e\u0301]]: z}',
  );
});
