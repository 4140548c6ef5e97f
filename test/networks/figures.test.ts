/** Figures worked by hand. The text has four actors and three topics. How often each is for and against:
 *
 *            dam      toll     fish
 *   ardia    + +      +
 *   belmar   +        -        +
 *   corvo    - -      -        (1 without a position)
 *   dunn     + -
 */
import { expect, test } from 'vitest';
import type { NetworkType, Normalization } from '../../server/src/networks/network.ts';
import { claims, edgesOf, networkOf, weightsOf } from './kit.ts';

const TEXT = {
  a: claims(`ardia + dam
    ardia + toll
    belmar + dam
    belmar - toll
    corvo - dam
    corvo . fish`),
  b: claims(`ardia + dam
    belmar + fish
    corvo - dam
    corvo - toll
    dunn + dam
    dunn - dam`),
};

const weights = (type: NetworkType, normalization: Normalization = 'no') =>
  weightsOf(networkOf(TEXT, { type, normalization }));

test('affiliation: how often each actor speaks of each topic', () => {
  expect(edgesOf(networkOf(TEXT))).toEqual([
    'ardia dam: 2, support 2',
    'ardia toll: 1, support 1',
    'belmar dam: 1, support 1',
    'belmar fish: 1, support 1',
    'belmar toll: 1, oppose 1',
    'corvo dam: 2, oppose 2',
    'corvo fish: 1, neither 1',
    'corvo toll: 1, oppose 1',
    'dunn dam: 2, support 1, oppose 1',
  ]);
});

test('affiliation by activity: shares of all that the actor says (3, 3, 4, 2)', () => {
  expect(weights('affiliation', 'activity')).toEqual({
    'ardia dam': 2 / 3,
    'ardia toll': 1 / 3,
    'belmar dam': 1 / 3,
    'belmar fish': 1 / 3,
    'belmar toll': 1 / 3,
    'corvo dam': 2 / 4,
    'corvo fish': 1 / 4,
    'corvo toll': 1 / 4,
    'dunn dam': 1,
  });
});

test('affiliation by prominence: shares of all that is said of the topic (dam 7, fish 2, toll 3)', () => {
  expect(weights('affiliation', 'prominence')).toEqual({
    'ardia dam': 2 / 7,
    'ardia toll': 1 / 3,
    'belmar dam': 1 / 7,
    'belmar fish': 1 / 2,
    'belmar toll': 1 / 3,
    'corvo dam': 2 / 7,
    'corvo fish': 1 / 2,
    'corvo toll': 1 / 3,
    'dunn dam': 2 / 7,
  });
});

test('affiliation, subtract: for less against; both alike is no tie, but counts in the sums', () => {
  const subtract = (normalization: Normalization) =>
    weightsOf(networkOf(TEXT, { qualifier: 'subtract', normalization }));
  expect(subtract('no')).toEqual({
    'ardia dam': 2,
    'ardia toll': 1,
    'belmar dam': 1,
    'belmar fish': 1,
    'belmar toll': -1,
    'corvo dam': -2,
    'corvo toll': -1,
  });
  // Without the one that has no position: corvo 3, fish 1. Dunn's two are among the dam's 7.
  expect(subtract('activity')).toMatchObject({
    'corvo dam': -2 / 3,
    'corvo toll': -1 / 3,
    'ardia dam': 2 / 3,
  });
  expect(subtract('prominence')).toMatchObject({
    'corvo dam': -2 / 7,
    'belmar fish': 1,
    'belmar toll': -1 / 3,
  });
});

test('affiliation, combine: 1 for, 2 against, 3 both', () => {
  expect(weightsOf(networkOf(TEXT, { qualifier: 'combine' }))).toEqual({
    'ardia dam': 1,
    'ardia toll': 1,
    'belmar dam': 1,
    'belmar fish': 1,
    'belmar toll': 2,
    'corvo dam': 2,
    'corvo toll': 2,
    'dunn dam': 3,
  });
});

// Ardia and Belmar: dam + + with + is 2·1. Belmar and Corvo: toll - with - is 1. Corvo and Dunn: dam - - with - is 2.
const CONGRUENCE = {
  'ardia belmar': 2,
  'ardia dunn': 2,
  'belmar corvo': 1,
  'belmar dunn': 1,
  'corvo dunn': 2,
};
// Ardia and Corvo: dam 2·2, toll 1·1. Belmar and Corvo: dam 1·2. Dunn is on both sides of the dam.
const CONFLICT = {
  'ardia belmar': 1,
  'ardia corvo': 5,
  'ardia dunn': 2,
  'belmar corvo': 2,
  'belmar dunn': 1,
  'corvo dunn': 2,
};

test('congruence, conflict, and what is left of one less the other', () => {
  expect(weights('congruence')).toEqual(CONGRUENCE);
  expect(weights('conflict')).toEqual(CONFLICT);
  expect(weights('subtract')).toEqual({ 'ardia belmar': 1, 'ardia corvo': -5, 'belmar corvo': -1 });
  expect(edgesOf(networkOf(TEXT, { type: 'subtract' }))[0]).toBe('ardia belmar: 1, congruence 2, conflict 1');
});

/** What each pair is divided by. Statements with a position: ardia 3, belmar 3, corvo 3, dunn 2. */
const DIVISORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  average: {
    'ardia belmar': 3,
    'ardia corvo': 3,
    'ardia dunn': 2.5,
    'belmar corvo': 3,
    'belmar dunn': 2.5,
    'corvo dunn': 2.5,
  },
  // What one alone says, what the other alone says, and the products of what both say:
  // ardia and belmar: toll+ 1; toll- and fish+ 2; dam+ 2·1. Ardia and corvo share nothing: 3 and 3.
  // ardia and dunn: toll+ 1; dam- 1; dam+ 2. Belmar and corvo: dam+, fish+ 2; dam- 2; toll- 1.
  // belmar and dunn: toll-, fish+ 2; dam- 1; dam+ 1. Corvo and dunn: toll- 1; dam+ 1; dam- 2.
  jaccard: {
    'ardia belmar': 5,
    'ardia corvo': 6,
    'ardia dunn': 4,
    'belmar corvo': 5,
    'belmar dunn': 4,
    'corvo dunn': 4,
  },
  cosine: {
    'ardia belmar': 9,
    'ardia corvo': 9,
    'ardia dunn': 6,
    'belmar corvo': 9,
    'belmar dunn': 6,
    'corvo dunn': 6,
  },
};

test.each(['average', 'jaccard', 'cosine'] as const)('congruence, conflict and subtract by %s', (name) => {
  const divided = (figures: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(figures).map(([pair, sum]) => [pair, sum / (DIVISORS[name]?.[pair] ?? 0)]),
    );
  expect(weights('congruence', name)).toEqual(divided(CONGRUENCE));
  expect(weights('conflict', name)).toEqual(divided(CONFLICT));
  expect(weights('subtract', name)).toEqual(
    divided({ 'ardia belmar': 1, 'ardia corvo': -5, 'belmar corvo': -1 }),
  );
});

const DEMANDS = `---
title: T
---

{demand #one by=@ardia to=@belmar,@corvo: open the gates} and {demand #two by=@ardia to=@belmar: pay}.

{demand #three by=@corvo to=@belmar: pay}. {claim by=@belmar answers=#one response=reject: No}.
`;

test('demands: claimants to addressees, with what became of each demand', () => {
  const network = networkOf({ a: DEMANDS }, { type: 'demands' });
  expect(network.isDirected).toBe(true);
  expect(edgesOf(network)).toEqual([
    'ardia belmar: 2, open 1, reject 1',
    'ardia corvo: 1, open 1',
    'corvo belmar: 1, open 1',
  ]);
  const by = (normalization: Normalization) =>
    weightsOf(networkOf({ a: DEMANDS }, { type: 'demands', normalization }));
  expect(by('activity')).toEqual({ 'ardia belmar': 2 / 3, 'ardia corvo': 1 / 3, 'corvo belmar': 1 });
  expect(by('prominence')).toEqual({ 'ardia belmar': 2 / 3, 'ardia corvo': 1, 'corvo belmar': 1 / 3 });
});

test('the example of the page for users', () => {
  const text = { a: claims(`ardia + dam\nardia + dam\nardia + toll\nbelmar + dam\nbelmar - toll`) };
  const weight = (question: object) => Object.values(weightsOf(networkOf(text, question)));
  expect(weight({ type: 'congruence' })).toEqual([2]);
  expect(weight({ type: 'conflict' })).toEqual([1]);
  expect(weight({ type: 'subtract' })).toEqual([1]);
  expect(weight({ type: 'congruence', normalization: 'average' })).toEqual([0.8]);
  expect(weight({ type: 'conflict', normalization: 'average' })).toEqual([0.4]);
  expect(weight({ type: 'subtract', normalization: 'cosine' })).toEqual([1 / 6]);
  expect(weight({ type: 'congruence', normalization: 'jaccard' })).toEqual([2 / 4]);
  expect(weight({ type: 'congruence', unique: 'range' })).toEqual([1]);
});
