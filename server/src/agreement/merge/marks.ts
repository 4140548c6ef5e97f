/** A document taken apart: its text, and the marks as stretches of it, so that marks of two documents can be put into one. */
import type { DocumentModel } from '../../model/document.ts';
import type { Tag } from '../../syntax/tree.ts';
import type { Coding } from '../units.ts';

/** A tag. */
export interface Mark {
  readonly tag: Tag;
  /** Its words: offsets into the comparable text, white space and all. */
  readonly start: number;
  readonly end: number;
  /** From its `{` to the end of its head, as written. */
  readonly head: string;
  /** Where its tag starts in the source. */
  readonly source: number;
  /** The unit that it is, or is a piece of; -1 for what is none: an unknown word, a continuation of nothing. */
  readonly unit: number;
  /** Whether it is the tag that the unit is defined by, not a continuation. */
  readonly defines: boolean;
}

export interface MemoMark {
  /** As written, with its signs. */
  readonly source: string;
  readonly text: string;
  /** Where it stands in the source. */
  readonly at: number;
  /** In the comparable text. */
  readonly place: number;
  /** The mark that it belongs to, an index; -1 for the document. */
  readonly owner: number;
  /** Whether it had lines of its own. */
  readonly ownLine: boolean;
  /** Whether it stands in a block of memos only. */
  readonly ownBlock: boolean;
}

export interface Marks {
  readonly coding: Coding;
  /** In order of place. */
  readonly marks: readonly Mark[];
  readonly memos: readonly MemoMark[];
}

/** What keeps marks from being taken as they are: it is not clear where they end. */
const UNSOUND = new Set([
  'unclosed-tag',
  'missing-colon',
  'stray-brace',
  'unclosed-memo',
  'nesting-too-deep',
]);

/** How many mistakes there are that must be mended before the document can be merged. */
export function unsoundness({ source }: DocumentModel): number {
  let count = source.preamble.head?.closed === false ? 1 : 0;
  for (const { tree } of source.blocks) for (const { code } of tree.problems) if (UNSOUND.has(code)) count++;
  return count;
}

/** Takes a document apart. It must be sound. */
export function marksOf(coding: Coding): Marks {
  const { document, text } = coding;
  const unitAt = new Map(coding.units.map(({ source }, index) => [source.start, index]));
  const marks: Mark[] = [];
  const memos: MemoMark[] = [];
  for (const [index, block] of document.source.blocks.entries()) {
    const base = document.source.startOf(index);
    const first = marks.length;
    const place = (offset: number) => text.fromPublished(document.published.offsetInBlock(index, offset));
    for (const [tagIndex, tag] of block.tree.tags.entries()) {
      const statement = document.statementOfTag(block, tagIndex);
      const definedAt = statement
        ? document.startOf(statement.block) + statement.tag.start
        : base + tag.start;
      const unit = unitAt.get(definedAt) ?? -1;
      marks.push({
        tag,
        start: place(tag.bodyStart),
        end: place(tag.bodyEnd),
        head: block.text.slice(tag.start, tag.head.end),
        source: base + tag.start,
        unit,
        defines: unit >= 0 && definedAt === base + tag.start,
      });
    }
    const isEmpty = place(0) === place(block.text.length);
    for (const memo of block.tree.memos) {
      const after = block.text.slice(memo.end);
      const before = block.text.slice(0, memo.start);
      memos.push({
        source: block.text.slice(memo.start, memo.end),
        text: memo.text,
        at: base + memo.start,
        place: place(memo.start),
        owner: memo.tag < 0 ? -1 : first + memo.tag,
        ownLine: /(^|[\r\n])[ \t]*$/.test(before) && /^[ \t]*(\r|\n|$)/.test(after),
        ownBlock: isEmpty,
      });
    }
  }
  return { coding, marks, memos };
}
