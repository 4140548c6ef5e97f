/** Export, then import: what a format can hold is there again, and what is not was named as lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCodebook } from '../../server/src/codebook/index.ts';
import type { FacetName } from '../../server/src/formats/facets.ts';
import type { Format } from '../../server/src/formats/format.ts';
import { documentFrom } from '../../server/src/formats/import/document.ts';
import { knownNames } from '../../server/src/formats/import/known.ts';
import { IMPORTS, type ImportFormat } from '../../server/src/formats/imports.ts';
import { FORMATS } from '../../server/src/formats/index.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { strip } from '../../server/src/syntax/strip.ts';
import { cases } from '../kit/cases.ts';
import { anyDocument, CODEBOOK, described, expectSame, exported, RICH, soundDocument } from './kit.ts';

const codebook = readCodebook(CODEBOOK);
const names = knownNames([...codebook.actors.values()], [...codebook.topics.values()]);
const known = { actors: new Set(codebook.actors.keys()), topics: new Set(codebook.topics.keys()) };

/**
 * In any document: a topic that nobody declared is a code like the others, and so declared when it comes back. With
 * names only, two claims at one place by others are one claim of both, and who was not marked is nobody.
 */
const MERGED: Readonly<Record<string, readonly FacetName[]>> = {
  qdpx: ['topicNames'],
  dna: ['claimants', 'topics', 'positions', 'dates', 'positionsInText', 'author', 'actorNames', 'topicNames'],
};

function throughFormat(name: string, text: string): { before: ReturnType<typeof described>; back: string } {
  const before = described(text);
  const published = strip(new SourceDocument(text));
  const ending = (FORMATS.get(name) as Format).ending;
  const file = exported(name, [before]).find((each) => each.name.endsWith(ending));
  const content = file?.content ?? '';
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const documents = (IMPORTS.get(name) as ImportFormat).documentsIn(bytes);
  const [foreign] = documents;
  // Without a statement, a table of events has no row to tell of the document.
  if (foreign === undefined) return { before, back: text };
  const plain = published.replace(/\r\n?/g, '\n');
  if (foreign.text !== null) expect(foreign.text).toBe(plain);
  const { text: back } = documentFrom(published, foreign.read(plain, names), known);
  expect(strip(new SourceDocument(back))).toBe(published);
  return { before, back };
}

function roundTrip(name: string, text: string): void {
  const { before, back } = throughFormat(name, text);
  const except = [...(FORMATS.get(name) as Format).lacks, ...(MERGED[name] ?? [])];
  try {
    expectSame(before.meaning, described(back).meaning, except);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${back}`);
  }
}

test.each([...IMPORTS.keys()])('%s gives back what it can hold', (name) => {
  roundTrip(name, RICH);
});

test.each([...IMPORTS.keys()])('%s gives back what it can hold, of any sound document', (name) => {
  fc.assert(
    fc.property(soundDocument, (text) => roundTrip(name, text)),
    cases(40),
  );
});

test('events give back who said what where, at what time, for or against', () => {
  const { before, back } = throughFormat('dna', RICH);
  const said = (meaning: typeof before.meaning) =>
    meaning.statements.map(({ by, topics, position, date, spans }) => [
      by,
      topics,
      position,
      date,
      spans[0]?.start,
      spans.at(-1)?.end,
    ]);
  expect(said(described(back).meaning).sort()).toEqual(said(before.meaning).sort());
});

test.each([...FORMATS.keys()])('%s throws on no document', (name) => {
  fc.assert(
    fc.property(anyDocument, ([text, own]) => {
      exported(name, [described(text, own), described(text, null, 'other')]);
    }),
    cases(60),
  );
});

test.each([...FORMATS.keys()])('%s says the same twice', (name) => {
  expect(exported(name, [described(RICH)])).toEqual(exported(name, [described(RICH)]));
});
