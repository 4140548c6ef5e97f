/** A network as a matrix, where a node has nothing but a label. */
import type { ActiveNode, Network } from './network.ts';

/**
 * A label for each node, all different: its name, with the id after it where several have the name.
 *
 * @param write as the format can hold it
 */
export function labelsFor(nodes: readonly ActiveNode[], write: (name: string) => string): string[] {
  const counts = new Map<string, number>();
  for (const { name } of nodes) counts.set(write(name), (counts.get(write(name)) ?? 0) + 1);
  const taken = new Set<string>();
  return nodes.map(({ id, name }) => {
    const plain = write(name);
    let label = counts.get(plain) === 1 && !taken.has(plain) ? plain : write(`${name} (${id})`);
    for (let number = 2; taken.has(label); number++) label = write(`${name} (${id}) ${number}`);
    taken.add(label);
    return label;
  });
}

/** The rows of a network's matrix, one after the other: zero where there is no edge. */
export function* matrixRows({ rows, columns, edges, isDirected }: Network): Generator<number[]> {
  const cells = rows.map((): [column: number, weight: number][] => []);
  const isSquare = rows === columns;
  for (const { source, target, weight } of edges) {
    cells[source]?.push([target, weight]);
    if (isSquare && !isDirected && source !== target) cells[target]?.push([source, weight]);
  }
  for (const row of cells) {
    const values = new Array<number>(columns.length).fill(0);
    for (const [column, weight] of row) values[column] = weight;
    yield values;
  }
}
