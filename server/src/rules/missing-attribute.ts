import type { AttributeDefinition } from '../codebook/attributes.ts';
import { quoteValue } from '../syntax/escape.ts';
import { subjectOf } from './describe.ts';
import { addAttribute } from './edits.ts';
import type { Rule } from './rule.ts';
import { soundStatements } from './sound.ts';

const MAX_CHOICES = 8;
const IS_WORD = /^[^\s,，、،:：=＝{}"@＠#＃\u200E\u200F\u061C]+$/u;

export const missingAttribute: Rule = {
  name: 'missing-attribute',
  group: 'Names',
  severity: 'warning',
  summary: 'A statement lacks an attribute that the codebook requires.',
  mends: ['suggestion'],
  *checkBlock(context) {
    if (context.facts.statements.length === 0) return;
    const required = requiredOf(context.names.attributes);
    if (required.length === 0) return;
    for (const { fact, tag } of soundStatements(context)) {
      const missing = required.filter(
        (definition) => definition.for.includes(fact.kind) && !fact.attributes.has(definition.name),
      );
      for (const { name, choices } of missing) {
        yield {
          start: tag.start,
          end: tag.head.end,
          message: `${subjectOf(tag)} has no ${name}, which the codebook asks of every ${fact.kind}. Add it.`,
          fixes: choices.slice(0, MAX_CHOICES).map(({ value }) => {
            const written = `${name}=${IS_WORD.test(value) ? value : quoteValue(value)}`;
            return { title: `Add ${written}`, kind: 'suggestion', edits: [addAttribute(tag, written)] };
          }),
        };
      }
    }
  },
};

const known = new WeakMap<ReadonlyMap<string, AttributeDefinition>, readonly AttributeDefinition[]>();

function requiredOf(attributes: ReadonlyMap<string, AttributeDefinition>): readonly AttributeDefinition[] {
  let required = known.get(attributes);
  if (required === undefined) {
    required = [...attributes.values()].filter((definition) => definition.required);
    known.set(attributes, required);
  }
  return required;
}
