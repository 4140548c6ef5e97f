/** What holds of any texts. The sums are done again in the plainest way, cell by cell of the whole array. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NetworkQuestion } from '../../server/src/networks/question.ts';
import { ask, claims, networkOf, weightsOf } from './kit.ts';

const ACTORS = ['ardia', 'belmar', 'corvo', 'dunn', 'free'];
const TOPICS = ['dam', 'fish', 'toll'];

const line = fc.record({
  by: fc.subarray(ACTORS, { minLength: 1, maxLength: 2 }),
  sign: fc.constantFrom('+', '-', '.'),
  topic: fc.constantFrom(...TOPICS),
  date: fc.constantFrom('', '2020-12-30', '2021-01-01', '2021-02', '2022'),
});

type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

const texts = fc.array(fc.array(line, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 });

function documentsOf(all: readonly (readonly Line[])[]): Record<string, string> {
  return Object.fromEntries(
    all.map((lines, index) => [
      `t${index}`,
      claims(lines.map(({ by, sign, topic, date }) => `${by} ${sign} ${topic} ${date}`).join('\n')),
    ]),
  );
}

/** x_ijk, as one function. */
function countsOf(all: readonly (readonly Line[])[]) {
  return (actor: string, topic: string, sign: string) =>
    all.flat().filter((each) => each.by.includes(actor) && each.topic === topic && each.sign === sign).length;
}

const POSITIONS = ['+', '-'];

/** The formulas of the Discourse Network Analyzer’s manual, written out. */
function byTheManual(all: readonly (readonly Line[])[], normalization: string): Record<string, number> {
  const x = countsOf(all);
  const sum = (term: (topic: string, position: string) => number) =>
    TOPICS.flatMap((topic) => POSITIONS.map((position) => term(topic, position))).reduce((a, b) => a + b, 0);
  const result: Record<string, number> = {};
  for (const i of ACTORS) {
    for (const other of ACTORS) {
      if (i >= other) continue;
      const congruence = sum((j, k) => x(i, j, k) * x(other, j, k));
      const conflict = sum((j, k) => x(i, j, k) * x(other, j, k === '+' ? '-' : '+'));
      const [own, theirs] = [sum((j, k) => x(i, j, k)), sum((j, k) => x(other, j, k))];
      const divisor = {
        no: 1,
        average: (own + theirs) / 2,
        cosine: Math.sqrt(own ** 2) * Math.sqrt(theirs ** 2),
        jaccard:
          sum((j, k) => (x(other, j, k) === 0 ? x(i, j, k) : 0)) +
          sum((j, k) => (x(i, j, k) === 0 ? x(other, j, k) : 0)) +
          congruence,
      }[normalization];
      if (congruence !== conflict) result[`${i} ${other}`] = (congruence - conflict) / (divisor ?? 0);
    }
  }
  return result;
}

test('projections are what the manual’s formulas give', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('no', 'average', 'jaccard', 'cosine'), (all, normalization) => {
      const found = weightsOf(networkOf(documentsOf(all), { type: 'subtract', normalization }));
      const wanted = byTheManual(all, normalization);
      expect(Object.keys(found)).toEqual(Object.keys(wanted));
      for (const [pair, weight] of Object.entries(wanted)) expect(found[pair]).toBeCloseTo(weight, 12);
    }),
    { numRuns: 150 },
  );
});

test('subtract is congruence less conflict, with each normalization', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('no', 'average', 'jaccard', 'cosine'), (all, normalization) => {
      const documents = documentsOf(all);
      const [congruence, conflict, subtract] = (['congruence', 'conflict', 'subtract'] as const).map((type) =>
        weightsOf(networkOf(documents, { type, normalization })),
      ) as [Record<string, number>, Record<string, number>, Record<string, number>];
      for (const pair of new Set([...Object.keys(congruence), ...Object.keys(conflict)]))
        expect(subtract[pair] ?? 0).toBeCloseTo((congruence[pair] ?? 0) - (conflict[pair] ?? 0), 12);
    }),
    { numRuns: 60 },
  );
});

test('normalized weights keep within their bounds', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const documents = documentsOf(all);
      const weights = (question: Partial<NetworkQuestion>) =>
        Object.values(weightsOf(networkOf(documents, question)));
      for (const type of ['congruence', 'conflict', 'subtract'] as const) {
        for (const weight of weights({ type, normalization: 'cosine' }))
          expect(Math.abs(weight)).toBeLessThanOrEqual(1);
        for (const weight of weights({ type, normalization: 'average', unique: 'range' }))
          expect(Math.abs(weight)).toBeLessThanOrEqual(1);
      }
      for (const weight of weights({ type: 'congruence', normalization: 'jaccard' })) {
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(1);
      }
      for (const [normalization, end] of [
        ['activity', 'source'],
        ['prominence', 'target'],
      ] as const) {
        const sums = new Map<number, number>();
        for (const edge of networkOf(documents, { normalization }).edges)
          sums.set(edge[end], (sums.get(edge[end]) ?? 0) + edge.weight);
        for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12);
      }
    }),
    { numRuns: 60 },
  );
});

test('the order in which documents come changes nothing', () => {
  const questions: Partial<NetworkQuestion>[] = [
    {},
    { type: 'subtract', unique: 'month' },
    { unique: 'range', isolates: true },
    { type: 'congruence', window: { size: 2, unit: 'months', step: 1 }, unique: 'week' },
  ];
  fc.assert(
    fc.property(texts, fc.constantFrom(...questions), fc.nat(), (all, question, seed) => {
      const entries = Object.entries(documentsOf(all));
      const turned = [...entries.slice(seed % entries.length), ...entries.slice(0, seed % entries.length)];
      const told = (documents: typeof entries) => {
        const { networks, ...rest } = ask(Object.fromEntries(documents), question);
        return { ...rest, networks: [...networks] };
      };
      expect(told(turned)).toEqual(told(entries));
    }),
    { numRuns: 100 },
  );
});

test('windows that follow each other have every dated statement once', () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('days', 'weeks', 'months', 'years'),
      fc.integer({ min: 20, max: 90 }),
      (all, unit, size) => {
        const answer = ask(documentsOf(all), { window: { size, unit, step: size } });
        const counted = [...answer.networks].flatMap(({ edges }) => edges.map(({ weight }) => weight));
        const dated = all.flat().filter(({ date }) => date !== '');
        expect(counted.reduce((a, b) => a + b, 0)).toBe(dated.reduce((sum, { by }) => sum + by.length, 0));
      },
    ),
    { numRuns: 60 },
  );
});
