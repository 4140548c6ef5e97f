/** The connected parts of a graph. */

export interface Component {
  /** Indexes of its nodes, in order. */
  readonly nodes: readonly number[];
  /** Indexes of its links, in order. */
  readonly links: readonly number[];
}

/** The parts in the order of their first nodes. Nearly linear. @param links pairs of indexes of nodes */
export function componentsOf(count: number, links: readonly (readonly [number, number])[]): Component[] {
  const leader = Array.from({ length: count }, (_, index) => index);
  const find = (node: number): number => {
    let root = node;
    while (leader[root] !== root) root = leader[root] as number;
    for (let each = node; each !== root; ) {
      const next = leader[each] as number;
      leader[each] = root;
      each = next;
    }
    return root;
  };
  for (const [a, b] of links) {
    const [rootA, rootB] = [find(a), find(b)];
    leader[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
  const components = new Map<number, { nodes: number[]; links: number[] }>();
  for (let node = 0; node < count; node++) {
    const root = find(node);
    const known = components.get(root);
    if (known) known.nodes.push(node);
    else components.set(root, { nodes: [node], links: [] });
  }
  links.forEach(([source], index) => components.get(find(source))?.links.push(index));
  return [...components.values()];
}
