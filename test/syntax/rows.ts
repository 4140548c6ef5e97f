/** Tables of paragraphs, each with its tree and its problems. */
import { describe, expect, test } from 'vitest';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { printProblems } from '../spec/printProblems.ts';
import { printTree } from '../spec/printTree.ts';

/** The tree of one paragraph, a line a node, without the line `paragraph`; and its problems. */
function read(text: string): { tree: string[]; problems: string[] } {
  const document = new SourceDocument(text);
  expect(document.blocks.length).toBe(1);
  const [first = '', ...rest] = printTree(document).split('\n');
  const own = first.replace(/^paragraph ?/, '');
  const problems = printProblems(document);
  return {
    tree: [...(own === '' ? [] : [own]), ...rest.map((line) => line.slice(2))],
    problems: problems === '' ? [] : problems.split('\n'),
  };
}

/** What is read, the tree, the problems. */
export type Row = [string, string[], string[]];

/** A test for each row. */
export function rows(title: string, table: Row[]): void {
  describe(title, () => {
    test.each(table)('%j', (text, tree, problems) => {
      expect(read(text)).toEqual({ tree, problems });
    });
  });
}
