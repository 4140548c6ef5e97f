/** How often each actor stands for and against each topic: the array that all networks are made from. */
import type { ActiveNode, NetworkNode } from './network.ts';
import type { Tie } from './ties.ts';

/**
 * A cell x_ij of the array x_ijk (Discourse Network Analyzer, manual, chapter on algorithms): how often the actor i
 * speaks of the topic j, by position k. What has no position is in no congruence and no conflict.
 */
export interface Cell {
  support: number;
  oppose: number;
  neither: number;
}

export function sumOf({ support, oppose, neither }: Cell): number {
  return support + oppose + neither;
}

/** Cells by row; those that are not there are zero. */
export interface Counts {
  readonly rows: readonly ActiveNode[];
  readonly columns: readonly ActiveNode[];
  /** For each row, in order: the cells by column, in the order of the columns. */
  readonly cells: readonly ReadonlyMap<number, Cell>[];
}

/**
 * @param keepsIsolates whether nodes stay of which no tie is counted
 */
export function countsOf(
  ties: readonly Tie[],
  nodes: {
    readonly sources: ReadonlyMap<string, NetworkNode>;
    readonly targets: ReadonlyMap<string, NetworkNode>;
  },
  keepsIsolates: boolean,
): Counts {
  const rows = activeNodes(nodes.sources, ties, 'source', keepsIsolates);
  const columns = activeNodes(nodes.targets, ties, 'target', keepsIsolates);
  const rowOf = indexOf(rows);
  const columnOf = indexOf(columns);
  const cells = rows.map(() => new Map<number, Cell>());
  for (const { source, target, position } of ties) {
    const row = cells[rowOf.get(source) as number] as Map<number, Cell>;
    const column = columnOf.get(target) as number;
    let cell = row.get(column);
    if (cell === undefined) {
      cell = { support: 0, oppose: 0, neither: 0 };
      row.set(column, cell);
    }
    cell[position === 'support' || position === 'oppose' ? position : 'neither']++;
  }
  return { rows, columns, cells: cells.map(inOrder) };
}

/** Nodes in the order of their ids, with how many statements they have. */
export function activeNodes(
  nodes: ReadonlyMap<string, NetworkNode>,
  ties: readonly Tie[],
  end: 'source' | 'target' | 'either',
  keepsIsolates: boolean,
): ActiveNode[] {
  const statements = new Map<string, Set<unknown>>();
  const count = (id: string, statement: unknown) => {
    const known = statements.get(id);
    if (known) known.add(statement);
    else statements.set(id, new Set([statement]));
  };
  for (const { source, target, statement } of ties) {
    if (end !== 'target') count(source, statement);
    if (end !== 'source') count(target, statement);
  }
  return [...nodes.values()]
    .filter(({ id }) => keepsIsolates || statements.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((node) => ({ ...node, statements: statements.get(node.id)?.size ?? 0 }));
}

export function indexOf(nodes: readonly ActiveNode[]): Map<string, number> {
  return new Map(nodes.map(({ id }, index) => [id, index]));
}

/** By number of the column. */
export function inOrder<T>(cells: ReadonlyMap<number, T>): Map<number, T> {
  return new Map([...cells].sort(([a], [b]) => a - b));
}
