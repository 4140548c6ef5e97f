import type { Rule } from './rule.ts';
import { unusedInCodebook, unusedInHead } from './unusedEntries.ts';

export const unusedTopic: Rule = {
  name: 'unused-topic',
  group: 'Names',
  severity: 'hint',
  summary: 'The codebook or head defines a topic that no document uses.',
  mends: ['suggestion'],
  checkDocument: (context) => unusedInHead(context, 'topics'),
  checkCodebook: (context) => unusedInCodebook(context, 'topics'),
};
