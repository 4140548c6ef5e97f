import { expect, test } from 'vitest';
import { EVERY_STATEMENT, type StatementFilter } from '../../server/src/analysis/statementFilter.ts';
import { countBy, type Grouping } from '../../server/src/analysis/statistics.ts';
import { openWorkspace } from '../kit/workspace.ts';

const ONE = `---
author: lind
date: 2024-05-01
---

{@norland: Arnby} {demand #open by=@norland to=@sudmark,@league topic=dam position=support strength=appeal: asks {claim #low type=fact: for the gates}}.
{claim #no by=@sudmark topic=dam,river position=oppose date=2024-06: Never}, and more.
`;
const TWO = `---
author: Ada Brook
date: 2023
---

{claim: My view} of {@norland,@sudmark: both}.
`;

function count(grouping: Grouping, filter: Partial<StatementFilter> = {}): string[] {
  const { workspace, document } = openWorkspace(ONE, { others: { 'two.demarche': TWO } });
  const documents = [
    { path: 'one', document },
    { path: 'two', document: workspace.document('/w/two.demarche') as typeof document },
  ];
  return countBy(workspace, documents, grouping, { ...EVERY_STATEMENT, ...filter }).map(
    ({ key, figures }) => `${key}: ${Object.values(figures).join(' ')}`,
  );
}

test('per file: claims, demands, mentions, actors, topics, characters, those in statements, their share', () => {
  // Worked by hand: “Arnby asks for the gates. Never, and more.” has 35 characters without spaces; in statements are
  // “asks for the gates” (15) and “Never” (5). “My view of both.” has 13, “My view” 6.
  expect(count('file')).toEqual([`one: 2 1 1 2 2 35 20 ${20 / 35}`, `two: 1 0 1 1 0 13 6 ${6 / 13}`]);
});

test('per actor: claims, demands, received, mentions, documents; an unknown author by name', () => {
  expect(count('actor')).toEqual([
    'norland: 1 1 0 2 2',
    'sudmark: 1 0 1 1 2',
    'Ada Brook: 1 0 0 0 1',
    'league: 0 0 1 0 1',
  ]);
});

test('per topic: claims, demands, support, oppose, actors, documents; a statement counts for each', () => {
  expect(count('topic')).toEqual(['(none): 2 0 0 0 2 2', 'dam: 1 1 1 1 2 1', 'river: 1 0 0 1 1 1']);
});

test('per kind and per time, with defaults and what is taken over', () => {
  expect(count('kind')).toEqual(['claim: 2 2', 'claim: fact: 1 1', 'demand: appeal: 1 1']);
  expect(count('month')).toEqual(['2023: 1 0 1', '2024-05: 1 1 1', '2024-06: 1 0 1']);
  expect(count('year')).toEqual(['2023: 1 0 1', '2024: 2 1 1']);
});

test('a filter counts only what it lets through', () => {
  expect(count('year', { by: ['norland'] })).toEqual(['2024: 1 1 1']);
  expect(count('topic', { positions: ['oppose'] })).toEqual(['dam: 1 0 0 1 1 1', 'river: 1 0 0 1 1 1']);
});
