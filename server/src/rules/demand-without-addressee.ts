import { subjectOf } from './describe.ts';
import { addAttribute } from './edits.ts';
import { type MeantStatement, meantStatements } from './meaning.ts';
import type { BlockContext, DraftFix, Rule } from './rule.ts';

const MAX_PROPOSALS = 4;

export const demandWithoutAddressee: Rule = {
  name: 'demand-without-addressee',
  group: 'Sense',
  severity: 'hint',
  summary: 'A demand does not say to whom it is put.',
  mends: ['suggestion'],
  *checkBlock(context) {
    for (const statement of meantStatements(context)) {
      const { fact, tag, meaning } = statement;
      if (fact.kind !== 'demand' || meaning.to.length > 0 || fact.attributes.has('to')) continue;
      yield {
        start: tag.start,
        end: tag.head.end,
        message: `${subjectOf(tag)} is put to nobody, so nobody can answer it. Add to= and the actor who is to act.`,
        fixes: () => proposals(context, statement),
      };
    }
  },
};

/** Who is mentioned near by: in the demand itself first, then in the rest of its block. */
function proposals({ facts, tree }: BlockContext, { tag, meaning }: MeantStatement): DraftFix[] {
  const mentions = facts.mentions.flatMap((index) => tree.tags[index] ?? []);
  const isInside = (start: number) => start >= tag.bodyStart && start < tag.bodyEnd;
  mentions.sort((a, b) => Number(isInside(b.start)) - Number(isInside(a.start)));
  const lists = mentions.map(({ head }) =>
    head.actors.map((actor) => `@${actor.id}`).filter((actor) => !meaning.by.includes(actor.slice(1))),
  );
  const distinct = [...new Set(lists.filter((list) => list.length > 0).map((list) => list.join(',')))];
  return distinct.slice(0, MAX_PROPOSALS).map((list) => ({
    title: `Put it to ${list}`,
    kind: 'suggestion',
    edits: [addAttribute(tag, `to=${list}`)],
  }));
}
