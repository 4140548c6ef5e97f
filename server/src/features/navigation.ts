/** From statement to statement, and how many there are. */
import type { DocumentModel, Statement } from '../model/document.ts';
import { factsOf } from '../model/facts.ts';

/** A statement's tag and its words; offsets are from the document's start. */
export interface StatementPlace {
  readonly start: number;
  readonly end: number;
  readonly wordsStart: number;
  readonly wordsEnd: number;
}

/** The nearest statement whose words start after an offset (or, backwards, before it); null without one. */
export function adjacentStatement(
  document: DocumentModel,
  offset: number,
  direction: 'next' | 'previous',
): StatementPlace | null {
  const { source } = document;
  const step = direction === 'next' ? 1 : -1;
  for (
    let index = Math.max(0, source.blockAt(offset));
    index >= 0 && index < source.blocks.length;
    index += step
  ) {
    const block = source.blocks[index];
    if (block === undefined) break;
    const places = document.statementsIn(block).map(placeOf);
    const found =
      direction === 'next'
        ? places.find((place) => place.wordsStart > offset)
        : places.findLast((place) => place.wordsStart < offset);
    if (found) return found;
  }
  return null;
}

function placeOf({ document, block, tag }: Statement): StatementPlace {
  const base = document.startOf(block);
  return {
    start: base + tag.start,
    end: base + tag.end,
    wordsStart: base + tag.bodyStart,
    wordsEnd: base + tag.bodyEnd,
  };
}

export interface Counts {
  readonly claims: number;
  readonly demands: number;
  readonly mentions: number;
  /** Different actors named. */
  readonly actors: number;
}

/** How much is marked in a document. */
export function countsOf(document: DocumentModel): Counts {
  let claims = 0;
  let demands = 0;
  let mentions = 0;
  for (const block of document.source.blocks) {
    const facts = factsOf(block);
    for (const { kind } of facts.statements) {
      if (kind === 'claim') claims++;
      else if (kind === 'demand') demands++;
    }
    mentions += facts.mentions.length;
  }
  const actors = [...document.usedKeys()].filter((key) => key.startsWith('actor:')).length;
  return { claims, demands, mentions, actors };
}
