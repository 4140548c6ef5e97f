import { problemsInCodebook, problemsInHead } from './problems.ts';
import type { Rule } from './rule.ts';

export const invalidYaml: Rule = {
  name: 'invalid-yaml',
  group: 'Syntax',
  severity: 'error',
  summary: 'The head or the codebook is not written as YAML wants it.',
  mends: ['fix'],
  *checkDocument({ document }) {
    yield* problemsInHead('invalid-yaml', document);
  },
  *checkCodebook({ file }) {
    yield* problemsInCodebook('invalid-yaml', file);
  },
};
