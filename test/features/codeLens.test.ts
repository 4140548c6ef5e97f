import { expect, test } from 'vitest';
import { lensesOf, resolveLens } from '../../server/src/features/codeLens.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** Checks what the lenses of a document say. */
function check(marked: string, expected: readonly string[], others: Record<string, string> = {}): void {
  const { workspace, document } = openWorkspace(marked, { others });
  const found = finish(lensesOf(workspace, document)).map(({ kind, anchor }) => {
    return finish(resolveLens(workspace, kind, anchor))?.title;
  });
  expect(found).toEqual(expected);
}

test('supports, rebuttals, rephrases; references', () => {
  check('{claim #a: x} {claim supports=#a: y} {claim supports=#a: z} {claim rebuts=#a: no} {+#a: more}', [
    '#a: 2 supports · 1 rebuttal',
    '4 references',
  ]);
  check('{claim #a: x} {claim rephrases=#a: y}', ['#a: 1 rephrase', '1 reference']);
});

test('answers per addressee, across three documents', () => {
  check(
    '{demand #open by=@norland to=@sudmark,@league: x}',
    ['#open: 1 support · answered by Sudmark: reject · no answer yet by the River League', '2 references'],
    {
      'other.demarche': '{claim by=@sudmark answers=#main/open response=reject: No}',
      'third.demarche': '{claim supports=#main/open: Yes}',
    },
  );
  check('{demand #open to=@sudmark: x}', ['#open: no answer yet']);
  check('{demand #open by=@norland to=@sudmark: x} {claim by=@norland answers=#open response=withdraw: y}', [
    '#open: withdrawn',
    '1 reference',
  ]);
  check('{demand #open: x}', ['#open: no answer']);
});

test('nothing above claims that nobody uses, or that have no id', () => {
  check('{claim #a: x} {claim: y} {clam #b: z} {claim #c: w} {claim supports=#c: v}', [
    '#c: 1 support',
    '1 reference',
  ]);
  check('{claim #a: x} {+#a: y}', ['#a: no relations', '1 reference']);
});

test('says what holds when it is seen', () => {
  const { workspace, document } = openWorkspace('{claim #a: x {claim supports=#a: y');
  const [lens] = finish(lensesOf(workspace, document));
  expect(finish(resolveLens(workspace, 'argument', lens?.anchor))?.title).toBe('#a: 1 support');
  workspace.editDocument(document.location, 0, 0, 'Now {claim rebuts=#a: no}. ');
  const content = finish(resolveLens(workspace, 'argument', lens?.anchor));
  expect(content?.title).toBe('#a: 1 support · 1 rebuttal');
  expect(content && document.source.text.slice(content.start)).toMatch(/^\{claim #a: x/);
  workspace.removeDocument(document.location);
  expect(finish(resolveLens(workspace, 'argument', lens?.anchor))).toBe(null);
  expect(finish(resolveLens(workspace, 'argument', 'nonsense'))).toBe(null);
});
