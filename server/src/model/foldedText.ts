/**
 * A text as names are looked for in it: composed (NFC), each run of white space as one space. A run with a blank
 * line in it is a line feed, which no name has.
 */

/** White space that is not one space already. */
const WIDE_SPACE = /\s{2,}|[^\S ]/g;
/** White space, or a sign with all that may be composed with it: marks, and the later letters of a Hangul syllable. */
const CLUSTER = /\s+|[^\s\p{M}]?[\p{M}\u1160-\u11FF\uD7B0-\uD7FF]+|[^\s]/gu;
const BLANK_LINE = /(\r\n|\n|\r(?!\n))\s*?[\r\n]/;

/** A name as it is looked for. */
export function foldSpelling(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

export class FoldedText {
  readonly text: string;
  /** Where the two texts run apart or together: a folded place, then the place in the text. */
  readonly #places: number[] = [0, 0];

  constructor(text: string) {
    const isComposed = text.normalize('NFC') === text;
    let folded = '';
    let from = 0;
    for (const { 0: part, index } of text.matchAll(isComposed ? WIDE_SPACE : CLUSTER)) {
      const now = foldPart(part);
      if (now === part) continue;
      folded += text.slice(from, index);
      from = index + part.length;
      if (now.length !== part.length)
        this.#places.push(folded.length, index, folded.length + now.length, from);
      folded += now;
    }
    this.text = from === 0 ? text : folded + text.slice(from);
  }

  /** The place in the text of a folded one. */
  toText(offset: number): number {
    let low = 0;
    let high = this.#places.length / 2;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#places[2 * middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return (this.#places[2 * low + 1] as number) + offset - (this.#places[2 * low] as number);
  }
}

function foldPart(part: string): string {
  if (!/^\s/.test(part)) return part.normalize('NFC');
  return BLANK_LINE.test(part) ? '\n' : ' ';
}
