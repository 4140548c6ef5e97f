/** Two coders' copies as one: what the result says, and what never happens to the text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disagreementsOf, pairCodings } from '../../server/src/agreement/disagreements.ts';
import { type MergeOutcome, merge } from '../../server/src/agreement/merge/merge.ts';
import { type Coding, codingOf } from '../../server/src/agreement/units.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { paragraph, soup } from '../kit/arbitraries.ts';
import { CODEBOOK } from '../kit/workspace.ts';
import { markings } from './markings.ts';

const workspace = new Workspace();
workspace.setCodebook('/w/demarche.yaml', CODEBOOK);

function coding(text: string): Coding {
  return codingOf(workspace, workspace.setDocument('/w/x.demarche', text));
}

function outcome(a: string, b: string, base?: string): MergeOutcome {
  return merge({
    a: coding(a),
    b: coding(b),
    base: base === undefined ? null : coding(base),
    names: ['anna', 'ben'],
  });
}

function merged(a: string, b: string, base?: string): string {
  const result = outcome(a, b, base);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  expect(result.merged.unplaced).toBe(0);
  return result.merged.text;
}

test('what both have stands once; the rest with whose it is', () => {
  expect(
    merged(
      '{claim by=@norland: Cold}, and {@lind: she} left.',
      '{claim by=@norland: Cold}, and she {demand: left}.',
    ),
  ).toMatchInlineSnapshot(
    `"{claim by=@norland: Cold}, and {@lind: she {>> coder anna only <<}} {demand: left {>> coder ben only <<}}."`,
  );
});

test('where they differ both stand side by side, and neither takes over what the other says', () => {
  expect(merged('{claim by=@norland: Cold}.', '{claim by=@sudmark: Cold}.')).toMatchInlineSnapshot(
    `"{claim by=@norland: {claim by=@sudmark via=@author: Cold {>> coder ben: differs from anna in by <<}} {>> coder anna: differs from ben in by <<}}."`,
  );
  expect(
    merged('{claim by=@norland to=@sudmark: It is cold}.', 'It is {claim: cold}.'),
  ).toMatchInlineSnapshot(
    `"{claim by=@norland to=@sudmark: It is {claim by=@author via=@author: cold {>> coder ben: differs from anna in words, by, to <<}} {>> coder anna: differs from ben in words, by, to <<}}."`,
  );
});

test('overlaps: the one is ended and continued; a mention never is', () => {
  expect(merged('{claim: One two} three.', 'One {demand: two three}.')).toMatchInlineSnapshot(
    `"{claim: One {demand #demand-1: two} {>> coder anna: differs from ben in words, kind <<}} {+#demand-1: three {>> coder ben: differs from anna in words, kind <<}}."`,
  );
  expect(merged('{@lind: One two} three.', 'One {claim #a: two three}.')).toMatchInlineSnapshot(
    `"{@lind: One {claim #a: two} {>> coder anna only <<}} {+#a: three {>> coder ben only <<}}."`,
  );
  expect(merged('{claim: One two} three.', 'One {@lind: two three}.')).toMatchInlineSnapshot(
    `"{claim #claim-1: One }{@lind: {+#claim-1: two {>> coder anna only <<}} three {>> coder ben only <<}}."`,
  );
});

test('ids that clash are called otherwise, and references follow', () => {
  expect(merged('{claim #a: One}. Two. Three.', 'One. {claim #a: Two}. {claim supports=#a: Three}.')).toBe(
    '{claim #a: One {>> coder anna only <<}}. {claim #a-2: Two {>> coder ben only <<}}. {claim supports=#a-2: Three {>> coder ben only <<}}.',
  );
});

test('of one mark with two ids A’s stays, and B’s references follow; an id that only B gave is kept', () => {
  expect(merged('{claim #a: One}. Two.', '{claim #x: One}. {claim supports=#x: Two}.')).toBe(
    '{claim #a: One}. {claim supports=#a: Two {>> coder ben only <<}}.',
  );
  expect(merged('{claim: One}. Two.', '{claim #x: One}. {claim supports=#x: Two}.')).toBe(
    '{claim #x: One}. {claim supports=#x: Two {>> coder ben only <<}}.',
  );
});

test('memos of both, each once', () => {
  expect(
    merged('{>> a <<}\n\n{claim: One} {>> both <<}.', '{claim: One {>> mine <<}} {>> both <<}.\n'.trimEnd()),
  ).toBe('{>> a <<}\n\n{claim: One {>> mine <<}} {>> both <<}.');
  expect(merged('One.\n\nTwo.\n', 'One.\n\n{>> b <<}\n\nTwo.\n')).toBe('One.\n\n{>> b <<}\n\nTwo.\n');
});

test('heads key by key', () => {
  expect(
    merged(
      '---\ntitle: Ice\ncoder: anna\nactors:\n  x: { name: X }\n---\n\nOne.\n',
      '---\ntitle: "Ice"\ndate: 2024\nsource: Gazette\ncoder: ben\nactors:\n  y: { name: Y }\n---\n\nOne.\n',
    ),
  ).toBe(
    '---\ntitle: Ice\ncoder: anna + ben\nactors:\n  x: { name: X }\n  y: { name: Y }\ndate: 2024\nsource: Gazette\n---\n\nOne.\n',
  );
  expect(merged('---\ntitle: Ice\n---\nOne.\n', '---\ntitle: Snow\n---\nOne.\n')).toBe(
    '---\ntitle: Ice\n# ben: title: Snow\n---\nOne.\n',
  );
  expect(merged('One.\n', '---\ntitle: Snow\n---\nOne.\n')).toBe('---\ntitle: Snow\n---\n\nOne.\n');
});

test('with an ancestor: what one added, changed or deleted is done', () => {
  const base = '{claim #a: One}. {claim #b: Two}. {@lind: Three}. Four. Five.';
  expect(
    merged(
      '{claim #a topic=dam: One}. {claim #b: Two}. {@lind: Three}. {demand: Four}. Five.',
      '{claim #a: One}. {claim #b by=@norland: Two}. Three. Four. {claim supports=#b: Five}.',
      base,
    ),
  ).toBe(
    '{claim #a topic=dam: One}. {claim #b by=@norland: Two}. Three. {demand: Four}. {claim supports=#b: Five}.',
  );
});

test('with an ancestor: changed by both differently, or changed by one and deleted by the other', () => {
  const base = '{claim: One}. {claim #b: Two}.';
  const text = merged(
    '{claim topic=dam: One}. Two.',
    '{claim topic=river: One}. {claim #b topic=dam: Two}.',
    base,
  );
  expect(text).toContain('coder anna: differs from ben in topic');
  expect(text).toContain('coder ben: differs from anna in topic');
  expect(text).toContain('{claim #b topic=dam: Two {>> coder anna had deleted this, ben changed it <<}}');
});

test('with an ancestor: memos and heads too', () => {
  expect(
    merged(
      '---\ntitle: Ice\ndate: 2024\n---\nOne {>> old <<} {>> a <<} two.\n',
      '---\ntitle: Snow\n---\nOne two {>> b <<}.\n',
      '---\ntitle: Ice\n---\nOne {>> old <<} two.\n',
    ),
  ).toBe('---\ntitle: Snow\ndate: 2024\n---\nOne {>> a <<} two {>> b <<}.\n');
});

test('refused: another text, with the first difference; marks with mistakes', () => {
  expect(outcome('One two', 'One  two')).toEqual({
    refused: { because: 'text', difference: { line: 1, column: 5, a: 'two', b: ' two' } },
  });
  expect(outcome('One {claim: two', 'One two')).toEqual({
    refused: { because: 'mistakes', side: 'a', count: 1 },
  });
});

test('CRLF, a byte order mark, headings, backslashes at marks', () => {
  const a = '\uFEFF# One\r\n\r\nC:\\\\{claim: \\{x\\}}\\\r\n';
  const b = '# {claim: One}\n\n{@lind: C:\\\\}\\{x\\}\\\n';
  expect(JSON.stringify(merged(a, b))).toMatchInlineSnapshot(
    `""﻿# {claim: One {>> coder ben only <<}}\\r\\n\\r\\n{@lind: C:\\\\\\\\ {>> coder ben only <<}}{claim: \\\\{x\\\\} {>> coder anna only <<}}\\\\\\r\\n""`,
  );
  expect(published(merged(a, b))).toBe('\uFEFF# One\r\n\r\nC:\\{x}\\\r\n');
});

test('more levels than tags may have: A’s marks stay, and B’s are told of in a memo', () => {
  const nested = (who: string) => `${`{@${who}: `.repeat(40)}x${'}'.repeat(40)} y\n`;
  const result = outcome(nested('lind'), nested('norland'));
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  expect(result.merged.unplaced).toBe(40);
  expect(result.merged.text.startsWith('{>> coder ben, to be put in by hand: @norland: x; @norland: x')).toBe(
    true,
  );
  expect(result.merged.text.endsWith(`\n\n${nested('lind')}`)).toBe(true);
});

const published = (text: string) => strip(new SourceDocument(text));
const unsound = (text: string) =>
  new SourceDocument(text).blocks.flatMap(({ tree }) => tree.problems.map(({ code }) => code));

/** Every unit of one copy, found in the merged document with all that it says. */
function isHeld(text: string, by: string): boolean {
  const paired = pairCodings(coding(by), coding(text));
  return disagreementsOf(paired).every(({ kind }) => kind === 'only-b');
}

/** What every statement of one copy says, ids left out, that no statement of the same words says in the merged document. */
function missing(text: string, by: string): string[] {
  const said = ({ units }: Coding) =>
    units.map(({ kind, place, labels }) => {
      // What is not reported by another is, side by side, reported by who says it; and what has no place or date of its own has one there.
      const list = [...labels].filter(([name]) => !/^(via|date|place|supports)$/.test(name));
      return `${kind} ${place} ${list
        .map(([name, values]) => `${name}=${values}`)
        .sort()
        .join(' ')}`;
    });
  const there = new Set(said(coding(text)));
  return said(coding(by)).filter((each) => !there.has(each));
}

test('properties: the text stays, no new mistakes, nothing of either is lost', () => {
  fc.assert(
    fc.property(markings, ([a, b]) => {
      const result = outcome(a, b);
      if ('refused' in result) throw new Error(JSON.stringify(result.refused));
      const { text, unplaced } = result.merged;
      expect(published(text)).toBe(published(a));
      expect(unsound(text)).toEqual([]);
      expect(unplaced).toBe(0);
      for (const each of [a, b]) expect(missing(text, each)).toEqual([]);
      const back = merged(b, a);
      expect(
        coding(back)
          .units.map((unit) => `${unit.kind} ${unit.place}`)
          .sort(),
      ).toEqual(
        coding(text)
          .units.map((unit) => `${unit.kind} ${unit.place}`)
          .sort(),
      );
    }),
    { numRuns: 150 },
  );
});

test('properties: a copy with itself is itself; with an ancestor, the one that changed wins', () => {
  fc.assert(
    fc.property(markings, ([a, b]) => {
      expect(merged(a, a)).toBe(a);
      expect(merged(a, a, b)).toBe(a);
      expect(merged(a, b, b)).toBe(a);
      const other = merged(b, a, b);
      expect(disagreementsOf(pairCodings(coding(a), coding(other)))).toEqual([]);
      expect(published(other)).toBe(published(b));
    }),
    { numRuns: 150 },
  );
});

test('properties: paragraphs of any sound marks, memos and escapes among them, merged with their bare text', () => {
  fc.assert(
    fc.property(paragraph, (tokens) => {
      const a = tokens.map(({ text }) => text).join('');
      const bare = published(a).replace(/[{}]|\\(?=[{}\\#])/g, '\\$&');
      if (published(bare) !== published(a)) return;
      const result = outcome(bare, a);
      if ('refused' in result) {
        expect(result.refused.because).toBe('mistakes');
        return;
      }
      expect(published(result.merged.text)).toBe(published(a));
      expect(isHeld(result.merged.text, a) || result.merged.unplaced > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('properties: any text at all, half-typed marks too: compared with itself it agrees, merged with itself it stays', () => {
  fc.assert(
    fc.property(soup, soup, (text, base) => {
      expect(disagreementsOf(pairCodings(coding(text), coding(text)))).toEqual([]);
      for (const result of [outcome(text, text), outcome(text, text, base)]) {
        if ('merged' in result) expect(result.merged.text).toBe(text);
        else expect(result.refused.because).toBe('mistakes');
      }
    }),
    { numRuns: 500 },
  );
});
