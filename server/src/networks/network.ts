/** What a network is, and what can be asked for. The terms are those of the Discourse Network Analyzer. */

/** The types of network; what each is, README.md beside this file says in words. */
export const NETWORK_TYPES = ['affiliation', 'congruence', 'conflict', 'subtract', 'demands'] as const;
export type NetworkType = (typeof NETWORK_TYPES)[number];

export const NORMALIZATIONS = ['no', 'activity', 'prominence', 'average', 'jaccard', 'cosine'] as const;
export type Normalization = (typeof NORMALIZATIONS)[number];

/** What becomes of positions where actors are tied to topics. */
export const QUALIFIERS = ['ignore', 'subtract', 'combine'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Who the nodes are: actors as they were coded, people alone, or organizations with their people. */
export const ACTOR_CHOICES = ['all', 'people', 'organizations'] as const;
export type ActorChoice = (typeof ACTOR_CHOICES)[number];

/** Within what the same statement counts once. */
export const UNIQUE_WITHIN = ['document', 'week', 'month', 'year', 'range'] as const;
export type UniqueWithin = (typeof UNIQUE_WITHIN)[number];

export interface NetworkNode {
  /** As the codebook has it; the name of an author whom no codebook knows. */
  readonly id: string;
  readonly name: string;
  /** The actor's kind; `topic` for a topic; empty where nobody says. */
  readonly kind: string;
}

/** A node in one network. */
export interface ActiveNode extends NetworkNode {
  /** How many statements were counted for it. */
  readonly statements: number;
}

export interface NetworkEdge {
  /** Index among the rows. */
  readonly source: number;
  /** Index among the columns. */
  readonly target: number;
  readonly weight: number;
  /** Counts beside the weight, in the order of the network's `figures`. */
  readonly figures: readonly number[];
}

/** A stretch of time: its first and last minute, as `YYYY-MM-DDTHH:MM`. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** One network. Nodes stand in the order of their ids, edges in that of their nodes. */
export interface Network {
  readonly type: NetworkType;
  readonly isDirected: boolean;
  /** Where a network has one mode, its columns are its rows. */
  readonly rows: readonly ActiveNode[];
  readonly columns: readonly ActiveNode[];
  /** None has the weight 0. Undirected ones are there once, the smaller index as the source. */
  readonly edges: readonly NetworkEdge[];
  /** What the counts beside the weights are. */
  readonly figures: readonly string[];
  /** The window that it is of; null where no windows were asked for. */
  readonly window: Period | null;
}

export function isTwoMode(network: Network): boolean {
  return network.rows !== network.columns;
}

/** All nodes, each once. */
export function nodesOf(network: Network): readonly ActiveNode[] {
  return isTwoMode(network) ? [...network.rows, ...network.columns] : network.rows;
}

/** Index among all nodes of an edge's ends. */
export function endsOf(network: Network, { source, target }: NetworkEdge): [number, number] {
  return [source, isTwoMode(network) ? network.rows.length + target : target];
}

/** How many nodes have no edge. */
export function countIsolates(network: Network): number {
  const tied = new Set(network.edges.flatMap((edge) => endsOf(network, edge)));
  return nodesOf(network).length - tied.size;
}

/** The normalizations that make sense of a type. */
export function normalizationsFor(type: NetworkType): readonly Normalization[] {
  return type === 'affiliation' || type === 'demands'
    ? ['no', 'activity', 'prominence']
    : ['no', 'average', 'jaccard', 'cosine'];
}
