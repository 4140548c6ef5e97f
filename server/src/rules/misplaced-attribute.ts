import { removeAttribute, replacing } from './edits.ts';
import type { DraftFix, Rule } from './rule.ts';
import { soundStatements } from './sound.ts';

export const misplacedAttribute: Rule = {
  name: 'misplaced-attribute',
  group: 'Names',
  severity: 'error',
  summary: 'An attribute stands on a kind of statement that it does not belong to.',
  mends: ['suggestion'],
  *checkBlock(context) {
    for (const { fact, tag } of soundStatements(context)) {
      for (const [name, attribute] of fact.attributes) {
        const [kind, another] = context.names.attribute(name)?.for ?? [];
        if (attribute.malformed || kind === undefined || another !== undefined || kind === fact.kind)
          continue;
        const word = { start: tag.head.start, end: tag.head.start + tag.head.word.length };
        const fixes: DraftFix[] = [
          {
            title: `Take ${name} out`,
            kind: 'suggestion',
            edits: [removeAttribute(context.block.text, attribute)],
          },
          replacing(`Turn the ${fact.kind} into a ${kind}`, 'suggestion', word, kind),
        ];
        yield {
          start: attribute.start,
          end: attribute.nameEnd,
          message: `Only a ${kind} has ${name}, and this is a ${fact.kind}, so it counts for nothing. Take it out, or make this a ${kind}.`,
          fixes,
        };
      }
    }
  },
};
