/** GraphML, for Gephi, igraph, networkx, visone and others. Each `key` has its name and its type. */

import { xmlValue } from '../formats/xml.ts';
import { endsOf, type Network, nodesOf } from './network.ts';
import { nodeIds } from './nodeIds.ts';

export function* writeGraphml(network: Network): Generator<string> {
  const { type, isDirected, edges, figures, window } = network;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  for (const [name, valueType] of GRAPH_KEYS) yield key('graph', name, valueType);
  for (const [name, valueType] of NODE_KEYS) yield key('node', name, valueType);
  yield key('edge', 'weight', 'double');
  for (const figure of figures) yield key('edge', figure, 'int');
  yield `  <graph id="${type}" edgedefault="${isDirected ? 'directed' : 'undirected'}">\n`;
  yield data('graph', 'network', type, 4);
  if (window !== null) yield data('graph', 'from', window.from, 4) + data('graph', 'until', window.until, 4);
  const ids = nodeIds(network).map(xmlValue);
  for (const [index, node] of nodesOf(network).entries()) {
    const mode = index < network.rows.length ? 'row' : 'column';
    yield `    <node id="${ids[index]}">\n${data('node', 'label', node.name)}${data('node', 'kind', node.kind)}`;
    yield `${data('node', 'mode', mode)}${data('node', 'statements', String(node.statements))}    </node>\n`;
  }
  for (const [index, edge] of edges.entries()) {
    const [source, target] = endsOf(network, edge);
    yield `    <edge id="e${index}" source="${ids[source]}" target="${ids[target]}">\n`;
    yield data('edge', 'weight', String(edge.weight));
    for (const [at, figure] of figures.entries()) yield data('edge', figure, String(edge.figures[at]));
    yield '    </edge>\n';
  }
  yield '  </graph>\n</graphml>\n';
}

const GRAPH_KEYS = [
  ['network', 'string'],
  ['from', 'string'],
  ['until', 'string'],
] as const;

const NODE_KEYS = [
  ['label', 'string'],
  ['kind', 'string'],
  ['mode', 'string'],
  ['statements', 'int'],
] as const;

function key(owner: string, name: string, type: string): string {
  return `  <key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>\n`;
}

function data(owner: string, name: string, value: string, indent = 6): string {
  return `${' '.repeat(indent)}<data key="${owner}-${name}">${xmlValue(value)}</data>\n`;
}
