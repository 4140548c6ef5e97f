/**
 * Krippendorff's αᵤ: agreement on where units begin and end in a continuous text, whatever they were called.
 *
 * K. Krippendorff, On the Reliability of Unitizing Continuous Data, Sociological Methodology 25 (1995); Content Analysis
 * (2nd ed. 2004), chapter 11.6, whose example the tests work through. The later family of coefficients (Krippendorff,
 * Mathet, Bouvry, Widlöcher 2016) is another one and is not computed here.
 */
import { type Figure, figure, notComputable } from './figure.ts';

/** A stretch of a text; the end is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One text, and what each coder marked in it: in order, none overlapping another of the same coder. */
export interface Continuum {
  readonly length: number;
  readonly coders: readonly (readonly Stretch[])[];
}

/** The two disagreements whose ratio is 1 − αᵤ. */
export interface UnitizingDisagreement {
  readonly observed: number;
  readonly expected: number;
}

/**
 * αᵤ = 1 − Dₒ / Dₑ for one kind of unit, over several texts. Their lengths add up to L; a unit or gap ends with its text, so that their
 * order makes no difference.
 */
export function unitizingAlpha(texts: readonly Continuum[]): Figure {
  const { observed, expected } = unitizingDisagreement(texts);
  if (texts.every(({ coders }) => coders.every((units) => units.length === 0)))
    return notComputable('neither coder marked any');
  if (expected === 0) return notComputable('no variation: the text has no room for disagreement');
  return figure(1 - observed / expected);
}

/**
 * With m coders, units u of length l(u), gaps g, N units all told:
 *
 * Dₒ = Σ δ² / (m (m − 1) L²), over all pairs of one coder's unit with another's unit or gap; δ² is the sum of the squared distances of
 * beginnings and of ends where two units overlap, l(u)² where a unit lies in a gap, else 0.
 *
 * Dₑ = 2/L · Σᵤ [ (N − 1)/3 · (2 l(u)³ − 3 l(u)² + l(u)) + l(u)² · Σ (l(g) − l(u) + 1) ] / (mL (mL − 1) − Σᵤ l(u) (l(u) − 1)),
 * the inner sum over the gaps of all coders that are at least as long as the unit.
 */
export function unitizingDisagreement(texts: readonly Continuum[]): UnitizingDisagreement {
  const coders = texts[0]?.coders.length ?? 0;
  let length = 0;
  let squares = 0;
  const units: number[] = [];
  const gaps: number[] = [];
  for (const text of texts) {
    length += text.length;
    for (const stretches of text.coders) {
      for (const { start, end } of stretches) units.push(end - start);
      for (const gap of gapsBetween(stretches, text.length)) gaps.push(gap);
    }
    for (const one of text.coders)
      for (const other of text.coders) if (one !== other) squares += distance(one, other);
  }
  if (length === 0 || coders < 2) return { observed: 0, expected: 0 };
  const all = coders * length;
  const within = units.reduce((sum, unit) => sum + unit * (unit - 1), 0);
  const sum = expectedSum(units, gaps);
  const pairs = all * (all - 1) - within;
  return {
    observed: squares / (coders * (coders - 1) * length * length),
    expected: sum === 0 ? 0 : ((2 / length) * sum) / pairs,
  };
}

function* gapsBetween(stretches: readonly Stretch[], length: number): Generator<number> {
  let from = 0;
  for (const { start, end } of stretches) {
    if (start > from) yield start - from;
    from = end;
  }
  if (length > from) yield length - from;
}

/**
 * The share of Σ δ² that one ordered pair of coders has. Of two coders, both orders are summed: overlaps count twice, and so must a
 * unit in a gap, which has only one order here.
 */
function distance(one: readonly Stretch[], other: readonly Stretch[]): number {
  let sum = 0;
  let first = 0;
  for (const unit of one) {
    while (first < other.length && (other[first] as Stretch).end <= unit.start) first++;
    let overlaps = false;
    for (let i = first; i < other.length && (other[i] as Stretch).start < unit.end; i++) {
      const { start, end } = other[i] as Stretch;
      sum += (unit.start - start) ** 2 + (unit.end - end) ** 2;
      overlaps = true;
    }
    if (!overlaps) sum += 2 * (unit.end - unit.start) ** 2;
  }
  return sum;
}

function expectedSum(units: readonly number[], gaps: readonly number[]): number {
  const longestFirst = (a: number, b: number) => b - a;
  const sortedGaps = [...gaps].sort(longestFirst);
  let sum = 0;
  let used = 0;
  let room = 0;
  for (const unit of [...units].sort(longestFirst)) {
    while (used < sortedGaps.length && (sortedGaps[used] as number) >= unit)
      room += sortedGaps[used++] as number;
    sum += ((units.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit);
    sum += unit ** 2 * (room - used * (unit - 1));
  }
  return sum;
}
