import { headingText } from '../model/headings.ts';
import { missingHeadKey } from './missingHeadKey.ts';
import type { Rule } from './rule.ts';

export const missingTitle: Rule = {
  name: 'missing-title',
  group: 'Head',
  severity: 'hint',
  summary: 'The head gives no title.',
  mends: ['suggestion'],
  checkDocument({ document }) {
    if (document.head.title !== null) return [];
    const heading = document.source.blocks.find((block) => block.level > 0);
    const words = heading ? headingText(heading) : '';
    return missingHeadKey(
      document,
      'The head gives no title, so lists and exports show the name of the file. Add one with title:.',
      words === '' ? 'Insert a title' : 'Insert the first heading as title',
      () => `title: ${words === '' ? 'Untitled' : JSON.stringify(words)}`,
    );
  },
};
