/** The words of a statement: the union of its pieces, those that only white space separates being one. */
import type { Block } from '../syntax/document.ts';
import type { Tag } from '../syntax/tree.ts';
import { type DocumentModel, type Statement } from './document.ts';
import { factsOf, nameKey } from './facts.ts';

/** A stretch of the published text, UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A tag whose words belong to a statement: the one that defines it, or a continuation. */
export interface Piece {
  readonly block: Block;
  readonly tag: Tag;
}

/** The pieces of a statement, in order of place. Continuations belong to the first of several with one id. */
export function piecesOf(statement: Statement): Piece[] {
  const { document, block, tag, fact } = statement;
  const pieces: Piece[] = [{ block, tag }];
  if (fact.id === null || document.statement(fact.id)?.tag !== tag) return pieces;
  for (const using of document.blocksUsing(nameKey('statement', fact.id))) {
    for (const use of factsOf(using).uses) {
      const piece = using.tree.tags[use.tag];
      if (use.id === fact.id && piece?.kind === 'continuation') pieces.push({ block: using, tag: piece });
    }
  }
  const position = (piece: Piece) => document.startOf(piece.block) + piece.tag.start;
  return pieces.length < 2 ? pieces : pieces.sort((a, b) => position(a) - position(b));
}

/** The spans of a statement in the published text, in order. An empty statement has one, empty. */
export function spansOf(statement: Statement): Span[] {
  const { document } = statement;
  const { published } = document;
  const ranges = piecesOf(statement).map((piece) => publishedRange(document, piece));
  ranges.sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: { start: number; end: number }[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    const joins =
      last && (range.start <= last.end || published.text.slice(last.end, range.start).trim() === '');
    if (joins) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  const filled = merged.filter(({ start, end }) => start < end);
  return (filled.length > 0 ? filled : merged.slice(0, 1)).map(({ start, end }) => ({
    start,
    end,
    text: published.text.slice(start, end),
  }));
}

/** Where the body of a tag stands in the published text. */
export function publishedRange(
  document: DocumentModel,
  { block, tag }: Piece,
): { start: number; end: number } {
  const index = document.indexOf(block);
  const start = document.published.offsetInBlock(index, tag.bodyStart);
  return { start, end: document.published.offsetInBlock(index, tag.bodyEnd) };
}
