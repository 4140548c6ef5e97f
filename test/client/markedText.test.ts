import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MarkedText } from '../../client/src/marks/markedText.ts';
import { sourceRange } from '../../client/src/textView/publishedRange.ts';
import { MARKS, type MarksResult } from '../../server/src/lsp/requests/index.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { PublishedText, strip } from '../../server/src/syntax/strip.ts';
import { paragraph, share, soup } from '../kit/arbitraries.ts';
import { TestClient } from '../kit/client.ts';
import { extractMarkers } from '../kit/markers.ts';

const URI = 'file:///w/main.demarche';

const text = fc.oneof(
  soup,
  fc
    .array(
      paragraph.map((tokens) => tokens.map(({ text }) => text).join('')),
      { maxLength: 4 },
    )
    .map((paragraphs) => `---\ntitle: x\n---\n\n${paragraphs.join('\n\n')}`),
);

let server: TestClient | undefined;

/** The marks of a text, as the server tells them. */
async function marksOf(source: string): Promise<MarkedText> {
  if (server === undefined) {
    server = TestClient.inProcess();
    await server.initialize();
  }
  await server.open(URI, source);
  const marked = new MarkedText();
  marked.apply(
    await server.connection.sendRequest<MarksResult>(MARKS, { textDocument: { uri: URI }, previous: null }),
  );
  await server.close(URI);
  return marked;
}

test('the published text is what strip gives', () =>
  fc.assert(
    fc.asyncProperty(text, async (source) => {
      const marked = await marksOf(source);
      const published = strip(new SourceDocument(source));
      expect(marked.published(source)).toBe(published);
      expect(marked.publishedLength).toBe(published.length);
      expect(marked.length).toBe(source.length);
    }),
  ));

test('places are mapped as the server maps them', () =>
  fc.assert(
    fc.asyncProperty(text, share, async (source, part) => {
      const marked = await marksOf(source);
      const published = new PublishedText(new SourceDocument(source));
      const inSource = Math.round(part * source.length);
      expect(marked.toPublished(inSource)).toBe(published.fromSource(inSource));
      const place = Math.round(part * published.text.length);
      expect(marked.toSource(place, 'before')).toBe(published.toSource(place, 'before'));
      expect(marked.toSource(place, 'after')).toBe(published.toSource(place, 'after'));
    }),
  ));

test('a published place goes to the source and back', () =>
  fc.assert(
    fc.asyncProperty(text, share, async (source, part) => {
      const marked = await marksOf(source);
      const place = Math.round(part * marked.publishedLength);
      const before = marked.toSource(place, 'before');
      const after = marked.toSource(place, 'after');
      expect(before).toBeLessThanOrEqual(after);
      expect(marked.toPublished(before)).toBe(place);
      expect(marked.toPublished(after)).toBe(place);
      expect(marked.published(source).charCodeAt(place)).toBe(
        place === marked.publishedLength ? Number.NaN : source.charCodeAt(after),
      );
    }),
  ));

test('places outside the text are its ends', async () => {
  const marked = await marksOf('{claim: A} b');
  expect(marked.toSource(-5, 'before')).toBe(0);
  expect(marked.toSource(99, 'after')).toBe('{claim: A} b'.length);
  expect(marked.toPublished(99)).toBe(3);
  expect(new MarkedText().toSource(3, 'after')).toBe(0);
});

/** What is tagged in the source for the first words of its published text that are these. */
async function tagged(marked: string, words: string, tight = false): Promise<string> {
  const marks = await marksOf(marked);
  const start = marks.published(marked).indexOf(words);
  const range = sourceRange(marks, start, start + words.length, tight);
  return marked.slice(range.start, range.end);
}

test('tags around parts of the words go with them', async () => {
  expect(await tagged('Yes, {@x: He} said so.', 'He said')).toBe('{@x: He} said');
  expect(await tagged('{claim: A {@x: b}} c', 'A b')).toBe('{claim: A {@x: b}}');
  expect(await tagged('{claim: A {@x: b}} c', 'b')).toBe('{@x: b}');
  expect(await tagged('{claim: A b} c', 'b c')).toBe('b} c');
});

test('a mention is put inside of a statement around the same words', async () => {
  expect(await tagged('So {claim: Velm} c', 'Velm', true)).toBe('Velm');
  expect(await tagged('So {claim: Velm} c', 'Velm')).toBe('{claim: Velm}');
});

test('the words of the source are the published ones, with whole tags only', () =>
  fc.assert(
    fc.asyncProperty(text, share, share, async (source, one, other) => {
      const marks = await marksOf(source);
      const [start = 0, end = 0] = [one, other]
        .map((part) => Math.round(part * marks.publishedLength))
        .sort((a, b) => a - b);
      const range = sourceRange(marks, start, end);
      if (range.start === range.end) return;
      expect([marks.toPublished(range.start), marks.toPublished(range.end)]).toEqual([start, end]);
    }),
  ));

test('the tag at a place is the innermost one', async () => {
  const { text: source, cursors } = extractMarkers('A {claim: b {demand: c<|>} d<|>} e<|>');
  const marks = await marksOf(source);
  expect(cursors.map((cursor) => marks.tagAt(cursor)?.start)).toEqual([12, 2, undefined]);
});
