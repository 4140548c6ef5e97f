import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointPlaces } from '../../server/src/formats/codePoints.ts';
import { documentFrom } from '../../server/src/formats/import/document.ts';
import type { Imported } from '../../server/src/formats/import/imported.ts';
import type { JsonDocument } from '../../server/src/formats/json.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { cases } from '../kit/cases.ts';
import { described, expectSame, RICH, soundDocument } from './kit.ts';

const NOTHING = { actors: new Set<string>(), topics: new Set<string>() };

/** A document’s meaning as a reader that lost nothing would give it. */
function imported({ document, actors, topics, statements, mentions }: JsonDocument): Imported {
  const places = codePointPlaces(document.text);
  const span = ({ start, end }: { start: number; end: number }) => ({
    start: places(start),
    end: places(end),
  });
  const { text: _, memos, ...head } = document;
  return {
    head,
    actors,
    topics,
    statements: statements.map(({ id, kind, spans, memos, ...meaning }) => ({
      id,
      kind,
      meaning,
      memos,
      spans: spans.map(span),
    })),
    mentions: mentions.map((mention) => ({ actors: mention.actors, memos: mention.memos, ...span(mention) })),
    memos,
    losses: [],
  };
}

function roundTrip(text: string): void {
  const { meaning } = described(text);
  const published = strip(new SourceDocument(text));
  const { text: back, losses } = documentFrom(published, imported(meaning), NOTHING);
  expect(strip(new SourceDocument(back))).toBe(published);
  expect(losses, back).toEqual([]);
  try {
    expectSame(meaning, described(back).meaning, []);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${back}`);
  }
}

test('what a document means, put into its text again, means the same', () => {
  roundTrip(RICH);
});

test('the same for any sound document', () => {
  fc.assert(fc.property(soundDocument, roundTrip), cases(100));
});
