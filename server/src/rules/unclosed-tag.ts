import type { Rule } from './rule.ts';

export const unclosedTag: Rule = {
  name: 'unclosed-tag',
  group: 'Syntax',
  severity: 'error',
  summary: 'A tag has no closing brace before its paragraph ends.',
  mends: ['suggestion'],
  *checkBlock({ block, tree }) {
    for (const problem of tree.problems) {
      if (problem.code !== 'unclosed-tag') continue;
      const tag = tree.tags[problem.tag];
      if (tag === undefined) continue;
      const end = tag.bodyStart + block.text.slice(tag.bodyStart, tag.bodyEnd).trimEnd().length;
      yield {
        start: problem.start,
        end: problem.end,
        message: `This ${tag.kind} is never closed: it runs to the end of its paragraph. Put a } after its last word.`,
        fixes: [
          {
            title: 'Close it at the end of the paragraph',
            kind: 'suggestion',
            edits: [{ start: end, end, text: '}' }],
          },
        ],
      };
    }
  },
};
