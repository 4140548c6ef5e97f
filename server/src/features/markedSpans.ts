/** The tags of a block as they are shown: of which kind, and how deep inside other statements. */
import type { DocumentModel } from '../model/document.ts';
import type { Block } from '../syntax/document.ts';
import type { Tag } from '../syntax/tree.ts';

export interface MarkedSpan {
  readonly tag: Tag;
  /** A continuation is of its statement's kind. */
  readonly kind: 'claim' | 'demand' | 'mention' | 'unknown';
  readonly continues: boolean;
  /** How many claims, demands and continuations are around it. */
  readonly depth: number;
}

/** The tags of a block, in order of place. */
export function markedSpans(document: DocumentModel, block: Block): MarkedSpan[] {
  const { tags } = block.tree;
  const spans: MarkedSpan[] = [];
  tags.forEach((tag, index) => {
    const outer = spans[tag.parent];
    const depth = outer ? outer.depth + (outer.kind === 'mention' ? 0 : 1) : 0;
    const continues = tag.kind === 'continuation';
    const kind = continues ? continuedKind(document, block, index) : tag.kind;
    spans.push({ tag, kind: kind as MarkedSpan['kind'], continues, depth });
  });
  return spans;
}

/**
 * What a block's spans take from elsewhere, as one string: the kinds of the statements that it continues. Empty for
 * a block without continuations, whose spans follow from it alone.
 */
export function kindsContinued(document: DocumentModel, block: Block): string {
  let kinds = '';
  block.tree.tags.forEach((tag, index) => {
    if (tag.kind === 'continuation') kinds += `${continuedKind(document, block, index)} `;
  });
  return kinds;
}

function continuedKind(document: DocumentModel, block: Block, index: number): string {
  return document.statementOfTag(block, index)?.fact.kind ?? 'unknown';
}
