/** Which `}` belongs to which `{`: by examples, and against the specification's own words, done slowly. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type BlockEvent, EventType, type TagHead } from '../../grammar/events.ts';
import { SourceDocument } from '../../server/src/syntax/document.ts';
import { MAX_DEPTH, pairBraces } from '../../server/src/syntax/pairing.ts';
import { cases } from '../kit/cases.ts';
import { rows } from './rows.ts';

// Many cases: a busy machine may need longer than a test usually gets.
vi.setConfig({ testTimeout: 120_000 });

rows('a broken brace has its own `}`', [
  ['{claim: a {sic} b}', ['claim "a {sic} b"'], ['1:11 stray-brace "{" with 1:15']],
  ['{claim: a {} b} c', ['claim "a {} b"', '" c"'], ['1:11 stray-brace "{" with 1:12']],
  ['{claim: a {@x b} c}', ['claim', '  "a "', '  mention @x "b"', '  " c"'], ['1:15 missing-colon "b"']],
  ['{sic {claim: a} b}', ['"{sic "', 'claim "a"', '" b}"'], ['1:1 stray-brace "{" with 1:18']],
  ['{@x a {@y: b} c}', ['mention @x', '  "a "', '  mention @y "b"', '  " c"'], ['1:5 missing-colon "a"']],
]);

rows('a broken brace gives up its `}` to a sound tag around it', [
  ['{claim: a { b}', ['claim "a { b"'], ['1:11 stray-brace "{"']],
  ['{claim: a {@x b}', ['claim', '  "a "', '  mention @x ""', '  " b"'], ['1:11 missing-colon "{@x"']],
  [
    '{claim: a {claim #b by=@x c {@y: d} e}',
    ['claim', '  "a "', '  claim #b by=@x ""', '  " c "', '  mention @y "d"', '  " e"'],
    ['1:11 missing-colon "{claim #b by=@x"'],
  ],
  ['{claim: a {sic} b', ['claim "a {sic"', '" b"'], ['1:11 stray-brace "{"']],
]);

rows('the nearest one gives it up, and no more than are needed', [
  [
    '{claim: {a} {b} c',
    ['claim "{a"', '" {b} c"'],
    ['1:9 stray-brace "{"', '1:13 stray-brace "{" with 1:15'],
  ],
  ['{claim: {a {b} c}', ['claim "{a {b} c"'], ['1:9 stray-brace "{"', '1:12 stray-brace "{" with 1:14']],
  [
    '{@x: {@y: {a} {b} c',
    ['mention @x', '  mention @y "{a"', '  " {b"', '" c"'],
    ['1:11 stray-brace "{"', '1:15 stray-brace "{"'],
  ],
]);

rows('a broken brace outside of the open tag keeps its `}`', [
  [
    '{sic} {claim: a',
    ['"{sic} "', 'claim "a"'],
    ['1:1 stray-brace "{" with 1:5', '1:7 unclosed-tag "{claim:"'],
  ],
  [
    '{@x a} {claim: b {c}',
    ['mention @x "a"', '" "', 'claim "b {c"'],
    ['1:5 missing-colon "a"', '1:18 stray-brace "{"'],
  ],
]);

describe('nesting-too-deep', () => {
  const nested = (depth: number, innermost = 'x') => '{@a:'.repeat(depth) + innermost + '}'.repeat(depth);

  test('64 are sound', () => {
    const { tags, problems } = new SourceDocument(nested(MAX_DEPTH)).blocks[0]?.tree ?? {
      tags: [],
      problems: [],
    };
    expect([tags.length, problems.length]).toEqual([64, 0]);
  });

  test('of 66, two are text', () => {
    const { tags, problems } = new SourceDocument(nested(66)).blocks[0]?.tree ?? { tags: [], problems: [] };
    expect(tags.length).toBe(64);
    expect(tags.every((tag) => tag.fault === null)).toBe(true);
    expect(problems.map(({ code, start, partner }) => [code, start, partner])).toEqual([
      ['nesting-too-deep', 64 * 4, 66 * 4 + 2],
      ['nesting-too-deep', 65 * 4, 66 * 4 + 1],
    ]);
  });

  test('a stray pair closes no level', () => {
    const { tags, problems } = new SourceDocument(nested(64, '{sic}{@b: x}')).blocks[0]?.tree ?? {
      tags: [],
      problems: [],
    };
    expect(tags.length).toBe(64);
    expect(problems.map((problem) => problem.code)).toEqual(['stray-brace', 'nesting-too-deep']);
  });

  test('stray pairs are no level', () => {
    const { tags, problems } = new SourceDocument(nested(63, '{sic {@b: x}}')).blocks[0]?.tree ?? {
      tags: [],
      problems: [],
    };
    expect(tags.length).toBe(64);
    expect(problems.map((problem) => problem.code)).toEqual(['stray-brace']);
  });
});

/** Pairing as the specification words it, slowly: release the nearest broken brace, pair all anew, as often as needed. */
function pairByTheBook(events: readonly BlockEvent[], isBroken: (index: number) => boolean): number[] {
  const released = new Set<number>();
  for (;;) {
    const partner = events.map(() => -1);
    const open: number[] = [];
    events.forEach(({ type }, index) => {
      if (type !== EventType.Close && !released.has(index)) open.push(index);
      const opening = type === EventType.Close ? open.pop() : undefined;
      if (opening !== undefined) {
        partner[opening] = index;
        partner[index] = opening;
      }
    });
    const candidates = open
      .filter((index) => !isBroken(index))
      .map((sound) => partner.findIndex((other, index) => index > sound && other > index && isBroken(index)))
      .filter((index) => index >= 0);
    const nearest = candidates.at(-1);
    if (nearest === undefined) return partner;
    released.add(nearest);
  }
}

const head = (colon: number): TagHead => ({ word: '@', start: 0, actors: [], attributes: [], end: 0, colon });
const brace = (type: EventType, tagHead: TagHead | null): BlockEvent => ({
  type,
  start: 0,
  end: 0,
  head: tagHead,
});
const SOUND = brace(EventType.Open, head(1));
const HALF = brace(EventType.Open, head(-1));
const STRAY = brace(EventType.Stray, null);
const CLOSE = brace(EventType.Close, null);

test('pairs as the specification words it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(SOUND, SOUND, HALF, STRAY, CLOSE, CLOSE, CLOSE), { maxLength: 24 }),
      (events) => {
        const { partner } = pairBraces(events);
        const isBroken = (index: number) => events[index] === HALF || events[index] === STRAY;
        expect(partner.map((index) => Math.max(index, -1))).toEqual(pairByTheBook(events, isBroken));
      },
    ),
    cases(3000),
  );
});
