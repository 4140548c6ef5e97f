/**
 * Agreement on labels that units have been given: units are taken as they are, and only what they were called is
 * compared. Labels are nominal: two are the same or not, and none is nearer to another.
 */
import { type Figure, figure, notComputable } from './figure.ts';

/** What two coders called one unit. */
export type LabelPair = readonly [string, string];

/** The share of units that both called the same. */
export function observedAgreement(pairs: readonly LabelPair[]): Figure {
  if (pairs.length === 0) return notComputable('no unit was marked by both');
  return figure(pairs.filter(([a, b]) => a === b).length / pairs.length);
}

/**
 * Cohen's κ = (pₒ − pₑ) / (1 − pₑ): pₒ is the share of units that both called the same, pₑ = Σ p(A says c) · p(B says c)
 * what that share would be if each had given the same labels as often, but to units at random.
 *
 * J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20 (1960).
 */
export function cohensKappa(pairs: readonly LabelPair[]): Figure {
  const n = pairs.length;
  if (n === 0) return notComputable('no unit was marked by both');
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  let same = 0;
  for (const [a, b] of pairs) {
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
    if (a === b) same++;
  }
  let byChance = 0;
  for (const [label, count] of first) byChance += count * (second.get(label) ?? 0);
  // In whole numbers: κ = (n · same − byChance) / (n² − byChance).
  if (byChance === n * n) return notComputable('no variation: both used one and the same value throughout');
  return figure((n * same - byChance) / (n * n - byChance));
}

/**
 * Krippendorff's α = 1 − Dₒ / Dₑ for nominal labels, any number of coders, any of whom may have left units out.
 *
 * Coincidences o(c, k) count the pairs of labels c, k within units, each unit's pairs weighing 1 / (mᵤ − 1) for mᵤ labels.
 * With n = Σ o all told and n(c) of them with label c, the sums going over c ≠ k:
 * Dₒ = Σ o(c, k) / n and Dₑ = Σ n(c) · n(k) / (n · (n − 1)).
 *
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C.
 *
 * @param units the labels of each unit, null where a coder gave none
 */
export function krippendorffsAlpha(units: Iterable<readonly (string | null)[]>): Figure {
  const totals = new Map<string, number>();
  let n = 0;
  let different = 0;
  for (const unit of units) {
    const labels = unit.filter((label) => label !== null);
    if (labels.length < 2) continue;
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    for (const [label, count] of counts) {
      totals.set(label, (totals.get(label) ?? 0) + count);
      different += (count * (labels.length - count)) / (labels.length - 1);
    }
    n += labels.length;
  }
  if (n === 0) return notComputable('no unit was marked by both');
  let expected = 0;
  for (const count of totals.values()) expected += count * (n - count);
  if (expected === 0) return notComputable('no variation: both used one and the same value throughout');
  return figure(1 - ((n - 1) * different) / expected);
}
