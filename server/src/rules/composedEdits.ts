/** Several rounds of edits as one: what they did, in places of the text that was there first. */
import type { FileEdit } from './rule.ts';

/** A part of the text as it now is: of the first text, or new. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** Follows a text through rounds of edits. */
export class ComposedEdits {
  readonly #length: number;
  #pieces: readonly Piece[];

  /** @param length of the first text */
  constructor(length: number) {
    this.#length = length;
    this.#pieces = length > 0 ? [{ start: 0, end: length }] : [];
  }

  /** Adds a round. @param edits in order of place, none overlapping another; offsets are of the text as it now is */
  add(edits: readonly FileEdit[]): void {
    const cursor = new Cursor(this.#pieces);
    const pieces: Piece[] = [];
    for (const { start, end, text } of edits) {
      cursor.advance(start, (piece) => pieces.push(piece));
      if (text !== '') pieces.push({ text });
      cursor.advance(end, () => {});
    }
    cursor.advance(Number.POSITIVE_INFINITY, (piece) => pieces.push(piece));
    this.#pieces = pieces;
  }

  /** The edits of the first text that lead to the last one, in order of place. */
  toEdits(): FileEdit[] {
    const edits: FileEdit[] = [];
    let from = 0;
    let text = '';
    const flush = (until: number, next: number) => {
      if (text !== '' || until > from) edits.push({ start: from, end: until, text });
      from = next;
      text = '';
    };
    for (const piece of this.#pieces) {
      if ('text' in piece) text += piece.text;
      else flush(piece.start, piece.end);
    }
    flush(this.#length, this.#length);
    return edits;
  }
}

/** Walks over pieces by offsets of the text that they make up. */
class Cursor {
  readonly #pieces: readonly Piece[];
  #index = 0;
  /** How much of the piece at the index has been passed, and where that is in the text. */
  #passed = 0;
  #offset = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** Goes on to an offset and hands out what lies between. */
  advance(offset: number, take: (piece: Piece) => void): void {
    for (
      let piece = this.#pieces[this.#index];
      piece && this.#offset < offset;
      piece = this.#pieces[this.#index]
    ) {
      const length = ('text' in piece ? piece.text.length : piece.end - piece.start) - this.#passed;
      const count = Math.min(length, offset - this.#offset);
      take(slice(piece, this.#passed, this.#passed + count));
      this.#offset += count;
      this.#passed = count < length ? this.#passed + count : 0;
      if (count === length) this.#index++;
    }
  }
}

function slice(piece: Piece, from: number, to: number): Piece {
  if ('text' in piece) return { text: piece.text.slice(from, to) };
  return { start: piece.start + from, end: piece.start + to };
}
