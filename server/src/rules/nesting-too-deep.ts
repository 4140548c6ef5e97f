import { MAX_DEPTH } from '../syntax/pairing.ts';
import { syntaxRule } from './syntaxRule.ts';

export const nestingTooDeep = syntaxRule({
  name: 'nesting-too-deep',
  summary: 'A tag stands inside too many others.',
  mends: [],
  report: () => ({
    message: `Tags stand inside each other at most ${MAX_DEPTH} deep, so this one is read as text. Close some of those around it first.`,
  }),
});
