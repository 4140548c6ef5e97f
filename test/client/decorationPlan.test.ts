import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Plan,
  planPublished,
  planRevealed,
  planRulers,
  planSource,
} from '../../client/src/marks/decorationPlan.ts';
import { MarkedText } from '../../client/src/marks/markedText.ts';
import { moved, sameRanges } from '../../client/src/marks/paintedRanges.ts';
import { inverse } from '../../client/src/textView/inverseChanges.ts';
import { MARKS, type MarksResult } from '../../server/src/lsp/requests/index.ts';
import { TestClient } from '../kit/client.ts';

const URI = 'file:///w/main.demarche';
const SOURCE =
  'A {claim #a: b {@x: c} {demand: d {claim: e {claim: f}}}} {>> m <<} g \\{h {+#a: i} {clam #z: j}';

async function marksOf(source: string): Promise<MarkedText> {
  const client = TestClient.inProcess();
  await client.initialize();
  await client.open(URI, source);
  const marks = new MarkedText();
  marks.apply(
    await client.connection.sendRequest<MarksResult>(MARKS, { textDocument: { uri: URI }, previous: null }),
  );
  return marks;
}

/** A plan as the words of each layer. */
function show(plan: Plan, text: string): Record<string, string[]> {
  const layers: Record<string, string[]> = {};
  for (const [layer, ranges] of plan) {
    layers[layer] = [];
    for (let i = 0; i < ranges.length; i += 2) layers[layer].push(text.slice(ranges[i], ranges[i + 1]));
  }
  return layers;
}

const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER };

test('spans by kind and depth, continuations as their statement, unknown ones not at all', async () => {
  const plan = planSource(await marksOf(SOURCE), ALL, { colours: true, marks: 'plain' });
  expect(show(plan, SOURCE)).toEqual({
    claim0: ['b {@x: c} {demand: d {claim: e {claim: f}}}', 'i'],
    demand1: ['d {claim: e {claim: f}}'],
    claim2: ['e {claim: f}', 'f'],
    mention: ['c'],
    memo: ['{>> m <<}'],
  });
});

test('dimmed marks without colours', async () => {
  const plan = planSource(await marksOf(SOURCE), ALL, { colours: false, marks: 'dimmed' });
  expect(show(plan, SOURCE)).toEqual({
    dimmed: [
      '{claim #a: ', '}', '{@x: ', '}', '{demand: ', '}', '{claim: ', '}', '{claim: ', '}', '{+#a: ', '}', '{clam #z: ', '}', '\\',
    ], // biome-ignore format: a list
  });
});

test('hidden marks: badges for statements, and a memo’s words stay', async () => {
  const { hidden, ...rest } = show(
    planSource(await marksOf(SOURCE), ALL, { colours: false, marks: 'hidden' }),
    SOURCE,
  );
  expect(hidden).toContain('{>>');
  expect(hidden).toContain('<<}');
  expect(hidden).toContain('{@x: ');
  expect(rest).toEqual({
    claimBadge: ['{', '{', '{', '{'],
    demandBadge: ['{'],
    claimMore: ['{'],
  });
});

test('only what touches the stretch is painted', async () => {
  const source = '{claim: a}\n\n{claim: b} {claim: c}\n\n{claim: d}';
  const from = source.indexOf('b');
  const plan = planSource(await marksOf(source), { from, to: from }, { colours: true, marks: 'plain' });
  expect(show(plan, source)).toEqual({ claim0: ['b'] });
});

test('the text view has the same words where they are published, and a sign for a memo', async () => {
  const marks = await marksOf(SOURCE);
  const published = marks.published(SOURCE);
  expect(published).toBe('A b c d e f g {h i j');
  expect(show(planPublished(marks, ALL, { colours: true, published }), published)).toEqual({
    claim0: ['b c d e f', 'i'],
    demand1: ['d e f'],
    claim2: ['e f', 'f'],
    mention: ['c'],
    memoSign: ['f'],
  });
});

test('a mention among words that run from right to left is not taken apart from them', async () => {
  const source = '{claim: على {@x: الجنوب} أن يوقف}\n{@y: Velm}';
  const marks = await marksOf(source);
  const published = marks.published(source);
  const plan = planPublished(marks, ALL, { colours: true, published });
  expect(show(plan, published)).toEqual({
    claim0: ['على الجنوب أن يوقف'],
    mentionBox: ['الجنوب'],
    mention: ['Velm'],
  });
});

test('rulers are for the whole text, inner ones in the outer', async () => {
  const plan = planRulers(await marksOf(SOURCE), (offset) => offset);
  expect(show(plan, SOURCE)).toEqual({
    claimRuler: ['b {@x: c} {demand: d {claim: e {claim: f}}}', 'i'],
    demandRuler: ['d {claim: e {claim: f}}'],
  });
});

test('rulers that can’t be told apart are one', async () => {
  const source = '{claim: a} {demand: b} {claim: c}\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n{claim: d}';
  const plan = planRulers(await marksOf(source), (offset) => offset, 24);
  expect(show(plan, source)).toEqual({ claimRuler: ['a} {demand: b} {claim: c', 'd'], demandRuler: ['b'] });
});

test('the marks of the innermost tag around a cursor are opened, and a memo that it is in', async () => {
  const marks = await marksOf(SOURCE);
  const opened = (words: string) => {
    const ranges = planRevealed(marks, [SOURCE.indexOf(words)]);
    return show(new Map([['revealed' as never, ranges]]), SOURCE)['revealed'];
  };
  expect(opened('d {claim: e')).toEqual(['{demand: ', '}']);
  expect(opened('m <<}')).toEqual(['{>> m <<}']);
  expect(opened('A ')).toEqual([]);
});

test('ranges follow a change where it is certain what became of them', () => {
  const change = { offset: 10, removed: 2, inserted: 5 };
  expect(moved([0, 9, 20, 30], change)).toEqual([0, 9, 23, 33]);
  expect(moved([5, 20], change)).toEqual([5, 23]);
  expect(moved([5, 10], change)).toBeNull();
  expect(moved([12, 20], change)).toBeNull();
  expect(moved([11, 20], change)).toBeNull();
  expect(sameRanges([1, 2], [1, 2])).toBe(true);
  expect(sameRanges([1, 2], [1, 3])).toBe(false);
  expect(sameRanges([1, 2], [1, 2, 3, 4])).toBe(false);
});

test('words that a moved range is said to hold are the words that it held, but for what was typed in it', () =>
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.nat(20),
      fc.nat(20),
      fc.nat(20),
      fc.nat(5),
      fc.string(),
      (text, a, b, at, length, inserted) => {
        const [start = 0, end = 0] = [a, b].map((each) => each % (text.length + 1)).sort((x, y) => x - y);
        const offset = at % (text.length + 1);
        const removed = Math.min(length, text.length - offset);
        const after = text.slice(0, offset) + inserted + text.slice(offset + removed);
        const there = moved([start, end], { offset, removed, inserted: inserted.length });
        if (there === null) return;
        const words = text.slice(start, end);
        const holdsChange = start < offset && offset + removed < end;
        const expected = holdsChange
          ? words.slice(0, offset - start) + inserted + words.slice(offset - start + removed)
          : words;
        expect(after.slice(there[0], there[1])).toBe(expected);
      },
    ),
  ));

test('the inverse of changes takes them back', () => {
  const before = 'abcdef';
  const changes = [
    { start: 4, end: 5, text: 'XYZ' },
    { start: 0, end: 0, text: '{' },
    { start: 2, end: 4, text: '' },
  ];
  const apply = (text: string, list: readonly { start: number; end: number; text: string }[]) =>
    [...list]
      .sort((x, y) => y.start - x.start)
      .reduce((done, each) => done.slice(0, each.start) + each.text + done.slice(each.end), text);
  const after = apply(before, changes);
  expect(after).toBe('{abXYZf');
  expect(apply(after, inverse(before, changes))).toBe(before);
});
