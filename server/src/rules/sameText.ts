/** The last guard of all that edits marks: the published text must stay as it is. */
import type { DocumentModel } from '../model/document.ts';
import { SourceDocument } from '../syntax/document.ts';
import { stripPart } from '../syntax/strip.ts';
import { applyEdits } from './edits.ts';
import type { BlockContext, FileEdit } from './rule.ts';

/** Keeps what follows from being read as a document's beginning. */
const BEFORE = '.\n\n';

/**
 * Whether the published text stays the same under edits of a document. Reads the blocks from the first edit to the
 * last, and those next to them, as an edit does: no mark reaches further.
 *
 * @param edits of this document, none overlapping another; offsets are from its start
 */
export function keepsPublishedText({ source }: DocumentModel, edits: readonly FileEdit[]): boolean {
  if (edits.length === 0) return true;
  const starts = edits.map(({ start }) => start);
  const ends = edits.map(({ end }) => end);
  const first = source.blockAt(starts.reduce((a, b) => Math.min(a, b))) - 1;
  const last = Math.min(source.blockAt(ends.reduce((a, b) => Math.max(a, b))) + 1, source.blocks.length - 1);
  const hasPreamble = first <= 0;
  const parts = [
    ...(hasPreamble ? [source.preamble] : []),
    ...source.blocks.slice(Math.max(0, first), last + 1),
  ];
  const base = hasPreamble ? 0 : source.startOf(first);
  const lead = hasPreamble ? '' : BEFORE;
  const after = applyEdits(
    parts.map((part) => part.text).join(''),
    edits.map((edit) => ({ ...edit, start: edit.start - base, end: edit.end - base })),
  );
  const edited = new SourceDocument(lead + after);
  const published = [edited.preamble, ...edited.blocks].map(stripPart).join('');
  return published === lead + parts.map(stripPart).join('');
}

/** The same for edits of a block, given as offsets in it. */
export function keepsText({ document, block }: BlockContext, edits: readonly FileEdit[]): boolean {
  const base = document.startOf(block);
  const placed = edits.map((edit) => ({ ...edit, start: edit.start + base, end: edit.end + base }));
  return keepsPublishedText(document, placed);
}
