/**
 * Inputs that nobody writes, hundreds of thousands of characters of each: no exception, and time that grows with the size. The
 * growth is measured, never the time: eight times the text may take up to 24 times as long, which a quadratic
 * step (64 times) exceeds. A round that is disturbed proves nothing, so only several bad ones fail.
 */
import { describe, expect, test, vi } from 'vitest';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';

// Many cases: a busy machine may need longer than a test usually gets.
vi.setConfig({ testTimeout: 120_000 });

const LARGE = 400_000;
const SMALL = LARGE / 8;
const MOST = 24;
const ROUNDS = 5;
/** What takes less is no measure of anything. */
const SHORTEST = 2;

/** A text of about so many characters: pieces again and again, between a beginning and an end. */
const repeat =
  (piece: string, before = '', after = '') =>
  (size: number) =>
    before + piece.repeat(Math.floor(size / piece.length)) + after;

const half = (opening: string, closing: string) => (size: number) => {
  const count = Math.floor(size / (opening.length + closing.length));
  return opening.repeat(count) + closing.repeat(count);
};

const INPUTS: Record<string, (size: number) => string> = {
  '{': repeat('{'),
  '}': repeat('}'),
  '{claim:': repeat('{claim:'),
  '{claim': repeat('{claim'),
  '\\': repeat('\\'),
  '{>>': repeat('{>>'),
  '@': repeat('@', '{@x: '),
  '"': repeat('"', '{claim a=', ': x}'),
  'blank lines': repeat('\n'),
  'one line': repeat('word '),
  'tags in one block': repeat('{@x: a} '),
  blocks: repeat('a\n\n'),
  'lone surrogates': repeat('\uDC00\uD83D', '{@x\uD83D', '}'),
  NUL: repeat('\0{'),
  'byte order marks': repeat('\uFEFF'),
  'mixed line ends': repeat('\r\n\r \n{\r\r\n'),
  'marks of direction': repeat('\u200F', '{claim', '#a: x}'),
  'marks of direction, tag by tag': repeat('{\u200Fclaim\u200F'),
  'combining marks': repeat('\u0301', '{@e', ': x}'),
  'nested pairs': half('{', '}'),
  'nested tags': half('{@x:', '}'),
  'nested tags without colon': half('{claim #a x', '}'),
  'broken in unclosed': repeat('{claim: {sic} '),
  'memos in one line': repeat('a{>>x<<}'),
  'memos and nothing else in a line': repeat('{>>x<<} ', '', 'a'),
  'lines of memos': repeat('{>>x<<}\n', '', 'a'),
  '<': repeat('<', '{>>'),
  'incomplete attributes': repeat('= ', '{claim ', ': x}'),
  'quotes and look-alikes': repeat('a＝"x" ', '{claim ', ': x}'),
  'open quotes': repeat('a="x ', '{claim ', ': x}'),
  commas: repeat(',', '{claim by=', ': x}'),
  'white space in a head': repeat(' ', '{claim', 'x}'),
  'unknown tags': repeat('{俄罗斯 a=b '),
  'a head': repeat('a: b\n', '---\n'),
};

/** Parses, strips, and cuts the second half away, which parses the first again where all is one block. */
function work(text: string): void {
  const document = new SourceDocument(text);
  const published = strip(document);
  expect(published.length).toBeLessThanOrEqual(text.length);
  const middle = text.length >> 1;
  document.edit(middle, text.length, '{');
  expect(document.length).toBe(middle + 1);
}

function measure(text: string): number {
  const start = performance.now();
  work(text);
  return Math.max(performance.now() - start, SHORTEST);
}

describe('time grows with the size', () => {
  test.each(Object.entries(INPUTS))('%s', (_, make) => {
    const [small, large] = [make(SMALL), make(LARGE)];
    const ratios: number[] = [];
    do ratios.push(measure(large) / measure(small));
    while (ratios.length < ROUNDS && (ratios.at(-1) as number) > MOST);
    expect(Math.min(...ratios)).toBeLessThanOrEqual(MOST);
  });
});

test('a head whose first line is all there is', () => {
  for (const text of ['---', '---\n', '---\r', '\uFEFF---', '---\n---', '...', '']) work(text);
});
