import type { Rule } from './rule.ts';
import { unusedInCodebook, unusedInHead } from './unusedEntries.ts';

export const unusedActor: Rule = {
  name: 'unused-actor',
  group: 'Names',
  severity: 'hint',
  summary: 'The codebook or head defines an actor that no document uses.',
  mends: ['suggestion'],
  checkDocument: (context) => unusedInHead(context, 'actors'),
  checkCodebook: (context) => unusedInCodebook(context, 'actors'),
};
