import { expect, test } from 'vitest';
import { MOST_AFFINITIES } from '../../server/src/pictures/networkGraph.ts';
import { placeActors } from '../../server/src/pictures/networkLayout.ts';
import { openWorkspace } from '../kit/workspace.ts';
import { generatedText, networkOf, picture, scopeOf } from './kit.ts';

const TEXT = `---
author: Ida Brandt
---

{demand #stop by=@sudmark to=@norland,@league topic=dam position=oppose: Stop}.
{demand #pay by=@sudmark to=@norland topic=river position=support: Pay}.
{claim by=@norland answers=#stop response=reject topic=dam position=support: No}.
{claim by=@league answers=#stop response=negotiate topic=dam position=oppose: Let us talk}.
{claim by=@lind topic=dam position=support: Good}.
{claim topic=dam: The author takes no side}.
`;

test('demands are tied from sender to addressee, with what became of each', () => {
  const { demands } = networkOf(TEXT);
  const none = { open: 0, met: 0, talks: 0, refused: 0, withdrawn: 0 };
  expect(
    demands.map(({ source, target, outcomes, subjects }) => [source, target, outcomes, subjects.length]),
  ).toEqual([
    ['sudmark', 'norland', { ...none, open: 1, refused: 1 }, 2],
    ['sudmark', 'league', { ...none, talks: 1 }, 1],
  ]);
});

test('congruence is the topics with the same position, conflict those with opposite ones', () => {
  const { affinities } = networkOf(TEXT);
  expect(
    affinities.map(({ type, source, target, topics }) => [type, source, target, topics.map(({ id }) => id)]),
  ).toEqual([
    ['agree', 'league', 'sudmark', ['dam']],
    ['agree', 'lind', 'norland', ['dam']],
    ['conflict', 'norland', 'sudmark', ['dam']],
    ['conflict', 'lind', 'sudmark', ['dam']],
    ['conflict', 'league', 'norland', ['dam']],
    ['conflict', 'league', 'lind', ['dam']],
  ]);
});

test('an actor on both sides of a topic agrees and conflicts', () => {
  const both = `{claim by=@lind topic=dam position=support: a}{claim by=@lind topic=dam position=oppose: b}`;
  const { affinities } = networkOf(`${both}{claim by=@league topic=dam position=oppose: c}`);
  expect(affinities.map(({ type, subjects }) => [type, subjects.length])).toEqual([
    ['agree', 2],
    ['conflict', 2],
  ]);
});

test('authors whom no codebook knows are one actor a name, not one for all documents', () => {
  const ids = (author: string) =>
    scopeOf(`---\nauthor: ${author}\n---\n\n{claim: x}`).subjects.flatMap(({ by }) => by.map(({ id }) => id));
  expect(ids('Ida Brandt')).toEqual(['author/Ida Brandt']);
  expect(ids('lind')).toEqual(['lind']);
});

test('many actors with many positions: the strongest ties are drawn, the others counted', () => {
  const { affinities, omitted } = networkOf(generatedText(500, 60));
  expect(affinities).toHaveLength(MOST_AFFINITIES);
  expect(omitted.affinities).toBeGreaterThan(0);
  const weakest = Math.min(...affinities.map(({ topics }) => topics.length));
  expect(weakest).toBeGreaterThan(1);
  const { workspace, document } = openWorkspace(generatedText(500, 60));
  expect(picture(workspace, [document], 'network').drawing.note).toContain(`${omitted.affinities} more`);
});

test('actors stand apart, and one more leaves the others about where they were', () => {
  const bodies = Array.from({ length: 24 }, (_, index) => ({ id: `actor-${index}`, radius: 40 }));
  const pulls = bodies
    .slice(1)
    .map(({ id }, index) => ({ source: id, target: `actor-${index >> 1}`, weight: 1 }));
  const before = placeActors(bodies, pulls);
  expect(placeActors(bodies, pulls)).toEqual(before);
  const width = Math.max(...before.map(({ x }) => x)) - Math.min(...before.map(({ x }) => x));
  before.forEach((a, index) => {
    for (const b of before.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(70);
  });
  const added = { id: 'newcomer', radius: 40 };
  const after = placeActors(
    [...bodies, added],
    [...pulls, { source: 'newcomer', target: 'actor-3', weight: 1 }],
  );
  const moved = before.map(({ x, y }, index) =>
    Math.hypot(x - (after[index]?.x ?? 0), y - (after[index]?.y ?? 0)),
  );
  moved.sort((a, b) => a - b);
  expect(moved[moved.length >> 1]).toBeLessThan(width / 4);
});
