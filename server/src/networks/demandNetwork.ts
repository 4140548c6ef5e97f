/** Who demands of whom: a network with directions, and what became of the demands. */
import { CORE_ATTRIBUTES } from '../codebook/attributes.ts';
import { activeNodes, indexOf, inOrder } from './counts.ts';
import type { ActiveNode, NetworkEdge, NetworkNode, Normalization } from './network.ts';
import { OPEN, type Tie } from './ties.ts';

/** The states that a demand may have for an addressee: nobody replied, or the response that decides. */
export const STATES: readonly string[] = [
  OPEN,
  ...(CORE_ATTRIBUTES.find(({ name }) => name === 'response')?.choices ?? []).map(({ value }) => value),
];

/**
 * Claimants to addressees. The weight is how many demands one puts to the other, d_ii'. `activity` divides by
 * Σ_i' d_ii', all that the claimant demands, `prominence` by Σ_i d_ii', all that the addressee is asked: what the
 * Discourse Network Analyzer does with actors and topics.
 */
export function demandNetwork(
  ties: readonly Tie[],
  nodes: ReadonlyMap<string, NetworkNode>,
  normalization: Normalization,
  keepsIsolates: boolean,
): { readonly actors: readonly ActiveNode[]; readonly edges: readonly NetworkEdge[] } {
  const actors = activeNodes(nodes, ties, 'either', keepsIsolates);
  const indexes = indexOf(actors);
  const index = (id: string) => indexes.get(id) as number;
  const rows = actors.map(() => new Map<number, Demands>());
  const sent = new Float64Array(actors.length);
  const received = new Float64Array(actors.length);
  for (const { source, target, state } of ties) {
    const [from, to] = [index(source), index(target)];
    sent[from] = (sent[from] ?? 0) + 1;
    received[to] = (received[to] ?? 0) + 1;
    const row = rows[from] as Map<number, Demands>;
    const demands = row.get(to) ?? { count: 0, figures: STATES.map(() => 0) };
    row.set(to, demands);
    demands.count++;
    const at = STATES.indexOf(state);
    // A word that is no response is a mistake, which lint reports; the demand counts all the same.
    if (at >= 0) demands.figures[at] = (demands.figures[at] ?? 0) + 1;
  }
  const edges = rows.flatMap((row, source) =>
    Array.from(inOrder(row), ([target, { count, figures }]) => {
      const divisor =
        normalization === 'activity' ? sent[source] : normalization === 'prominence' ? received[target] : 1;
      return { source, target, weight: count / (divisor ?? 1), figures };
    }),
  );
  return { actors, edges };
}

/** What one actor demands of another, and how many of the demands are in each state. */
interface Demands {
  count: number;
  readonly figures: number[];
}
