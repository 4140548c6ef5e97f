/** Who speaks of what: actors and topics, a network of two modes. */
import { type Cell, type Counts, sumOf } from './counts.ts';
import type { NetworkEdge, Normalization, Qualifier } from './network.ts';

/** What stands beside a weight where positions are known to be counted each. */
export const POSITION_FIGURES = ['support', 'oppose', 'neither'] as const;

/**
 * The edges of the affiliation network. With x_ijk as in `Cell` (Discourse Network Analyzer, manual, sections
 * Affiliation Networks and Normalization of Affiliation Networks):
 *
 * - `ignore`: y_ij = Σ_k x_ijk
 * - `subtract`: y_ij = x_ij,support − x_ij,oppose
 * - `combine`: 1 where the actor only supports, 2 where it only opposes, 3 where it does both
 *
 * `activity` divides by Σ_j Σ_k x_ijk, all that the actor says; `prominence` by Σ_i Σ_k x_ijk, all that is said of the
 * topic. What has no position counts for `ignore` alone, in the sums too.
 */
export function affiliationEdges(
  { rows, columns, cells }: Counts,
  qualifier: Qualifier,
  normalization: Normalization,
  hasFigures: boolean,
): NetworkEdge[] {
  const activity = new Float64Array(rows.length);
  const prominence = new Float64Array(columns.length);
  cells.forEach((row, source) => {
    for (const [target, cell] of row) {
      activity[source] = (activity[source] ?? 0) + sumOf(cell);
      prominence[target] = (prominence[target] ?? 0) + sumOf(cell);
    }
  });
  const edges: NetworkEdge[] = [];
  cells.forEach((row, source) => {
    for (const [target, cell] of row) {
      const value = WEIGHTS[qualifier](cell);
      if (value === 0) continue;
      const divisor =
        normalization === 'activity'
          ? activity[source]
          : normalization === 'prominence'
            ? prominence[target]
            : 1;
      const figures = hasFigures ? [cell.support, cell.oppose, cell.neither] : [];
      edges.push({ source, target, weight: value / (divisor ?? 1), figures });
    }
  });
  return edges;
}

const WEIGHTS: Readonly<Record<Qualifier, (cell: Cell) => number>> = {
  ignore: sumOf,
  subtract: ({ support, oppose }) => support - oppose,
  combine: ({ support, oppose }) => (support > 0 ? 1 : 0) + (oppose > 0 ? 2 : 0),
};
