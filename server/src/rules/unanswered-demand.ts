import { demandStates } from '../model/demands.ts';
import type { Statement } from '../model/document.ts';
import { all, subjectOf } from './describe.ts';
import type { DocumentContext, Rule } from './rule.ts';
import { isSound } from './sound.ts';

export const unansweredDemand: Rule = {
  name: 'unanswered-demand',
  group: 'Sense',
  severity: 'off',
  summary: 'A demand has no response from somebody to whom it is put, in any document.',
  mends: [],
  *checkDocument(context) {
    for (const demand of demandsOf(context)) {
      const silent = demandStates(context.workspace, demand)
        .filter(({ response }) => response === null)
        .map(({ addressee }) => `@${addressee}`);
      if (silent.length === 0) continue;
      const { document, block, tag, fact } = demand;
      const base = document.startOf(block);
      const advice =
        fact.id === null
          ? 'Give it an id if a statement answers it'
          : 'If one does, add answers and response to it';
      yield {
        start: base + tag.start,
        end: base + tag.head.end,
        message: `No statement says what ${all(silent)} did about ${lowerFirst(subjectOf(tag))}, so it counts as open. ${advice}.`,
      };
    }
  },
};

/**
 * The sound demands of a document, in order of place. A demand that only introduces others, which take its sender
 * and addressees over, is answered through them.
 */
function demandsOf({ document }: DocumentContext): Statement[] {
  const demands: Statement[] = [];
  const introducing = new Set<unknown>();
  for (const statement of document.statements()) {
    const { fact, tag, block } = statement;
    if (fact.kind !== 'demand' || !isSound(block, tag)) continue;
    // Of two with one id, the first has the answers; the second is a mistake of its own.
    if (fact.id !== null && document.statement(fact.id)?.tag !== tag) continue;
    demands.push(statement);
    if (!fact.attributes.has('by')) introducing.add(document.outerOf(statement)?.tag);
  }
  return demands.filter(({ tag }) => !introducing.has(tag));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
