/**
 * The specification is a test: each example in grammar/spec is parsed, and what comes of it compared.
 * `UPDATE=1` writes what comes of it into the pages instead, to be reviewed as a difference.
 */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { type Example, type Expectation, examplesOf, type Page, readPages } from './examples.ts';
import { meaningOf } from './meaning.ts';
import { printProblems } from './printProblems.ts';
import { printTree } from './printTree.ts';
import { fromVisible, toVisible } from './visible.ts';

/** What an input comes to, by the kind of fence that shows it. */
const PRINTERS: Partial<Record<Expectation, (document: SourceDocument) => string>> = {
  tree: printTree,
  published: (document) => toVisible(strip(document)),
  problems: printProblems,
};

const parseInput = ({ input }: Example) => new SourceDocument(fromVisible(input.content));

function check(example: Example): void {
  const document = parseInput(example);
  const { expected } = example;
  expect(expected.size, 'an example shows what comes of it').toBeGreaterThan(0);
  // An example that names no problems has none.
  expect(printProblems(document)).toBe(expected.get('problems')?.content ?? '');
  const meaning = expected.get('meaning');
  if (meaning) {
    const codebook = example.codebook && fromVisible(example.codebook.content);
    // A part of the description: what is not of interest is left out, but lists are whole.
    expect(meaningOf(fromVisible(example.input.content), codebook)).toMatchObject(
      JSON.parse(meaning.content),
    );
  }
  for (const [kind, fence] of expected) {
    const print = PRINTERS[kind];
    if (print) expect(comparable(kind, print(document)), kind).toBe(comparable(kind, fence.content));
  }
}

/** A published text may show more of its spaces than it must. */
function comparable(kind: Expectation, content: string): string {
  return kind === 'published' ? fromVisible(content) : content;
}

/** The page with its fences as they should be. */
function updated(page: Page): string {
  const lines = page.text.split('\n');
  for (const example of examplesOf(page).reverse()) {
    const document = parseInput(example);
    const fences = [...example.expected.entries()].sort(([, a], [, b]) => b.line - a.line);
    const problems = printProblems(document);
    if (problems !== '' && !example.expected.has('problems')) {
      const after = fences[0]?.[1].lastLine ?? example.input.lastLine;
      lines.splice(after, 0, '', '```problems', problems, '```');
    }
    for (const [kind, fence] of fences) {
      const print = PRINTERS[kind];
      if (print === undefined || comparable(kind, print(document)) === comparable(kind, fence.content))
        continue;
      lines.splice(fence.line, fence.lastLine - fence.line - 1, print(document));
    }
  }
  return lines.join('\n');
}

for (const page of readPages()) {
  describe(page.name, () => {
    if (process.env.UPDATE) {
      const text = updated(page);
      if (text !== page.text) writeFileSync(page.url, text);
      test('is up to date now', () => {});
      return;
    }
    const examples = examplesOf(page);
    test('has examples', () => expect(examples).not.toEqual([]));
    for (const example of examples) test(example.name, () => check(example));
  });
}
