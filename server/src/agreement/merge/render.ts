/**
 * Marks put into a text: stretches that may overlap become tags that nest. Where two cross, one is ended and continued: a
 * statement, by its id, rather than a mention, which can't be.
 */
import { escapeText } from '../../syntax/escape.ts';

/** A stretch to be marked. Offsets are of the text that is rendered. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The mark without its colon: `{claim #a by=@x`, or `{+#a` for a continuation. */
  readonly open: string;
  /** The mark that goes on with it, without its colon; null while it has no id, and for what can't be continued. */
  readonly continued: string | null;
  /** What it is a piece of: given back where it had to be continued and can't be. */
  readonly key: number;
  readonly memos: readonly PlacedMemo[];
}

export interface PlacedMemo {
  readonly source: string;
  readonly place: number;
  readonly ownLine: boolean;
}

export interface Passage {
  readonly text: string;
  /** How much of it, from its start on, is no place for marks: a heading's number signs. */
  readonly prefix: number;
  readonly pieces: readonly Piece[];
  /** The memos that belong to no piece. */
  readonly memos: readonly PlacedMemo[];
}

export interface Rendered {
  readonly source: string;
  /** Where each piece's tag starts in the source, by the piece's index. */
  readonly starts: readonly number[];
  /** Keys of pieces that must be continued and lack the id for that. */
  readonly missing: ReadonlySet<number>;
}

/** Renders a block. */
export function render(passage: Passage): Rendered {
  return new Renderer(passage).render();
}

/** A piece that is open. */
interface Open {
  readonly piece: Piece;
  readonly pending: PlacedMemo[];
}

class Renderer {
  readonly #passage: Passage;
  readonly #starts: number[];
  readonly #missing = new Set<number>();
  readonly #stack: Open[] = [];
  #out = '';
  /** How much of the text has been written. */
  #written = 0;
  /** Nothing of the line has been written but memos. */
  #isAtLineStart = true;
  /** The last thing written is an opening mark, and so the space at its end is no text. */
  #isAfterMark = false;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#starts = passage.pieces.map(() => -1);
  }

  render(): Rendered {
    const { text, prefix, pieces, memos } = this.#passage;
    if (prefix > 0) {
      this.#out = text.slice(0, prefix);
      this.#written = prefix;
      this.#isAtLineStart = false;
    }
    const order = [...pieces.keys()].sort((a, b) => {
      const [one, other] = [pieces[a] as Piece, pieces[b] as Piece];
      return one.start - other.start || other.end - one.end || a - b;
    });
    const loose = [...memos].sort((a, b) => a.place - b.place);
    const places = new Set(
      [...pieces, ...pieces.flatMap((piece) => piece.memos), ...memos].flatMap(placesOf),
    );
    let [next, nextMemo] = [0, 0];
    const sorted = [...places].sort((a, b) => a - b);
    for (const [index, place] of sorted.entries()) {
      this.#writeText(place);
      this.#close(place, sorted[index + 1] ?? text.length);
      for (; (loose[nextMemo]?.place ?? Number.POSITIVE_INFINITY) <= place; nextMemo++)
        this.#writeMemo(loose[nextMemo] as PlacedMemo);
      for (; (pieces[order[next] ?? -1]?.start ?? Number.POSITIVE_INFINITY) <= place; next++)
        this.#open(order[next] as number, place);
      this.#flush(place);
    }
    this.#writeText(text.length);
    return { source: this.#out, starts: this.#starts, missing: this.#missing };
  }

  #open(index: number, place: number): void {
    const piece = this.#passage.pieces[index] as Piece;
    const open = { piece, pending: [...piece.memos].sort((a, b) => a.place - b.place) };
    if (piece.end <= place) {
      this.#starts[index] = this.#out.length;
      this.#writeMark(piece.open);
      for (const memo of open.pending) this.#writeMemo(memo);
      this.#writeClosing();
      return;
    }
    // What can't be continued must not be cut by what ends inside it: that is cut here, and goes on inside.
    const crossing = isContinuable(piece) ? -1 : this.#stack.findIndex((each) => each.piece.end < piece.end);
    const cut = crossing < 0 ? [] : this.#stack.splice(crossing);
    for (let i = cut.length; i > 0; i--) this.#writeClosing();
    for (const each of cut) if (each.piece.end >= piece.end) this.#reopen(each);
    this.#starts[index] = this.#out.length;
    this.#writeMark(piece.open);
    this.#stack.push(open);
    for (const each of cut) if (each.piece.end < piece.end) this.#reopen(each);
  }

  /** Closes what ends at a place; what is open inside of it is ended and continued, after the white space that follows. */
  #close(place: number, next: number): void {
    const first = this.#stack.findIndex(({ piece }) => piece.end <= place);
    if (first < 0) return;
    const touched = this.#stack.slice(first);
    for (let open = this.#stack.at(-1); this.#stack.length > first && open; open = this.#stack.at(-1)) {
      if (open.piece.end <= place) for (const memo of open.pending.splice(0)) this.#writeMemo(memo);
      this.#writeClosing();
      this.#stack.pop();
    }
    const cut = touched.filter(({ piece }) => piece.end > place);
    const space = /^[ \t]*/.exec(this.#passage.text.slice(place, next))?.[0].length ?? 0;
    if (cut.length > 0 && place + space < next) this.#writeText(place + space);
    for (const each of cut) this.#reopen(each);
  }

  #reopen(open: Open): void {
    const { piece } = open;
    if (piece.continued === null && isContinuable(piece)) this.#missing.add(piece.key);
    this.#writeMark(piece.continued ?? piece.open);
    this.#stack.push(open);
  }

  /** Memos of the innermost piece, once their place has come. */
  #flush(place: number): void {
    const top = this.#stack.at(-1);
    while (top && (top.pending[0]?.place ?? Number.POSITIVE_INFINITY) <= place)
      this.#writeMemo(top.pending.shift() as PlacedMemo);
  }

  #writeMark(open: string): void {
    this.#out += `${open}: `;
    this.#isAtLineStart = false;
    this.#isAfterMark = true;
  }

  #writeClosing(): void {
    this.#out += '}';
    this.#isAtLineStart = false;
    this.#isAfterMark = false;
  }

  /** With the white space that goes with it: a line end, a space after it at a line's start, else one before it. */
  #writeMemo({ source, ownLine }: PlacedMemo): void {
    if (this.#isAtLineStart) {
      const lineEnd = /\r\n|\n|\r/.exec(this.#passage.text)?.[0] ?? '\n';
      this.#out += ownLine && this.#stack.length === 0 ? source + lineEnd : `${source} `;
      return;
    }
    this.#out += this.#isAfterMark ? source : ` ${source}`;
    this.#isAfterMark = false;
  }

  #writeText(until: number): void {
    const { text, prefix } = this.#passage;
    if (until <= this.#written) return;
    const run = text.slice(this.#written, until);
    let escaped = '';
    let from = 0;
    // Number signs that would make a heading of a line that is none.
    for (const { index } of run.matchAll(/#/g)) {
      const at = this.#written + index;
      const startsLine = index === 0 ? this.#isAtLineStart && isLineStart(text, at) : isLineStart(text, at);
      if (prefix > 0 || !startsLine || !/^#{1,6}(?:[ \t\r\n]|$)/.test(text.slice(at, at + 7))) continue;
      escaped += `${escapeText(run.slice(from, index))}\\#`;
      from = index + 1;
    }
    // A mark may follow: a backslash at the end must not escape it.
    this.#out += escaped + escapeText(`${run.slice(from)}{`).slice(0, -2);
    this.#written = until;
    this.#isAtLineStart = /[\r\n]$/.test(run);
    this.#isAfterMark = false;
  }
}

function isContinuable({ open }: Piece): boolean {
  return !open.startsWith('{@');
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}

function placesOf(each: Piece | PlacedMemo): number[] {
  return 'place' in each ? [each.place] : [each.start, each.end];
}
