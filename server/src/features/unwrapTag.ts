/**
 * Taking a tag's marks away and leaving its words. One piece at a time: the continuations of a statement, and what
 * refers to it, stay as they are, and the rules tell of those that then point to nothing.
 */
import type { DocumentModel } from '../model/document.ts';
import { ownId } from '../model/facts.ts';
import { type Piece, piecesOf } from '../model/spans.ts';
import { removeMarks } from '../rules/edits.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import type { Tag } from '../syntax/tree.ts';
import { tagAround } from './enclosingTag.ts';

export interface Unwrapping {
  readonly title: string;
  readonly edits: readonly FileEdit[];
}

/** The ways to unwrap the innermost tag around a range: it alone, and its statement with all pieces. */
export function unwrappings(document: DocumentModel, start: number, end: number): Unwrapping[] {
  const around = tagAround(document, start, end);
  if (around === null) return [];
  const { block, index, tag } = around;
  const statement = tag.kind === 'mention' ? null : document.statementOfTag(block, index);
  const pieces = statement === null ? [] : piecesOf(statement);
  const found = [unwrapping(document, `Unwrap the ${shown(tag)}`, [{ block, tag }])];
  if (statement !== null && pieces.length > 1) {
    const title = `Unwrap all ${pieces.length} pieces of the ${shown(statement.tag)}`;
    found.push(unwrapping(document, title, pieces));
  }
  return found.filter(({ edits }) => keepsPublishedText(document, edits));
}

function unwrapping(document: DocumentModel, title: string, pieces: readonly Piece[]): Unwrapping {
  const edits = pieces.flatMap(({ block, tag }) => {
    const base = document.startOf(block);
    return unwrapped(block.text, tag).map((edit) => ({
      ...edit,
      start: base + edit.start,
      end: base + edit.end,
    }));
  });
  return { title, edits };
}

const HEADING = /^#{1,6}(?=[ \t\r\n]|$)/;

/** Takes the marks away. A `#` that comes to stand at a line's start stays text. */
function unwrapped(text: string, tag: Tag): FileEdit[] {
  const rests = [text.slice(tag.bodyStart, tag.bodyEnd) + text.slice(tag.end), text.slice(tag.end)];
  return removeMarks(tag).map((edit, mark) => {
    const startsLine = edit.start === 0 || /[\r\n]/.test(text[edit.start - 1] as string);
    return startsLine && HEADING.test(rests[mark] as string) ? { ...edit, text: '\\' } : edit;
  });
}

function shown(tag: Tag): string {
  if (tag.kind === 'mention') return `mention @${tag.head.actors.map((actor) => actor.id).join(',@')}`;
  const id = ownId(tag);
  const kind = tag.kind === 'unknown' ? `tag ${tag.head.word}` : tag.kind;
  return id === null ? kind : `${kind} #${id}`;
}
