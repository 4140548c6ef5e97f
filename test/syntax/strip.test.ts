/** What `strip` takes out and what it leaves: sentence by sentence of the specification's Memos and Strip. */
import { describe, expect, test } from 'vitest';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { PublishedText, strip } from '../../server/src/syntax/strip.ts';

/** A document and its published text. */
type Row = [source: string, published: string];

function rows(title: string, table: Row[]): void {
  describe(title, () => {
    test.each(table)('%j', (source, published) => {
      expect(strip(new SourceDocument(source))).toBe(published);
    });
  });
}

rows('marks go', [
  ['{@x: a}', 'a'],
  ['{@x:a}', 'a'],
  ['{@x:  a }', ' a '],
  ['{@x:\ta}', '\ta'],
  ['{@x:\u00A0a}', '\u00A0a'],
  ['{@x:\na\n}', '\na\n'],
  ['{claim #a\nby=@x : a {@y: b} c} d', 'a b c d'],
  ['{claim #a: a {demand #b: b}} {+#b: c}', 'a b c'],
  ['{clam #a: a}', 'a'],
  ['{@x:}{@y:}', ''],
]);

rows('what is broken loses its head and keeps its words', [
  ['{claim #a the words}', 'the words'],
  ['{claim #a the words', ' the words'],
  ['{claim #a: the words', 'the words'],
  ['{sic} } {', '{sic} } {'],
]);

rows('an escape becomes its character', [
  ['\\{ \\} \\\\ \\#', '{ } \\ #'],
  ['\\a \\', '\\a \\'],
  ['\\\\{@x: a}', '\\a'],
  ['\\# a', '# a'],
  ['# \\# a', '# # a'],
]);

rows('line ends, byte order mark and headings stay', [
  ['a\r\n\r\n{@x: b}\r\rc\n', 'a\r\n\r\nb\r\rc\n'],
  ['\uFEFF{@x: a}', '\uFEFFa'],
  ['## {@x: a}\n#', '## a\n#'],
  ['\n\n{@x: a}\n \n\t', '\n\na\n \n\t'],
]);

rows('the head goes, with its closing line and one blank line', [
  ['---\nid: x\n---\n\na', 'a'],
  ['---\nid: x\n---\na', 'a'],
  ['---\nid: x\n---\n\n\na', '\na'],
  ['---\nid: x\n---\n \t\n\na', '\na'],
  ['---\r\nid: x\r\n...\r\n\r\na', 'a'],
  ['---\rid: x\r---\r\ra', 'a'],
  ['--- \nid: x\n---\t \na', 'a'],
  ['\uFEFF---\nid: x\n---\n\na', '\uFEFFa'],
  ['---\n---\na', 'a'],
  ['---\nid: x\n\na\n---', 'a\n---'],
  ['---\nid: x', ''],
  ['---\nid: x\n---', ''],
]);

rows('what is no head stays', [
  ['---', '---'],
  ['---\n', '---\n'],
  ['---\n\nid: x\n---', '---\n\nid: x\n---'],
  ['---\n \nid: x\n---', '---\n \nid: x\n---'],
  ['\n---\nid: x\n---', '\n---\nid: x\n---'],
  [' ---\nid: x\n---', ' ---\nid: x\n---'],
  ['----\nid: x\n---', '----\nid: x\n---'],
  ['...\nid: x\n---', '...\nid: x\n---'],
]);

rows('one space before a memo goes with it', [
  ['a {>> m <<} b', 'a b'],
  ['a {>> m <<}.', 'a.'],
  ['a  {>> m <<} b', 'a  b'],
  ['a\t{>> m <<} b', 'a\t b'],
  ['a\u00A0{>> m <<} b', 'a\u00A0 b'],
  ['a{>> m <<} b', 'a b'],
  ['a {>> m <<} {>> n <<} b', 'a b'],
  ['a {>> m <<}\tb', 'a\tb'],
  ['a {>> m <<}', 'a'],
  ['a {>> m\nn <<} b', 'a b'],
  ['{@x: a {>> m <<}} b', 'a b'],
  ['{@x: {>> m <<}a} b', 'a b'],
  ['# {>> m <<} a', '# a'],
]);

rows("at a line's start, one space after it", [
  ['{>> m <<} a', 'a'],
  ['{>> m <<}  a', ' a'],
  ['{>> m <<}\ta', '\ta'],
  ['{>> m <<}a', 'a'],
  ['a\n{>> m <<} b', 'a\nb'],
  ['a\r{>> m <<} b', 'a\rb'],
  ['{>> m <<} {>> n <<} a', 'a'],
  ['{>> m <<}{>> n <<} a', 'a'],
  ['{>> m <<}  {>> n <<} a', ' a'],
  ['  {>> m <<} a', '  a'],
  ['{>> m\nn <<} a', 'a'],
]);

rows('a line of memos only goes with its line end', [
  ['a\n{>> m <<}\nb', 'a\nb'],
  ['a\r\n \t{>> m <<} \t{>> n <<} \r\nb', 'a\r\nb'],
  ['a\n{>> m\nn <<}\nb', 'a\nb'],
  ['a\n{>> m <<}\n{>> n <<}\nb', 'a\nb'],
  ['a\n{>> m <<}', 'a\n'],
  ['a\n  {>> m <<} \t', 'a\n'],
  ['a\n{>> m <<}\n\nb', 'a\n\nb'],
  ['{>> m <<}\na', 'a'],
  ['{@x: a\n{>> m <<}\n}', 'a\n'],
  ['{@x: a\n{>> m <<}}', 'a\n'],
  ['# a\n{>> m <<}\n# b', '# a\n# b'],
  ['a {>> m\nn <<}\nb', 'a\nb'],
]);

rows('a block of memos only goes with one blank line', [
  ['a\n\n{>> m <<}\n\nb', 'a\n\nb'],
  ['{>> m <<}\n\na', 'a'],
  ['{>> m <<} {>> n <<}\n{>> o <<}\n\na', 'a'],
  ['  {>> m <<}  \n \t\na', 'a'],
  ['{>> m <<}\n\n\na', '\na'],
  ['{>> m <<}\r\n\r\na', 'a'],
  ['{>> m\nn <<}\n\na', 'a'],
  ['{>> m <<}', ''],
  ['{>> m\n\na', 'a'],
]);

rows('a memo is nothing but a memo', [
  ['a {>> {@x: b} \\} <<} c', 'a c'],
  ['a {>>{>><<} c', 'a c'],
  ['a \\{>> b <<\\}', 'a {>> b <<}'],
  ['a {>> b', 'a'],
]);

describe('memos belong to the innermost tag around them', () => {
  test('or to none', () => {
    const [block] = new SourceDocument('{>>1<<} {@x: {>>2<<} {@y: {>>3<<}} {>>4<<}} {>>5<<}').blocks;
    expect(block?.tree.memos.map(({ text, tag }) => [text, tag])).toEqual([
      ['1', -1],
      ['2', 0],
      ['3', 1],
      ['4', 0],
      ['5', -1],
    ]);
  });

  test('and not to what only looks like one', () => {
    const [block] = new SourceDocument('{sic {>>1<<}} {claim {>>2<<}').blocks;
    expect(block?.tree.memos.map(({ text, tag }) => [text, tag])).toEqual([
      ['1', -1],
      ['2', -1],
    ]);
  });

  test('their words are without the white space at either end', () => {
    const [block] = new SourceDocument('{>> \n a\tb  <<}{>><<}').blocks;
    expect(block?.tree.memos.map(({ text }) => text)).toEqual(['a\tb', '']);
  });
});

describe('offsets', () => {
  const source = '---\nid: x\n---\n\n{@x: a} {>> m <<}\n\n\\{{claim: b}';
  const published = new PublishedText(new SourceDocument(source));

  test.each([
    ['a', 'a'],
    ['}', '\n'],
    ['\\{', '{'],
    ['{claim', 'b'],
  ])('what is published at %j', (there, character) => {
    expect(published.text[published.fromSource(source.indexOf(there))]).toBe(character);
  });

  test('before and after a mark', () => {
    const offset = published.text.indexOf('b');
    expect(source.slice(published.toSource(offset, 'before'))).toBe('{claim: b}');
    expect(source.slice(published.toSource(offset, 'after'))).toBe('b}');
  });
});
