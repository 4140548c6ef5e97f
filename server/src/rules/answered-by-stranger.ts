import { speaksFor } from '../model/demands.ts';
import type { NamePlace } from '../model/facts.ts';
import { all, subjectOf } from './describe.ts';
import { knownMeaning, meantStatements } from './meaning.ts';
import type { BlockContext, Rule } from './rule.ts';
import { isSound, soundUses } from './sound.ts';

export const answeredByStranger: Rule = {
  name: 'answered-by-stranger',
  group: 'Sense',
  severity: 'warning',
  summary: 'A demand is answered by somebody to whom it was not put.',
  mends: [],
  *checkBlock(context) {
    const answers = [...soundUses(context, 'statement')].filter((use) => use.attribute === 'answers');
    if (answers.length === 0) return;
    const byTag = new Map(meantStatements(context).map((statement) => [statement.fact.tag, statement]));
    for (const use of answers) {
      const reply = byTag.get(use.tag);
      const entitled = reply ? entitledToAnswer(context, use, reply.meaning.response === 'withdraw') : null;
      if (!reply || entitled === null || entitled.length === 0) continue;
      const speakers = expand(context, reply.meaning.by);
      if (speakers === null || speakers.some((id) => speaksFor(context.names, entitled, id))) continue;
      yield {
        start: use.start - 1,
        end: use.end,
        message:
          reply.meaning.response === 'withdraw'
            ? `Only who made demand #${use.id} can withdraw it: ${list(entitled)}, not ${list(speakers)}. Correct by or response.`
            : `${subjectOf(reply.tag)} is by ${list(speakers)}, but demand #${use.id} was put to ${list(entitled)}. Correct by, or the demand that it answers.`,
      };
    }
  },
};

/** Whose answer counts: the addressees', or the sender's where it withdraws. Null where that is not known here. */
function entitledToAnswer(context: BlockContext, { id }: NamePlace, withdraws: boolean): string[] | null {
  const demand = context.names.statement(id);
  if (demand === null || demand.fact.kind !== 'demand' || !isSound(demand.block, demand.tag)) return null;
  const meaning = knownMeaning(context, demand);
  if (meaning === null) return null;
  const ids = withdraws ? meaning.by : meaning.to;
  // Who another document's author is, its own head says: that is too far from here.
  if (demand.document !== context.document && ids.includes('author')) return null;
  return expand(context, ids);
}

/** Ids of the actors that these stand for; null if one of them is not defined. */
function expand({ names }: BlockContext, ids: readonly string[]): string[] | null {
  const found: string[] = [];
  for (const id of ids) {
    const actors = names.expand(id);
    if (actors.length === 0) return null;
    found.push(...actors.map((actor) => actor.id));
  }
  return found;
}

function list(ids: readonly string[]): string {
  return all(ids.map((id) => `@${id}`));
}
