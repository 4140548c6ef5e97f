/**
 * The pictures that clients have, so that of the next one only what differs has to be told: an edit of a word changes a
 * few hundred characters of half a megabyte, which otherwise goes through three processes for each key.
 */
import type { PictureResult } from './requests/index.ts';

/** Views of one window, and one that is just being replaced. */
const MOST = 6;

export class KnownPictures {
  /** Unlike those of a server before this one, whose pictures a client may still have. */
  readonly #prefix = crypto.getRandomValues(new Uint32Array(2)).join('-');
  readonly #pictures = new Map<string, string>();
  #count = 0;

  /** Says a picture by its difference from one that the client has, if that is known here and the difference is small. */
  tell(svg: string, known: string | null): Pick<PictureResult, 'state' | 'svg' | 'replaces'> {
    const former = known === null ? undefined : this.#pictures.get(known);
    if (known === null || former === undefined) return { state: this.#keep(svg), svg, replaces: null };
    const { start, end, text } = difference(former, svg);
    if (start === end && text === '') {
      this.#pictures.delete(known);
      this.#pictures.set(known, former);
      return { state: known, svg: '', replaces: { start, end } };
    }
    const state = this.#keep(svg);
    if (text.length > svg.length / 2) return { state, svg, replaces: null };
    return { state, svg: text, replaces: { start, end } };
  }

  #keep(svg: string): string {
    const state = `${this.#prefix}-${++this.#count}`;
    this.#pictures.set(state, svg);
    if (this.#pictures.size > MOST) this.#pictures.delete(this.#pictures.keys().next().value as string);
    return state;
  }
}

/** What stands in a text in place of a part of another; offsets in UTF-16 units, never within a pair of surrogates. */
function difference(before: string, after: string): { start: number; end: number; text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
