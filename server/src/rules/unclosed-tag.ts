import { subjectOf } from './describe.ts';
import { closeAt } from './edits.ts';
import { syntaxRule } from './syntaxRule.ts';

export const unclosedTag = syntaxRule({
  name: 'unclosed-tag',
  summary: 'A tag has no closing brace before its paragraph ends.',
  mends: ['suggestion'],
  report(problem, { block, tree }, tag) {
    // A memo that is not closed hides the brace: that is the mistake to mend.
    if (tag === undefined || tree.memos.at(-1)?.closed === false) return null;
    return {
      message: `${subjectOf(tag)} is never closed, so it takes in the rest of its paragraph. Put a } after its last word.`,
      fixes: () => {
        const end = tag.bodyStart + block.text.slice(tag.bodyStart, tag.bodyEnd).trimEnd().length;
        const braces = tree.tags.filter(
          (each) => each.fault === 'unclosed-tag' && each.start >= problem.start,
        );
        return [
          {
            title: 'Close it at the end of the paragraph',
            kind: 'suggestion',
            edits: [closeAt(block.text, tree, end, braces.length)],
          },
        ];
      },
    };
  },
});
