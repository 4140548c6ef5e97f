/** Edits of marks that leave the published text as it is. */
import type { Attribute } from '../../../grammar/events.ts';
import type { TextRange } from '../codebook/codebook.ts';
import type { BlockTree, Tag } from '../syntax/tree.ts';
import type { DraftFix, FileEdit, Fix } from './rule.ts';

/** A fix of one edit. */
export function replacing(
  title: string,
  kind: Fix['kind'],
  { start, end }: TextRange,
  text: string,
): DraftFix {
  return { title, kind, edits: [{ start, end, text }] };
}

/** “Change to …”, where a name is near. */
export function changeTo(near: string | null, range: TextRange, shown = near): DraftFix[] {
  return near === null ? [] : [replacing(`Change to ${shown}`, 'suggestion', range, near)];
}

/** Takes an attribute out of a head, with the white space before it. */
export function removeAttribute(text: string, { start, end }: TextRange): FileEdit {
  let from = start;
  while (from > 0 && /\s/.test(text[from - 1] as string)) from--;
  return { start: from, end, text: '' };
}

/** Takes one value out of an attribute, or all of the attribute if it is the only one. */
export function removeValue(text: string, attribute: Attribute, index: number): FileEdit {
  const { values } = attribute;
  const [value, before, after] = [values[index], values[index - 1], values[index + 1]];
  if (value === undefined || values.length < 2) return removeAttribute(text, attribute);
  if (before) return { start: before.end, end: value.end, text: '' };
  return { start: value.start, end: after?.start ?? value.end, text: '' };
}

/** Writes an attribute at the end of a head. */
export function addAttribute({ head }: Tag, text: string): FileEdit {
  return { start: head.end, end: head.end, text: ` ${text}` };
}

/** Takes a tag's marks away and leaves its words. */
export function removeMarks({ start, bodyStart, bodyEnd, end }: Tag): FileEdit[] {
  const edits = [{ start, end: bodyStart, text: '' }];
  return end > bodyEnd ? [...edits, { start: bodyEnd, end, text: '' }] : edits;
}

/** A mark at a place; a backslash before it, which would turn the mark's brace into text, is doubled. */
export function insertMark(text: string, tree: BlockTree, place: number, mark: string): FileEdit {
  const escapes = text[place - 1] === '\\' && !tree.escapes.includes(place - 2);
  return { start: place, end: place, text: `${escapes ? '\\' : ''}${mark}` };
}

/** Closing braces at a place. */
export function closeAt(text: string, tree: BlockTree, place: number, braces: number): FileEdit {
  return insertMark(text, tree, place, '}'.repeat(braces));
}

/** A text after some edits that do not overlap. */
export function applyEdits(text: string, edits: readonly FileEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
