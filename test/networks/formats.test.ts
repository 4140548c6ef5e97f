/** Files of networks, read by readers that others wrote; test/networks/foreign reads them with networkx and igraph. */
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { expect, test } from 'vitest';
import { writeDl } from '../../server/src/networks/dl.ts';
import { writeGexf } from '../../server/src/networks/gexf.ts';
import { writeGraphml } from '../../server/src/networks/graphml.ts';
import { labelsFor } from '../../server/src/networks/matrix.ts';
import type { ActiveNode, Network } from '../../server/src/networks/network.ts';
import { ask, claims, networkOf } from './kit.ts';

const TEXT = { a: claims(`ardia + dam\nardia - toll\nbelmar + dam\nbelmar + toll\ncorvo . fish`) };

/** A network of one mode whose first actor has a name and an id as bad as can be. */
function named(name: string, id = 'x'): Network {
  const network = networkOf(TEXT, { type: 'subtract', isolates: true });
  const rows = network.rows.map((node, index) => (index === 0 ? { ...node, id, name } : node));
  return {
    ...network,
    rows,
    columns: rows,
    edges: [{ source: 0, target: 1, weight: -0.5, figures: [1, 2] }],
  };
}

const READERS = {
  gexf: (network: Network) => gexf.parse(Graph, [...writeGexf(network)].join('')),
  graphml: (network: Network) => graphml.parse(Graph, [...writeGraphml(network)].join('')),
};

test.each(['gexf', 'graphml'] as const)('%s: graphology reads nodes, edges, weights and counts', (name) => {
  const affiliation = READERS[name](networkOf(TEXT));
  expect(affiliation.nodes()).toEqual(['ardia', 'belmar', 'corvo', 'topic:dam', 'topic:fish', 'topic:toll']);
  expect(affiliation.getNodeAttributes('topic:dam')).toMatchObject({
    label: 'The high dam',
    kind: 'topic',
    mode: 'column',
    statements: 2,
  });
  expect(affiliation.getEdgeAttributes('ardia', 'topic:toll')).toMatchObject({
    weight: 1,
    support: 0,
    oppose: 1,
    neither: 0,
  });
  const text = { a: '---\ntitle: T\n---\n\n{demand by=@ardia to=@belmar: words}\n' };
  const demands = READERS[name](networkOf(text, { type: 'demands' }));
  expect([demands.directedSize, demands.undirectedSize]).toEqual([1, 0]);
  expect(demands.getEdgeAttributes('ardia', 'belmar')).toMatchObject({ weight: 1, open: 1, reject: 0 });
});

test.each(['gexf', 'graphml'] as const)('%s: any name comes back; negative weights stay', (name) => {
  for (const label of ['a & b < c > "d" \'e\'', ']]> <!-- x -->', '沈 🚢 اتحاد', '{claim: x}']) {
    const graph = READERS[name](named(label));
    expect(graph.getNodeAttribute('x', 'label')).toBe(label);
    expect(graph.getEdgeAttributes('x', 'belmar')).toMatchObject({
      weight: -0.5,
      congruence: 1,
      conflict: 2,
    });
    expect(graph.order).toBe(3);
  }
});

test('what XML can’t hold becomes U+FFFD; ids are made of what XML’s ids may have, all different', () => {
  const graph = READERS.graphml(named('a\u0001b\uD800c', 'Ada Brook <x>'));
  expect(graph.nodes()).toEqual(['Ada_Brook__x_', 'belmar', 'corvo']);
  expect(graph.getNodeAttribute('Ada_Brook__x_', 'label')).toBe('a\uFFFDb\uFFFDc');
  const twins = named('Belmar', 'bel mar');
  const rows = twins.rows.map((node, index) => (index === 1 ? { ...node, id: 'bel,mar' } : node));
  expect(
    READERS.gexf({ ...twins, rows, columns: rows })
      .nodes()
      .slice(0, 2),
  ).toEqual(['bel_mar', 'bel_mar-2']);
});

test('GraphML declares each key with its name and type', () => {
  const written = [...writeGraphml(networkOf(TEXT))].join('');
  const declared = [...written.matchAll(/<key id="([^"]+)" for="\w+" attr\.name="\w+" attr\.type="\w+"\/>/g)];
  const used = new Set(Array.from(written.matchAll(/<data key="([^"]+)"/g), ([, key]) => key));
  expect(declared.map(([, key]) => key)).toEqual(expect.arrayContaining([...used]));
  expect(written.match(/<key /g)).toHaveLength(declared.length);
});

test('a window is told of in the file', () => {
  const text = { a: claims('ardia + dam 2021-05') };
  const [network] = ask(text, { window: { size: 1, unit: 'years', step: 1 } }).networks;
  if (network === undefined) throw new Error('no network');
  expect(READERS.graphml(network).getAttributes()).toMatchObject({
    from: '2021-01-01T00:00',
    until: '2021-12-31T23:59',
  });
  expect([...writeGexf(network)].join('')).toContain('affiliation, 2021-01-01T00:00 to 2021-12-31T23:59');
});

test('DL of two modes has rows and columns, of one mode a full matrix', () => {
  expect([...writeDl(networkOf(TEXT))].join('')).toBe(`dl nr = 3, nc = 3, format = fullmatrix
row labels:
"Ardia"
"Belmar"
"Corvo Union"
column labels:
"The high dam"
"Fishing rights"
"The bridge toll"
data:
1 0 1
1 0 1
0 1 0
`);
  expect(
    [...writeDl(networkOf(TEXT, { type: 'congruence', normalization: 'average' }))].join(''),
  ).toBe(`dl n = 2, format = fullmatrix
labels:
"Ardia"
"Belmar"
data:
0 0.5
0.5 0
`);
});

test('DL: a quote and a line end leave the label whole; small numbers have no exponent', () => {
  const network = named('The "high"\n house');
  const small = { ...network, edges: [{ source: 0, target: 1, weight: 2.5e-7, figures: [] }] };
  const written = [...writeDl(small)].join('');
  expect(written).toContain('\n"The \'high\' house"\n');
  expect(written).toContain('\n0 0.00000025 0\n0.00000025 0 0\n');
});

test('labels are all different', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id): ActiveNode => ({ id, name: 'Twin', kind: '', statements: 1 }));
  const others = [{ id: 'e', name: 'Twin (a)', kind: '', statements: 1 }, ...nodes];
  const labels = labelsFor(others, (name) => name);
  expect(new Set(labels).size).toBe(5);
  expect(labels.slice(2)).toEqual(['Twin (b)', 'Twin (c)', 'Twin (d)']);
});
