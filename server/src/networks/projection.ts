/** Who agrees and who disagrees with whom: networks of one mode, made from actors and topics. */
import type { Cell, Counts } from './counts.ts';
import type { NetworkEdge, Normalization } from './network.ts';

export type ProjectionType = 'congruence' | 'conflict' | 'subtract';

/** What stands beside each weight, before any normalization. */
export const PROJECTION_FIGURES = ['congruence', 'conflict'] as const;

/**
 * The edges of a projection. With x_ijk, how often actor i takes position k (support, oppose) on topic j (Discourse
 * Network Analyzer, manual, sections Construction and Normalization of One-Mode Networks, the binary case):
 *
 * - congruence: Σ_j Σ_k x_ijk x_i'jk
 * - conflict: Σ_j Σ_k x_ijk x_i'j(1−k)
 * - subtract: congruence − conflict
 *
 * The sum is divided, with n_i = Σ_j Σ_k x_ijk, by
 *
 * - `average`: (n_i + n_i') / 2
 * - `jaccard`: Σ x_ijk [x_i'jk = 0] + Σ x_i'jk [x_ijk = 0] + Σ x_ijk x_i'jk
 * - `cosine`: √(n_i²) √(n_i'²), that is n_i n_i'
 *
 * Looks at pairs that share a topic only. An edge of the weight 0 is none.
 */
export function projectionEdges(
  counts: Counts,
  type: ProjectionType,
  normalization: Normalization,
): NetworkEdge[] {
  const { rows, columns, cells } = counts;
  const activity = cells.map((row) => {
    let sum = 0;
    for (const { support, oppose } of row.values()) sum += support + oppose;
    return sum;
  });
  const speakers: { actor: number; cell: Cell }[][] = columns.map(() => []);
  cells.forEach((row, actor) => {
    for (const [topic, cell] of row) speakers[topic]?.push({ actor, cell });
  });
  const pairs = new Pairs(rows.length);
  const edges: NetworkEdge[] = [];
  cells.forEach((row, actor) => {
    for (const [topic, cell] of row) {
      for (const other of speakers[topic] ?? [])
        if (other.actor > actor) pairs.add(other.actor, cell, other.cell);
    }
    for (const other of pairs.others()) {
      const [congruence, conflict] = [pairs.congruence[other] ?? 0, pairs.conflict[other] ?? 0];
      const value =
        type === 'congruence' ? congruence : type === 'conflict' ? conflict : congruence - conflict;
      const [own, theirs] = [activity[actor] ?? 0, activity[other] ?? 0];
      const divisor = {
        average: (own + theirs) / 2,
        jaccard: own - (pairs.own[other] ?? 0) + (theirs - (pairs.theirs[other] ?? 0)) + congruence,
        cosine: own * theirs,
      };
      const by = normalization in divisor ? divisor[normalization as keyof typeof divisor] : 1;
      if (value !== 0)
        edges.push({ source: actor, target: other, weight: value / by, figures: [congruence, conflict] });
    }
    pairs.clear();
  });
  return edges;
}

/** Sums of one actor with each other. */
class Pairs {
  readonly congruence: Float64Array;
  readonly conflict: Float64Array;
  /** What the actor says by topic and position where the other says the same. */
  readonly own: Float64Array;
  /** What the other says there. */
  readonly theirs: Float64Array;
  readonly #met = new Set<number>();

  constructor(actors: number) {
    this.congruence = new Float64Array(actors);
    this.conflict = new Float64Array(actors);
    this.own = new Float64Array(actors);
    this.theirs = new Float64Array(actors);
  }

  add(other: number, own: Cell, theirs: Cell): void {
    this.#met.add(other);
    const sum = (sums: Float64Array, amount: number) => {
      sums[other] = (sums[other] ?? 0) + amount;
    };
    sum(this.congruence, own.support * theirs.support + own.oppose * theirs.oppose);
    sum(this.conflict, own.support * theirs.oppose + own.oppose * theirs.support);
    for (const position of ['support', 'oppose'] as const) {
      if (own[position] === 0 || theirs[position] === 0) continue;
      sum(this.own, own[position]);
      sum(this.theirs, theirs[position]);
    }
  }

  /** Those met, in their order. */
  others(): number[] {
    return [...this.#met].sort((a, b) => a - b);
  }

  clear(): void {
    for (const other of this.#met) {
      for (const sums of [this.congruence, this.conflict, this.own, this.theirs]) sums[other] = 0;
    }
    this.#met.clear();
  }
}
