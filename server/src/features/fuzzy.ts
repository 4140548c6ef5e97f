/** Finding by a few letters: a query matches a text that has its letters in that order. Linear in the text. */

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/** Letters of a text that are looked at: nobody remembers a quotation by its end. */
export const SEARCHED_LENGTH = 240;

export class FuzzyQuery {
  readonly #wanted: string;

  /** @param query as typed; case and white space do not count, nor does a sign before it */
  constructor(query: string) {
    this.#wanted = fold(query).replace(/\s+/g, '').replace(/^[@#]/, '');
  }

  /** Matches all. */
  get isEmpty(): boolean {
    return this.#wanted === '';
  }

  /** Whether a text has the letters in their order: the quick question before `score`. */
  matches(text: string): boolean {
    return this.#endIn(fold(text)) >= 0;
  }

  /** How well a text matches: higher for starts of words, for letters in a row, and near the start; 0 for not at all. */
  score(text: string): number {
    if (this.isEmpty) return 1;
    const folded = fold(text);
    const end = this.#endIn(folded);
    if (end < 0) return 0;
    return Math.max(this.#scoreBackwards(folded, end), this.#scoreWhole(folded), 1);
  }

  /** After the first place where all letters have come; -1 if they do not. */
  #endIn(folded: string): number {
    let from = 0;
    for (let i = 0; i < this.#wanted.length; i++) {
      from = folded.indexOf(this.#wanted[i] as string, from) + 1;
      if (from === 0) return -1;
    }
    return from;
  }

  /** From that place back, the letters stand closest together. */
  #scoreBackwards(folded: string, end: number): number {
    let score = 0;
    let next = -1;
    let place = end;
    for (let i = this.#wanted.length - 1; i >= 0; i--) {
      place = folded.lastIndexOf(this.#wanted[i] as string, place - 1);
      score += letterScore(folded, place, next);
      next = place;
    }
    return score - Math.min(10, place / 10);
  }

  /** The query as it stands, at a word's start or anywhere. */
  #scoreWhole(folded: string): number {
    let place = folded.indexOf(this.#wanted);
    if (place < 0) return 0;
    for (let other = place; other >= 0; other = folded.indexOf(this.#wanted, other + this.#wanted.length)) {
      if (!startsWord(folded, other)) continue;
      place = other;
      break;
    }
    let score = startsWord(folded, place) ? 8 : 0;
    for (let i = 0; i < this.#wanted.length; i++) score += letterScore(folded, place + i, place + i + 1);
    return score + (folded.length === this.#wanted.length ? 8 : 0) - Math.min(10, place / 10);
  }
}

/** @param next where the letter after it was found */
function letterScore(folded: string, place: number, next: number): number {
  return 2 + (startsWord(folded, place) ? 8 : 0) + (next === place + 1 ? 5 : 0);
}

function startsWord(folded: string, place: number): boolean {
  return (
    WORD_CHARACTER.test(folded[place] ?? '') && (place === 0 || !WORD_CHARACTER.test(folded[place - 1] ?? ''))
  );
}

function fold(text: string): string {
  return text.slice(0, SEARCHED_LENGTH).normalize('NFC').toLowerCase();
}
