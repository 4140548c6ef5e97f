import { demandStates } from '../model/demands.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { type BlockFacts, factsOf, nameKey, type StatementFact, usesOf } from '../model/facts.ts';
import type { Block } from '../syntax/document.ts';
import { all, subjectOf } from './describe.ts';
import type { Rule } from './rule.ts';
import { isSound } from './sound.ts';

export const unansweredDemand: Rule = {
  name: 'unanswered-demand',
  group: 'Sense',
  severity: 'off',
  summary: 'A demand has no response from somebody to whom it is put, in any document.',
  mends: [],
  *checkAnswers({ workspace, document, block }) {
    for (const demand of document.statementsIn(block)) {
      if (!counts(demand) || isIntroduction(demand)) continue;
      const silent = demandStates(workspace, demand)
        .filter(({ response }) => response === null)
        .map(({ addressee }) => `@${addressee}`);
      if (silent.length === 0) continue;
      const { tag, fact } = demand;
      const advice =
        fact.id === null
          ? 'Give it an id if a statement answers it'
          : 'If one does, add answers and response to it';
      yield {
        start: tag.start,
        end: tag.head.end,
        message: `No statement says what ${all(silent)} did about ${lowerFirst(subjectOf(tag))}, so it counts as open. ${advice}.`,
      };
    }
  },
};

/** Whether a statement is a sound demand. Of two with one id, the first has the answers; the second is a mistake of its own. */
function counts({ document, block, fact, tag }: Statement): boolean {
  if (fact.kind !== 'demand' || !isSound(block, tag)) return false;
  return fact.id === null || document.statement(fact.id)?.tag === tag;
}

/**
 * Whether a demand only introduces others, which take its sender and addressees over: it is answered through them.
 * They stand within it, or within a continuation of it.
 */
function isIntroduction({ document, block, fact }: Statement): boolean {
  if (isAround(document, block, fact.tag)) return true;
  if (fact.id === null) return false;
  const key = nameKey('statement', fact.id);
  for (const other of document.blocksUsing(key)) {
    for (const use of usesOf(factsOf(other), key))
      if (use.attribute === '' && isAround(document, other, use.tag)) return true;
  }
  return false;
}

/** Whether demands without a sender of their own stand directly in a tag. */
function isAround(document: DocumentModel, block: Block, tag: number): boolean {
  const within = demandsWithin(factsOf(block)).get(tag) ?? [];
  return within.some((fact) => {
    const own = block.tree.tags[fact.tag];
    return own !== undefined && counts({ document, block, fact, tag: own });
  });
}

const cache = new WeakMap<BlockFacts, ReadonlyMap<number, readonly StatementFact[]>>();

/** The demands of a block without a sender of their own, by the tag of a statement or continuation around them. */
function demandsWithin(facts: BlockFacts): ReadonlyMap<number, readonly StatementFact[]> {
  let found = cache.get(facts);
  if (found === undefined) {
    const byOuter = new Map<number, StatementFact[]>();
    for (const fact of facts.statements) {
      if (fact.kind !== 'demand' || fact.outer < 0 || fact.attributes.has('by')) continue;
      const others = byOuter.get(fact.outer);
      if (others) others.push(fact);
      else byOuter.set(fact.outer, [fact]);
    }
    found = byOuter;
    cache.set(facts, found);
  }
  return found;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
