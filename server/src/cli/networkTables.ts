/** Networks as tables of edges: all of them for programs, the strongest for people. */
import type { Cell } from '../formats/cells.ts';
import { countIsolates, isTwoMode, type Network, type NetworkEdge } from '../networks/network.ts';
import type { Paint } from './colours.ts';
import type { Sink } from './output.ts';
import { type Table, writeTable } from './tables.ts';

/**
 * All edges. The first columns are those that Gephi, igraph and pandas expect of a list of edges; a window’s first and
 * last day come last.
 *
 * @returns how many nodes have no edge, and so are not in the table, beside it
 */
export function edgeTable(networks: Iterable<Network>): { readonly table: Table; readonly isolates: number } {
  const rows: Cell[][] = [];
  let names: string[] = ['source', 'target', 'weight', 'source_name', 'target_name'];
  let isolates = 0;
  let isFirst = true;
  for (const network of networks) {
    const { window, figures } = network;
    if (isFirst) names = [...names, ...figures, ...(window === null ? [] : ['from', 'until'])];
    isFirst = false;
    isolates += countIsolates(network);
    const period = window === null ? [] : [window.from.slice(0, 10), window.until.slice(0, 10)];
    for (const edge of network.edges) {
      const [source, target] = [network.rows[edge.source], network.columns[edge.target]];
      const ends = [source?.id ?? '', target?.id ?? '', edge.weight, source?.name ?? '', target?.name ?? ''];
      rows.push([...ends, ...edge.figures, ...period]);
    }
  }
  return { table: { columns: names.map((name) => ({ name })), rows }, isolates };
}

/** The strongest edges of each network, and a line that sums it up. */
export async function writeStrongest(
  networks: Iterable<Network>,
  top: number,
  sink: Sink,
  paint: Paint,
): Promise<void> {
  let isFirst = true;
  for (const network of networks) {
    if (!isFirst) await sink.write('\n');
    isFirst = false;
    const { window } = network;
    if (window !== null)
      await sink.write(`${paint(['bold'], `${window.from.slice(0, 10)} to ${window.until.slice(0, 10)}`)}\n`);
    const shown = strongest(network.edges, top);
    if (shown.length > 0) await writeTable(tableOf(network, shown), 'table', sink, paint);
    await sink.write(`${paint(['dim'], summaryOf(network, shown.length))}\n`);
  }
}

function strongest(edges: readonly NetworkEdge[], top: number): NetworkEdge[] {
  return [...edges].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, top);
}

/** Counts that are zero in all rows have no column. */
function tableOf(network: Network, edges: readonly NetworkEdge[]): Table {
  const { rows, columns, isDirected, figures } = network;
  const [first, second] = isTwoMode(network)
    ? ['actor', 'topic']
    : isDirected
      ? ['claimant', 'addressee']
      : ['actor', 'with'];
  const used = figures.map((_, at) => at).filter((at) => edges.some((edge) => edge.figures[at] !== 0));
  const names = [first, second, 'weight', ...used.map((at) => figures[at])].map((name) => name ?? '');
  return {
    columns: names.map((name) => ({ name })),
    rows: edges.map((edge) => [
      rows[edge.source]?.name ?? '',
      columns[edge.target]?.name ?? '',
      edge.weight,
      ...used.map((at) => edge.figures[at] ?? 0),
    ]),
  };
}

function summaryOf(network: Network, shown: number): string {
  const { rows, columns, edges } = network;
  const nodes = [`${rows.length} ${rows.length === 1 ? 'actor' : 'actors'}`];
  if (isTwoMode(network)) nodes.push(`${columns.length} ${columns.length === 1 ? 'topic' : 'topics'}`);
  const ties = `${edges.length} ${edges.length === 1 ? 'tie' : 'ties'}`;
  const most = shown < edges.length ? `, of which these ${shown} are the strongest` : '';
  return `${nodes.join(', ')}, ${ties}${most}`;
}
