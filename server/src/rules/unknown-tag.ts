import { STATEMENT_KINDS } from '../codebook/attributes.ts';
import { nearestName } from '../codebook/nearest.ts';
import { replacing } from './edits.ts';
import { syntaxRule } from './syntaxRule.ts';

export const unknownTag = syntaxRule({
  name: 'unknown-tag',
  summary: 'A tag is neither a claim nor a demand.',
  mends: ['suggestion'],
  report(problem, _context, tag) {
    if (tag === undefined) return null;
    const { word } = tag.head;
    const near = nearestName(word, STATEMENT_KINDS);
    const meant = near === null ? STATEMENT_KINDS : [near];
    const advice = near === null ? 'A statement is a claim or a demand.' : `Did you mean ${near}?`;
    return {
      message: `There is no tag “${word}”, so these words count as no statement. ${advice}`,
      fixes: meant.map((kind) => replacing(`Change to ${kind}`, 'suggestion', problem, kind)),
    };
  },
});
