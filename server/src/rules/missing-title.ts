import type { Rule } from './rule.ts';

export const missingTitle: Rule = {
  name: 'missing-title',
  group: 'Head',
  severity: 'hint',
  summary: 'The head gives no title.',
  mends: ['suggestion'],
  *checkDocument({ document }) {
    if (document.head.title !== null || document.source.preamble.head === null) return;
    const { start, yamlStart } = document.source.preamble.head;
    yield {
      start,
      end: start + 3,
      message: 'The head gives no title, so lists and exports show the file name. Add `title:`.',
      fixes: [
        {
          title: 'Insert a title',
          kind: 'suggestion',
          edits: [{ start: yamlStart, end: yamlStart, text: 'title: \n' }],
        },
      ],
    };
  },
};
