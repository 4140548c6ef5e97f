/** GEXF 1.3, for Gephi and graphology. */

import { xmlValue } from '../formats/xml.ts';
import { endsOf, type Network, nodesOf } from './network.ts';
import { nodeIds } from './nodeIds.ts';

export function* writeGexf(network: Network): Generator<string> {
  const { type, isDirected, edges, figures, window } = network;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n';
  const about = window === null ? type : `${type}, ${window.from} to ${window.until}`;
  yield `  <meta>\n    <creator>Demarche</creator>\n    <description>${xmlValue(about)}</description>\n  </meta>\n`;
  yield `  <graph defaultedgetype="${isDirected ? 'directed' : 'undirected'}" mode="static">\n`;
  yield attributes('node', [
    ['kind', 'string'],
    ['mode', 'string'],
    ['statements', 'integer'],
  ]);
  if (figures.length > 0)
    yield attributes(
      'edge',
      figures.map((name) => [name, 'integer']),
    );
  const ids = nodeIds(network).map(xmlValue);
  yield '    <nodes>\n';
  for (const [index, node] of nodesOf(network).entries()) {
    const mode = index < network.rows.length ? 'row' : 'column';
    yield `      <node id="${ids[index]}" label="${xmlValue(node.name)}">\n`;
    yield values([
      ['kind', node.kind],
      ['mode', mode],
      ['statements', node.statements],
    ]);
    yield '      </node>\n';
  }
  yield '    </nodes>\n    <edges>\n';
  for (const [index, edge] of edges.entries()) {
    const [source, target] = endsOf(network, edge);
    yield `      <edge id="${index}" source="${ids[source]}" target="${ids[target]}" weight="${edge.weight}">\n`;
    if (figures.length > 0) yield values(figures.map((name, at) => [name, edge.figures[at] ?? 0]));
    yield '      </edge>\n';
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

function attributes(owner: 'node' | 'edge', all: readonly (readonly [name: string, type: string])[]): string {
  const lines = all.map(([name, type]) => `      <attribute id="${name}" title="${name}" type="${type}"/>\n`);
  return `    <attributes class="${owner}">\n${lines.join('')}    </attributes>\n`;
}

function values(all: readonly (readonly [name: string, value: string | number])[]): string {
  const lines = all.map(
    ([name, value]) => `          <attvalue for="${name}" value="${xmlValue(String(value))}"/>\n`,
  );
  return `        <attvalues>\n${lines.join('')}        </attvalues>\n`;
}
