import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remediesFor } from '../../server/src/features/quickFixes.ts';
import { rewritesAt } from '../../server/src/features/rewrites.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { fixAll } from '../../server/src/rules/fixAll.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { paragraph, share, soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { edited } from '../kit/editedText.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** The titles of what is offered. */
function check(marked: string, expected: readonly string[], kind = 'refactor'): void {
  const { workspace, document, cursor, ranges } = openWorkspace(marked);
  const { start, end } = ranges[0] ?? { start: cursor, end: cursor };
  const offers = finish(rewritesAt({ workspace, document, start, end }, (each) => each.startsWith(kind)));
  expect([...offers].map(({ title }) => title)).toEqual(expected);
}

test('what is offered for a selection', () => {
  check('{claim #a: One}. [[Arnby]] said, Arnby.', [
    'Tag the selection as a claim',
    'Tag the selection as a demand',
    'Tag the selection as a mention',
    'Add a memo to the selection',
    'Continue #a with the selection',
    'Tag every mention of Norland',
  ]);
  check('One. [[Arnby]] said.', ['Tag the selection as a demand'], 'refactor.rewrite.wrap.demand');
  check('One[[.\n\n]]Two.', [
    'Tag the selection as a claim',
    'Tag the selection as a demand',
    'Tag the selection as a mention',
    'Add a memo to the selection',
  ]);
  check('One.[[\n\n]]Two.', ['Add a memo to the selection']);
});

test('what is offered at the cursor', () => {
  check('{claim: The gates <|>stay shut}.', [
    'Split the statement here',
    'Unwrap the claim',
    'Give the statement an id: #the-gates-stay-shut',
  ]);
  check('---\nactors: { x: X }\n---\n{@<|>x: It}, X.', [
    'Unwrap the mention @x',
    'Tag every mention of X',
    'Move x to demarche.yaml',
  ]);
  check('Plain <|>words.', []);
  check('', []);
});

const PIECES = [
  'Arnby',
  'the Norlanders',
  '{@x: Maja Lind}',
  '{@lind: She',
  '{@lind: She} and Maja Lind',
  '{claim: Maja Lind said}',
  '\n\n',
  ' ',
  '\\',
  '# ',
];
const prose = paragraph.map((tokens) => tokens.map(({ text }) => text).join(''));
const head = fc.constantFrom(
  '',
  '',
  '---\nactors: { x: Arnby }\n---\n',
  '\uFEFF---\ntitle: {@x: y}\nactors:\n  x: Arnby\n...\n\n',
);
const texts = fc
  .tuple(head, fc.array(fc.oneof(soup, prose, fc.constantFrom(...PIECES)), { maxLength: 4 }))
  .map(([start, parts]) => start + parts.join(''));
const place = fc.record({
  from: share,
  length: fc.oneof(fc.constant(0), fc.nat(40)),
});
/** A document whose text is replaced again and again: one that is new each time would be slow. */
function retyped() {
  const opened = openWorkspace('');
  const { workspace, document } = opened;
  const type = (text: string) => workspace.editDocument(document.location, 0, document.source.length, text);
  return { opened, type };
}

test('the published text stays, whatever is done, wherever', () => {
  const seen = new Set<string>();
  const { opened, type } = retyped();
  const { workspace, document, linter } = opened;
  fc.assert(
    fc.property(texts, fc.array(place, { minLength: 3, maxLength: 3 }), (text, places) => {
      type(text);
      const published = strip(document.source);
      const found = linter.findingsIn(document);
      for (const { from, length } of places) {
        const start = Math.floor(from * text.length);
        const end = Math.min(text.length, start + length);
        const touched = found.filter((finding) => finding.start <= end && start <= finding.end);
        const offers = [
          ...finish(rewritesAt({ workspace, document, start, end }, () => true)),
          ...finish(remediesFor(document, touched, () => true)),
        ];
        for (const { kind, edits } of offers) {
          seen.add(kind);
          expect(strip(new SourceDocument(edited(opened, finish(edits()))))).toBe(published);
        }
      }
    }),
    cases(200),
  );
  // The property is worth nothing for what is never offered.
  expect([...seen].sort()).toEqual([
    'quickfix',
    'quickfix.ignore',
    'refactor.move.codebook',
    'refactor.rewrite.continue',
    'refactor.rewrite.id',
    'refactor.rewrite.mentions',
    'refactor.rewrite.split',
    'refactor.rewrite.unwrap',
    'refactor.rewrite.wrap.claim',
    'refactor.rewrite.wrap.demand',
    'refactor.rewrite.wrap.memo',
    'refactor.rewrite.wrap.mention',
  ]);
});

test('mending all: nothing is left to mend, the workspace is as it was', () => {
  const { opened, type } = retyped();
  const { workspace, document, linter } = opened;
  fc.assert(
    fc.property(texts, (text) => {
      type(text);
      const mended = edited(opened, finish(fixAll(workspace, linter, document.location)));
      expect(document.source.text).toBe(text);
      expect(strip(new SourceDocument(mended))).toBe(strip(document.source));
      type(mended);
      expect(finish(fixAll(workspace, linter, document.location))).toEqual([]);
    }),
    cases(200),
  );
});
