import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { cases } from '../kit/cases.ts';
import { applyFix, CODEBOOK_LOCATION, lint } from '../kit/check.ts';
import { codebookText, documentText } from './arbitraries.ts';
import { readPage } from './rulePages.ts';

/** What a fix may bring to light: the tag or the entry is whole again, and can be looked at. */
const errors = (findings: readonly Finding[]) =>
  findings.filter((finding) => finding.severity === 'error').map((finding) => finding.rule);

const published = (text: string) => strip(new SourceDocument(text));

describe.each([...RULES.values()].filter((rule) => rule.mends.length > 0))('$name', (rule) => {
  const cases = readPage(rule.name).wrong.flatMap(({ text, codebook }) => {
    const { findings, inCodebook } = lint(text, { codebook });
    return [
      ...findings.map((finding) => ({ finding, isInCodebook: false })),
      ...inCodebook.map((finding) => ({ finding, isInCodebook: true })),
    ].flatMap(({ finding, isInCodebook }) =>
      finding.rule !== rule.name
        ? []
        : finding.fixes.map((fix) => ({ title: fix.title, fix, text, codebook, isInCodebook })),
    );
  });

  test.each(cases)('$title: $text', ({ fix, text, codebook, isInCodebook }) => {
    const here = isInCodebook
      ? fix.edits.map((edit) => ({ ...edit, location: CODEBOOK_LOCATION }))
      : fix.edits;
    expect(here.length).toBeGreaterThan(0);
    const [text2, codebook2] = applyFix({ ...fix, edits: here }, text, codebook);
    const before = lint(text, { codebook });
    const after = lint(text2, { codebook: codebook2 });
    const count = ({ findings, inCodebook }: typeof before) =>
      [...findings, ...inCodebook].filter((finding) => finding.rule === rule.name).length;
    expect(count(after)).toBeLessThan(count(before));
    // A tag that was mistyped into text was published text until now.
    const wasText = rule.name === 'stray-brace' && fix.title.startsWith('Change to');
    if (!wasText) expect(published(text2)).toBe(published(text));
    const [errorsBefore, errorsAfter] = [errors(before.findings), errors(after.findings)];
    for (const name of new Set(errorsAfter)) {
      expect(errorsAfter.filter((each) => each === name).length, `${name}: ${text2}`).toBeLessThanOrEqual(
        errorsBefore.filter((each) => each === name).length,
      );
    }
  });
});

test('no fix changes a published word, whatever the document', () => {
  fc.assert(
    fc.property(documentText, codebookText, (text, codebook) => {
      for (const { rule, fixes } of lint(text, { codebook }).findings) {
        for (const fix of fixes) {
          if (rule === 'stray-brace' && fix.title.startsWith('Change to')) continue;
          const [after] = applyFix(fix, text, codebook);
          expect(published(after), `${rule}: ${fix.title}: ${after}`).toBe(published(text));
        }
      }
    }),
    cases(60),
  );
});
