import { expect, test } from 'vitest';
import { argumentOf } from './kit.ts';

const TEXT = `---
title: The dam
author: Ida Brandt
---

{claim #thesis topic=river: The river is one}.

# Upstream

{claim #dry by=@sudmark supports=#thesis topic=dam position=oppose: Wells run dry}.
{demand #stop by=@sudmark to=@norland topic=dam position=oppose: Stop filling}.
{claim #no by=@norland answers=#stop response=reject topic=dam position=support: No}.
{claim #also by=@lind rephrases=#no rebuts=#dry: Not so, says {@lind: Lind}}.
`;

function summary(graph: ReturnType<typeof argumentOf>) {
  return graph.groups.map(({ heading, nodes, edges }) => ({
    heading,
    nodes: nodes.map(({ subject }) => subject.id),
    edges: edges.map(({ type, source, target, response }) => [source.id, type, target.id, response]),
    stubs: nodes.flatMap(({ subject, stubs }) =>
      stubs.map(({ type, isIncoming, what, key }) => [
        subject.id,
        isIncoming ? 'from' : 'to',
        type,
        what,
        key,
      ]),
    ),
  }));
}

test('statements stand under their headings; what crosses these is a stub at both ends', () => {
  expect(summary(argumentOf(TEXT))).toEqual([
    {
      heading: '',
      nodes: ['thesis'],
      edges: [],
      stubs: [['thesis', 'from', 'supports', '#dry', 'main/dry']],
    },
    {
      heading: 'Upstream',
      nodes: ['dry', 'stop', 'no', 'also'],
      edges: [
        ['no', 'answers', 'stop', 'reject'],
        ['also', 'rebuts', 'dry', null],
        ['also', 'rephrases', 'no', null],
      ],
      stubs: [['dry', 'to', 'supports', '#thesis', 'main/thesis']],
    },
  ]);
});

test('relations to and from documents outside the scope are stubs with the document’s title', () => {
  const others = {
    'other.demarche': '---\ntitle: Another\n---\n\n{claim #far by=@norland rebuts=#main/thesis: far}',
  };
  const [group] = argumentOf(`${TEXT}\n{claim #near supports=#other/far: near}`, {}, { others }).groups;
  expect(group?.nodes[0]?.stubs).toContainEqual({
    type: 'rebuts',
    isIncoming: true,
    key: null,
    who: 'Norland',
    what: '#far',
    document: 'Another',
    response: null,
  });
});

test('a relation that is written twice is one; one to itself or to nothing is none', () => {
  const [group] = argumentOf('{claim #a: a} {claim #b supports=#a,#a,#main/a,#b,#gone: b}').groups;
  expect(group?.edges).toHaveLength(1);
  expect(group?.nodes.flatMap(({ stubs }) => stubs)).toEqual([]);
});

test('a filter by actor takes statements by it and to it, and leaves the rest as stubs', () => {
  const graph = argumentOf(TEXT, { actors: ['norland'] });
  expect(summary(graph)).toEqual([
    {
      heading: 'Upstream',
      nodes: ['stop', 'no'],
      edges: [['no', 'answers', 'stop', 'reject']],
      stubs: [['no', 'from', 'rephrases', '#also', null]],
    },
  ]);
});

test('a filter by topic takes what belongs to it; one by kind takes that kind', () => {
  const ids = (filter: Parameters<typeof argumentOf>[1]) =>
    argumentOf(TEXT, filter).groups.flatMap(({ nodes }) => nodes.map(({ subject }) => subject.id));
  expect(ids({ topics: ['river'] })).toEqual(['thesis', 'dry', 'stop', 'no']);
  expect(ids({ topics: ['dam'] })).toEqual(['dry', 'stop', 'no']);
  expect(ids({ kinds: ['demand'] })).toEqual(['stop']);
  expect(ids({ topics: ['nothing'] })).toEqual([]);
});

test('statements without a heading or an id have keys that an edit elsewhere leaves alone', () => {
  const keys = (text: string) =>
    argumentOf(text).groups.flatMap(({ nodes }) => nodes.map(({ subject }) => subject.key));
  const [key] = keys('{claim: words}');
  expect(keys('More.\n\n{claim #new: x}\n\n{claim: words}')).toContain(key);
});

test('a statement of a kind that nobody knows is not drawn', () => {
  expect(argumentOf('{clam #a by=@norland: x} {claim #b supports=#a: y}').groups[0]?.nodes).toHaveLength(1);
});
