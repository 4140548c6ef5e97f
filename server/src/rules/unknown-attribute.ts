import type { AttributeDefinition, StatementKind } from '../codebook/attributes.ts';
import { nearestName } from '../codebook/nearest.ts';
import { changeTo } from './edits.ts';
import { codebookIsMissing } from './problems.ts';
import type { Rule } from './rule.ts';
import { soundStatements } from './sound.ts';

export const unknownAttribute: Rule = {
  name: 'unknown-attribute',
  group: 'Names',
  severity: 'error',
  summary: 'An attribute is neither one of the core nor of the codebook.',
  mends: ['suggestion'],
  *checkBlock(context) {
    if (codebookIsMissing(context)) return;
    for (const { fact } of soundStatements(context)) {
      for (const [name, attribute] of fact.attributes) {
        if (attribute.malformed || context.names.attribute(name) !== null) continue;
        const meant = () => meantBy(name, fact.kind, context.names.attributes);
        const range = { start: attribute.start, end: attribute.nameEnd };
        yield {
          ...range,
          message: () => {
            const near = meant();
            const advice = near === null ? 'Correct it, or add it to the codebook.' : `Did you mean ${near}?`;
            return `The codebook has no attribute “${name}”, so what it says is counted nowhere. ${advice}`;
          },
          fixes: () => changeTo(meant(), range),
        };
      }
    }
  },
};

/** The attribute of which this is the field's term (claimant: by), or else the nearest name. */
function meantBy(
  name: string,
  kind: StatementKind,
  attributes: ReadonlyMap<string, AttributeDefinition>,
): string | null {
  const fitting = [...attributes.values()].filter((definition) => definition.for.includes(kind));
  const termed = fitting.find(({ term }) => term.split(', ').includes(name.toLowerCase()));
  return termed?.name ?? nearestName(name, new Set(fitting.map((definition) => definition.name)));
}
