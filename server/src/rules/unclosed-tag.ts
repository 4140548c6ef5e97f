import { subjectOf } from './describe.ts';
import { closeAt } from './edits.ts';
import { keepsText } from './sameText.ts';
import { syntaxRule } from './syntaxRule.ts';

export const unclosedTag = syntaxRule({
  name: 'unclosed-tag',
  summary: 'A tag has no closing brace before its paragraph ends.',
  mends: ['suggestion'],
  report(problem, context, tag) {
    const { block, tree } = context;
    // A memo that is not closed hides the brace: that is the mistake to mend.
    if (tag === undefined || tree.memos.at(-1)?.closed === false) return null;
    return {
      message: `${subjectOf(tag)} is never closed, so it takes in the rest of its paragraph. Put a } after its last word.`,
      fixes: () => {
        const open = tree.tags.filter((each) => each.fault === 'unclosed-tag' && each.start >= problem.start);
        const { bodyStart, bodyEnd } = open.at(-1) ?? tag;
        const end = bodyStart + block.text.slice(bodyStart, bodyEnd).trimEnd().length;
        const edits = [closeAt(block.text, tree, end, open.length)];
        // A half-typed tag before that place would take the brace for its own.
        if (!keepsText(context, edits)) return [];
        return [{ title: 'Close it at the end of the paragraph', kind: 'suggestion', edits }];
      },
    };
  },
});
