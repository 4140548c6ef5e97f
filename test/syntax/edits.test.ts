/** An edit parses the blocks that it touches, and no others, however long the document is. */
import { expect, test } from 'vitest';
import { SourceDocument } from '../../server/src/syntax/document.ts';

const BLOCKS = 10_000;
const block = (index: number) => `The {@ship-${index}: ship}\nis {claim #late-${index}: late}.`;
const source = Array.from({ length: BLOCKS }, (_, index) => block(index)).join('\n\n');
const long = new SourceDocument(source);
const place = (words: string) => {
  const offset = source.indexOf(words);
  expect(offset, words).toBeGreaterThanOrEqual(0);
  return offset;
};

interface Outcome {
  readonly parsed: number;
  /** How many blocks more. */
  readonly blocks: number;
  readonly preambleChanged: boolean;
}

/** Replaces `removed`, which stands at `offset`; checks what comes of it, and takes it back. */
function edit(document: SourceDocument, offset: number, removed: string, inserted: string): Outcome {
  const text = document.text;
  expect(text.slice(offset, offset + removed.length)).toBe(removed);
  const [before, parsed] = [[...document.blocks], document.parseCount];
  const kept = new Set(before);
  const { added, index, preambleChanged } = document.edit(offset, offset + removed.length, inserted);
  const outcome = { parsed: added.length, blocks: document.blocks.length - before.length, preambleChanged };
  expect(document.parseCount - parsed).toBe(added.length);
  expect(document.text === text.slice(0, offset) + inserted + text.slice(offset + removed.length)).toBe(true);
  expect(document.startOf(document.blocks.length)).toBe(document.length);
  // What was not parsed is the very same object, and what was parsed is right.
  expect(document.blocks.filter((each) => !kept.has(each)).length).toBe(added.length);
  const piece = added.map((each) => each.text).join('');
  expect(added.map((each) => each.tree)).toEqual(
    new SourceDocument(`\n${piece}`).blocks.map((each) => each.tree),
  );
  expect(added.every((each, i) => document.blocks[index + i] === each)).toBe(true);

  document.edit(offset, offset + inserted.length, removed);
  expect(document.text === text).toBe(true);
  expect(document.blocks.length).toBe(before.length);
  return outcome;
}

const middle = place('{@ship-5000:');
const blankLine = source.indexOf('\n\n', middle);

const cases: [string, number, string, string, { parsed: number; blocks: number }][] = [
  ['a letter in a paragraph', middle + 4, '', 'x', { parsed: 1, blocks: 0 }],
  ['a letter in the first paragraph', 1, '', 'x', { parsed: 1, blocks: 0 }],
  ['a letter in the last paragraph', source.length, '', 'x', { parsed: 1, blocks: 0 }],
  ['a brace that opens', middle, '', '{claim #x: ', { parsed: 1, blocks: 0 }],
  ['nothing', middle, '', '', { parsed: 0, blocks: 0 }],
  ['words for the same words', middle, '{@ship-5000:', '{@ship-5000:', { parsed: 0, blocks: 0 }],
  ['a paragraph split by a blank line', middle + 20, '', '\n\n', { parsed: 2, blocks: 1 }],
  ['a paragraph split inside a tag', middle + 4, '', '\n\n', { parsed: 2, blocks: 1 }],
  ['two paragraphs joined', blankLine, '\n\n', ' ', { parsed: 1, blocks: -1 }],
  ['two paragraphs joined by taking one of two line ends', blankLine, '\n', '', { parsed: 1, blocks: -1 }],
  ['one blank line more', blankLine, '', '\n', { parsed: 1, blocks: 0 }],
  ['a line that becomes a heading', source.indexOf('\nis', middle) + 1, '', '# ', { parsed: 2, blocks: 1 }],
  ['a paragraph that becomes a heading and its rest', middle - 4, '', '## ', { parsed: 2, blocks: 1 }],
  ['a paragraph more', blankLine, '', '\n\nA {@ship: ship}.', { parsed: 1, blocks: 1 }],
  [
    'many paragraphs more',
    blankLine,
    '',
    '\n\nA {@ship: ship}.'.repeat(2_000),
    { parsed: 2_000, blocks: 2_000 },
  ],
  ['a paragraph less', middle - 4, `${block(5_000)}\n\n`, '', { parsed: 0, blocks: -1 }],
  [
    'three paragraphs cut to one',
    middle,
    source.slice(middle, place('late-5002')),
    '',
    { parsed: 1, blocks: -2 },
  ],
  ['a byte order mark', 0, '', '\uFEFF', { parsed: 0, blocks: 0 }],
  ['a head', 0, '', '---\ntitle: Ships\n---\n', { parsed: 0, blocks: 0 }],
  [
    'three dashes, which open a head that takes the first paragraph',
    0,
    '',
    '---\n',
    { parsed: 0, blocks: -1 },
  ],
  ['three dashes and a blank line, which open none', 0, '', '---\n\n', { parsed: 1, blocks: 1 }],
  ['blank lines before all', 0, '', '\n\n', { parsed: 0, blocks: 0 }],
];

test.each(cases)('%s', (_, offset, removed, inserted, expected) => {
  expect(edit(long, offset, removed, inserted)).toMatchObject(expected);
});

const headings = `${'# Ships\n'.repeat(3)}\nThey sail.\n# Late\nThey wait.`;

test.each([
  ['a head opened above headings takes all up to a blank line', 0, '', '---\n', { parsed: 0, blocks: -3 }],
  [
    'a heading that becomes text joins both its neighbours',
    headings.indexOf('# Late'),
    '# ',
    '',
    { parsed: 1, blocks: -2 },
  ],
  ['a line end typed in a heading', headings.indexOf('Late'), '', '\n', { parsed: 2, blocks: 0 }],
])('with headings: %s', (_, offset, removed, inserted, expected) => {
  expect(
    edit(new SourceDocument(headings), offset as number, removed as string, inserted as string),
  ).toMatchObject(expected as object);
});

const longWithHead = new SourceDocument(`---\ntitle: Ships\n---\n\n${source}`);

test.each([
  ['a letter in the head', 8, '', 'x', { parsed: 0, blocks: 0, preambleChanged: true }],
  [
    'the closing line broken: the head ends at the blank line',
    17,
    '---',
    '--',
    { parsed: 0, blocks: 0, preambleChanged: true },
  ],
  ['the head opened to the text', 0, '---\n', '\n', { parsed: 1, blocks: 1, preambleChanged: true }],
  [
    'the blank line after the head gone, and its closing line',
    17,
    '---\n\n',
    '',
    { parsed: 0, blocks: -1, preambleChanged: true },
  ],
  ['a letter in the first paragraph', 23, '', 'x', { parsed: 1, blocks: 0, preambleChanged: false }],
])('with a head: %s', (_, offset, removed, inserted, expected) => {
  expect(edit(longWithHead, offset as number, removed as string, inserted as string)).toMatchObject(
    expected as object,
  );
});

test('a head that is typed line by line parses no block twice', () => {
  const document = new SourceDocument(source);
  const before = document.parseCount;
  let typed = '';
  for (const key of '---\ntitle: Ships\nid: ships\n---\n\n') {
    document.edit(typed.length, typed.length, key);
    typed += key;
    expect(document.preamble.text + document.blocks[0]?.text.slice(0, 3)).toBeTruthy();
  }
  expect(document.preamble.head?.closed).toBe(true);
  // The first paragraph and its neighbour, at most, at each key.
  expect(document.parseCount - before).toBeLessThanOrEqual(2 * typed.length);
  expect(document.blocks.length).toBe(BLOCKS);
});

test('a thousand edits here and there parse a thousand blocks', () => {
  const document = new SourceDocument(source);
  const before = document.parseCount;
  for (let i = 0; i < 1_000; i++) {
    const index = (i * 7_919) % BLOCKS;
    document.edit(document.startOf(index) + 1, document.startOf(index) + 1, 'x');
  }
  expect(document.parseCount - before).toBe(1_000);
});

test('a head that opens runs past a heading that ends in CRLF', () => {
  const document = new SourceDocument('{---\n---\n# \r\n{');
  document.edit(0, 5, '');
  expect(document.preamble.text).toBe('---\n# \r\n{');
  expect(document.blocks).toEqual([]);
});
