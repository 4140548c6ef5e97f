import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { escapeText } from '../../server/src/syntax/escape.ts';
import { PublishedText, strip } from '../../server/src/syntax/strip.ts';
import { edit, soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';

// Many cases: a busy machine may need longer than a test usually gets.
vi.setConfig({ testTimeout: 120_000 });

const shape = (document: SourceDocument) => ({
  preamble: document.preamble,
  blocks: document.blocks.map(({ text, contentLength, level, tree }) => ({
    text,
    contentLength,
    level,
    tree,
  })),
  starts: document.blocks.map((_, index) => document.startOf(index)),
  length: document.length,
});

test('any string parses; its pieces are the whole of it', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const document = new SourceDocument(text);
      expect(document.text).toBe(text);
      for (const { text, tree, contentLength } of document.blocks) {
        const open: number[] = [];
        for (const tag of tree.tags) {
          expect(0 <= tag.start && tag.start < tag.bodyStart).toBe(true);
          expect(tag.bodyStart <= tag.bodyEnd && tag.bodyEnd <= tag.end && tag.end <= contentLength).toBe(
            true,
          );
          expect(text[tag.start]).toBe('{');
          if (tag.end > tag.bodyEnd) expect(text.slice(tag.bodyEnd, tag.end)).toBe('}');
          const parent = tree.tags[tag.parent];
          if (parent) expect(parent.bodyStart <= tag.start && tag.end <= parent.bodyEnd).toBe(true);
          while (open.length > 0 && (open.at(-1) as number) <= tag.start) open.pop();
          for (const end of open) expect(tag.end <= end).toBe(true);
          open.push(tag.end);
        }
      }
    }),
    cases(1500),
  );
});

test('edit by edit equals from scratch', () => {
  fc.assert(
    fc.property(soup, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => {
      const document = new SourceDocument(text);
      let current = text;
      for (const { from, length, inserted } of edits) {
        const start = Math.floor(from * current.length);
        const end = Math.min(current.length, start + length);
        const before = [...document.blocks];
        const change = document.edit(start, end, inserted);
        current = current.slice(0, start) + inserted + current.slice(end);
        expect(shape(document)).toEqual(shape(new SourceDocument(current)));
        before.splice(change.index, change.removed.length, ...change.added);
        expect(document.blocks.every((block, index) => block === before[index])).toBe(true);
      }
    }),
    cases(1000),
  );
});

test('the published text of an escaped text is the text', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const escaped = escapeText(text);
      const document = new SourceDocument(`---\ntitle: x\n---\n\n${escaped}`);
      expect(document.blocks.flatMap((block) => block.tree.problems)).toEqual([]);
      expect(strip(document)).toBe(text);
    }),
    cases(1500),
  );
});

test('published offsets lead to their characters', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const document = new SourceDocument(text);
      const published = new PublishedText(document);
      for (let offset = 0; offset < published.text.length; offset++) {
        const place = published.toSource(offset);
        expect(text[place]).toBe(published.text[offset]);
        expect(published.fromSource(place)).toBe(offset);
        expect(published.fromSource(published.toSource(offset, 'before'))).toBe(offset);
      }
    }),
    cases(500),
  );
});
