/**
 * A document’s text in its blocks, with the statements and mentions in it as pieces that only nest: what every format
 * with tags in the text is written from. Offsets are UTF-16 units of the text with LF line ends.
 */
import { codePointPlaces } from './codePoints.ts';
import type { JsonDocument, JsonMention, JsonStatement } from './json.ts';
import { nest, type Span } from './nesting.ts';

export type Marked =
  | { readonly type: 'statement'; readonly statement: JsonStatement; readonly index: number }
  | { readonly type: 'mention'; readonly mention: JsonMention; readonly index: number };

/** A stretch of words that one tag can go around. */
export interface Part {
  readonly marked: Marked;
  /** Which of the marked words’ parts it is, from 0, and how many there are. */
  readonly number: number;
  readonly of: number;
}

export interface TextBlock {
  readonly start: number;
  readonly end: number;
  /** 1 to 6 for a heading, 0 for a paragraph. */
  readonly level: number;
  /** Where its words start: after a heading’s signs. */
  readonly contentStart: number;
}

/** How text, and what starts and ends around it, are written. */
export interface Markup {
  readonly text: (text: string) => string;
  readonly open: (part: Part) => string;
  readonly close: (part: Part) => string;
}

export interface LaidOutBlock extends TextBlock {
  /** The block’s words from `contentStart` on, with what is marked in them. */
  readonly render: (markup: Markup) => string;
}

/** The blocks of a text: runs of lines that are not blank, and headings. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open = -1;
  let end = 0;
  const close = () => {
    if (open >= 0) blocks.push({ start: open, end, level: 0, contentStart: open });
    open = -1;
  };
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const lineEnd = lineFeed < 0 ? text.length : lineFeed;
    const line = text.slice(start, lineEnd);
    const heading = /^(#{1,6})(?:[ \t]|$)/.exec(line);
    if (/^[ \t]*$/.test(line)) close();
    else if (heading) {
      close();
      const contentStart = start + heading[0].length;
      blocks.push({ start, end: lineEnd, level: (heading[1] as string).length, contentStart });
    } else {
      if (open < 0) open = start;
      end = lineEnd;
    }
    start = lineEnd + 1;
  }
  close();
  return blocks;
}

/** The blocks of a document with its marks. */
export function layOut({ document, statements, mentions }: JsonDocument): LaidOutBlock[] {
  const { text } = document;
  const places = codePointPlaces(text);
  const blocks = textBlocks(text);
  const spans: Span<Marked>[][] = blocks.map(() => []);
  const add = (marked: Marked, from: number, to: number, divisible: boolean) => {
    const [start, end] = [places(from), places(to)];
    for (let i = firstEndingAfter(blocks, start); i < blocks.length; i++) {
      const block = blocks[i] as TextBlock;
      if (block.start >= end && i > firstEndingAfter(blocks, start)) break;
      const clipped = { start: Math.max(start, block.contentStart), end: Math.min(end, block.end) };
      if (clipped.start < clipped.end) spans[i]?.push({ ...clipped, item: marked, divisible });
      if (block.end >= end) break;
    }
  };
  statements.forEach((statement, index) => {
    for (const { start, end } of statement.spans)
      add({ type: 'statement', statement, index }, start, end, true);
  });
  mentions.forEach((mention, index) => {
    add({ type: 'mention', mention, index }, mention.start, mention.end, false);
  });
  const pieces = spans.map((list) => nest(list));
  const keyOf = ({ type, index }: Marked) => `${type}${index}`;
  const totals = new Map<string, number>();
  for (const { item } of pieces.flat()) totals.set(keyOf(item), (totals.get(keyOf(item)) ?? 0) + 1);
  const counts = new Map<string, number>();
  const parts = pieces.map((list) =>
    list.map(({ item, ...range }) => {
      const number = counts.get(keyOf(item)) ?? 0;
      counts.set(keyOf(item), number + 1);
      return { ...range, part: { marked: item, number, of: totals.get(keyOf(item)) ?? 1 } };
    }),
  );
  return blocks.map((block, index) => ({
    ...block,
    render: (markup) => renderBlock(text, block, parts[index] ?? [], markup),
  }));
}

function firstEndingAfter(blocks: readonly TextBlock[], place: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as TextBlock).end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function renderBlock(
  text: string,
  block: TextBlock,
  pieces: readonly { readonly start: number; readonly end: number; readonly part: Part }[],
  { text: write, open, close }: Markup,
): string {
  const written: string[] = [];
  const waiting: (typeof pieces)[number][] = [];
  let at = block.contentStart;
  const goTo = (place: number) => {
    if (place > at) written.push(write(text.slice(at, place)));
    at = Math.max(at, place);
  };
  const closeUntil = (place: number) => {
    for (let last = waiting.at(-1); last !== undefined && last.end <= place; last = waiting.at(-1)) {
      goTo(last.end);
      written.push(close(last.part));
      waiting.pop();
    }
  };
  for (const piece of pieces) {
    closeUntil(piece.start);
    goTo(piece.start);
    written.push(open(piece.part));
    waiting.push(piece);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  goTo(block.end);
  return written.join('');
}
