/** Ids of nodes in files where actors and topics stand side by side. */
import { type Network, nodesOf } from './network.ts';

/**
 * An id for each node, all different, and the same in each file that has the node: the codebook's, `topic:` before a
 * topic's. Other signs than letters, digits, `_`, `-`, `.` and `:` become `_`, since the ids of XML hold no others.
 */
export function nodeIds(network: Network): string[] {
  const taken = new Set<string>();
  return nodesOf(network).map(({ id, kind }) => {
    const plain = `${kind === 'topic' ? 'topic:' : ''}${id}`.replace(/[^\p{L}\p{M}\p{Nd}_.:-]/gu, '_');
    let unique = plain;
    for (let number = 2; taken.has(unique); number++) unique = `${plain}-${number}`;
    taken.add(unique);
    return unique;
  });
}
