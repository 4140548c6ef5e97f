import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../server/src/model/pieces.ts';
import { ComposedEdits } from '../../server/src/rules/composedEdits.ts';
import { applyEdits } from '../../server/src/rules/edits.ts';
import { fixAll } from '../../server/src/rules/fixAll.ts';
import type { FileEdit } from '../../server/src/rules/rule.ts';
import { cases } from '../kit/cases.ts';
import { CODEBOOK_LOCATION, LOCATION, lint } from '../kit/check.ts';

const check = (text: string, expected: string) => {
  const { workspace, linter } = lint(text);
  expect(applyEdits(text, finish(fixAll(workspace, linter, LOCATION)))).toBe(expected);
  expect(workspace.document(LOCATION)?.source.text).toBe(text);
};

test('all fixes that keep the meaning, and no suggestion', () => {
  check(
    '{claim by＝@russia： x} {@rusia: Moscow} {claim if=rain by=＠us: y}',
    '{claim by=@russia: x} {@rusia: Moscow} {claim if="rain" by=@us: y}',
  );
  check('Nothing to mend.', 'Nothing to mend.');
});

test('the workspace is not touched, so nobody is told of what was tried', () => {
  const { workspace, linter } = lint('{claim if=rain by=＠us: y}\n\n{claim by=@us words}', {
    overrides: new Map([['missing-colon', 'off']]),
  });
  const document = workspace.document(LOCATION);
  const [block] = document?.source.blocks ?? [];
  const { version } = workspace;
  const told: unknown[] = [];
  workspace.onTouched((touched) => told.push(touched));
  const edits = finish(fixAll(workspace, linter, LOCATION));
  expect(applyEdits(document?.source.text ?? '', edits)).toBe(
    '{claim if="rain" by=@us: y}\n\n{claim by=@us words}',
  );
  finish(fixAll(workspace, linter, CODEBOOK_LOCATION));
  expect([workspace.version, told]).toEqual([version, []]);
  expect(document?.source.blocks[0]).toBe(block);
});

test('several in one head, in rounds where they touch', () => {
  check('{claim　if=rain　by＝＠us： y}', '{claim if="rain" by=@us: y}');
});

test('the head and the codebook', () => {
  check('---\ntitle: NATO: what next?\n---\n\n{@us： x}', '---\ntitle: "NATO: what next?"\n---\n\n{@us: x}');
  const codebook = 'actors:\n  us:\n    name: US: a state\n';
  const { workspace, linter } = lint('', { codebook });
  const mended = applyEdits(codebook, finish(fixAll(workspace, linter, CODEBOOK_LOCATION)));
  expect(mended).toBe('actors:\n  us:\n    name: "US: a state"\n');
  expect(workspace.codebooks.get(CODEBOOK_LOCATION)?.text).toBe(codebook);
});

test('a file that is not known', () => {
  const { workspace, linter } = lint('x');
  expect(finish(fixAll(workspace, linter, '/nowhere'))).toEqual([]);
});

test('rounds of edits, as one', () => {
  const cut = fc.record({ skip: fc.nat(4), length: fc.nat(3), text: fc.constantFrom('', 'A', 'BC') });
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.array(fc.array(cut, { maxLength: 4 }), { maxLength: 4 }),
      (text, rounds) => {
        const composed = new ComposedEdits(text.length);
        let current = text;
        for (const round of rounds) {
          const edits: FileEdit[] = [];
          let from = 0;
          for (const { skip, length, text: inserted } of round) {
            const start = from + skip;
            if (start + length > current.length) break;
            edits.push({ start, end: start + length, text: inserted });
            from = start + length + 1;
          }
          current = applyEdits(current, edits);
          composed.add(edits);
        }
        expect(applyEdits(text, composed.toEdits())).toBe(current);
      },
    ),
    cases(700),
  );
});
