/** The head of a tag, written anew: with another id, with its references to other ids, with attributes that it lacked. */
import { isRelation } from '../../codebook/attributes.ts';
import { quoteValue } from '../../syntax/escape.ts';
import type { Mark } from './marks.ts';

export interface HeadChange {
  /** The id that the tag is to have; null leaves it without. */
  readonly id: string | null;
  /** Ids that are called otherwise now; NFC. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Attributes to add: name and value, as written. */
  readonly added: readonly string[];
}

/** A head from its `{` on, without its colon. */
export function headText({ head, tag }: Mark, { id, renamed, added }: HeadChange): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const own = tag.head.attributes.find(({ name }) => name === '#');
  const replaceId = (end: number, before: string, after: string | null | undefined) => {
    if (after && after !== before.normalize('NFC'))
      edits.push({ start: end - before.length, end, text: after });
  };
  const ownValue = own?.values[0];
  if (ownValue?.type === 'statement') replaceId(ownValue.end, ownValue.id, id);
  else if (id !== null && !own && tag.kind !== 'mention') {
    const place = tag.start + 1 + tag.head.word.length;
    edits.push({ start: place, end: place, text: ` #${id}` });
  }
  for (const { name, values } of tag.head.attributes) {
    if (!isRelation(name)) continue;
    for (const value of values) {
      if (value.type !== 'statement' || value.document !== null) continue;
      replaceId(value.end, value.id, renamed.get(value.id.normalize('NFC')));
    }
  }
  let text = '';
  let from = tag.start;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    text += head.slice(from - tag.start, edit.start - tag.start) + edit.text;
    from = edit.end;
  }
  return [text + head.slice(from - tag.start), ...added].join(' ');
}

/** An attribute whose values are actors, or one word or quoted text. */
export function attribute(name: string, values: readonly string[], isActors: boolean): string {
  if (isActors) return `${name}=${values.map((id) => `@${id}`).join(',')}`;
  const [value = ''] = values;
  return `${name}=${/^[\p{L}\p{Nd}_.-]+$/u.test(value) ? value : quoteValue(value)}`;
}
