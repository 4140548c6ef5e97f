/**
 * Which unit of one coder is which of the other's. Units pair one to one: first those with the very same words, then those that
 * share most of theirs. It makes no difference which coder is the first.
 */
import type { Unit } from './units.ts';

/** Two units that are taken for the same; indexes into the lists that were matched. */
export interface Match {
  readonly a: number;
  readonly b: number;
  /** Whether their words are the very same. */
  readonly exact: boolean;
}

/** A pair that might be one. */
interface Candidate extends Match {
  /** Characters that both have, as a share of those that either has. */
  readonly share: number;
  /** How much alike they are said to be. */
  readonly likeness: number;
  /** Their places, the same whichever comes first. */
  readonly places: string;
}

/** Matches units. In order of `a`. */
export function matchUnits(a: readonly Unit[], b: readonly Unit[]): Match[] {
  const exact = choose(samePlaces(a, b));
  const [doneA, doneB] = [new Set(exact.map((match) => match.a)), new Set(exact.map((match) => match.b))];
  const isLeft = ({ a: one, b: other }: Match) => !doneA.has(one) && !doneB.has(other);
  const overlapping = choose([...overlaps(a, b)].filter(isLeft));
  return [...exact, ...overlapping].sort((one, other) => one.a - other.a);
}

/** Takes the best pair, then the best of what is left, and so on. */
function choose(candidates: Candidate[]): Match[] {
  candidates.sort(
    (one, other) =>
      other.share - one.share ||
      other.likeness - one.likeness ||
      compare(one.places, other.places) ||
      one.a + one.b - other.a - other.b ||
      Math.abs(one.a - one.b) - Math.abs(other.a - other.b) ||
      one.a - other.a,
  );
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  return candidates
    .filter(({ a, b }) => {
      if (takenA.has(a) || takenB.has(b)) return false;
      takenA.add(a);
      takenB.add(b);
      return true;
    })
    .map(({ a, b, exact }) => ({ a, b, exact }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** So many units with the same words are compared each with each; of more, the first with the first. */
const MANY = 100;

function samePlaces(a: readonly Unit[], b: readonly Unit[]): Candidate[] {
  const places = new Map<string, number[]>();
  for (const [index, { place }] of b.entries()) {
    const others = places.get(place);
    if (others) others.push(index);
    else places.set(place, [index]);
  }
  const seen = new Map<string, number>();
  const candidates: Candidate[] = [];
  for (const [index, unit] of a.entries()) {
    const others = places.get(unit.place) ?? [];
    const order = seen.get(unit.place) ?? 0;
    seen.set(unit.place, order + 1);
    for (const other of others.length > MANY ? others.slice(order, order + 1) : others) {
      candidates.push(candidate(a, b, index, other, 1, true));
    }
  }
  return candidates;
}

function candidate(
  a: readonly Unit[],
  b: readonly Unit[],
  one: number,
  other: number,
  share: number,
  exact: boolean,
): Candidate {
  const [first, second] = [a[one] as Unit, b[other] as Unit];
  const places = [first.place, second.place].sort().join('|');
  return { a: one, b: other, exact, share, likeness: likeness(first, second), places };
}

/** More for the same kind than for any number of attributes. */
function likeness(a: Unit, b: Unit): number {
  let same = a.kind === b.kind ? 1_000 : 0;
  for (const [name, values] of a.labels) if (isSame(values, b.labels.get(name))) same++;
  return same;
}

function isSame(a: readonly string[], b: readonly string[] | undefined): boolean {
  return a.length === b?.length && a.every((value, index) => value === b[index]);
}

/** All pairs that share characters: one walk over the spans of both, in order. */
function* overlaps(a: readonly Unit[], b: readonly Unit[]): Generator<Candidate> {
  const spans = [...spansWith(a, 0), ...spansWith(b, 1)].sort((one, other) => one.start - other.start);
  let open: typeof spans = [];
  const shared = new Map<number, Map<number, number>>();
  for (const span of spans) {
    open = open.filter((each) => each.end > span.start);
    for (const each of open) {
      if (each.side === span.side) continue;
      const [one, other] = span.side === 0 ? [span.unit, each.unit] : [each.unit, span.unit];
      const row = shared.get(one) ?? new Map<number, number>();
      shared.set(one, row.set(other, (row.get(other) ?? 0) + Math.min(each.end, span.end) - span.start));
    }
    open.push(span);
  }
  for (const [one, row] of shared) {
    for (const [other, length] of row) {
      const either = lengthOf(a[one] as Unit) + lengthOf(b[other] as Unit) - length;
      yield candidate(a, b, one, other, length / either, false);
    }
  }
}

function spansWith(units: readonly Unit[], side: 0 | 1) {
  return units.flatMap(({ spans }, unit) =>
    spans.filter(({ start, end }) => start < end).map(({ start, end }) => ({ start, end, unit, side })),
  );
}

function lengthOf({ spans }: Unit): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
