import { expect, test } from 'vitest';
import {
  ACTOR_HOVER,
  ACTOR_PLACES,
  ACTOR_STATEMENTS,
  ACTORS,
  type ActorPlacesResult,
  type ActorStatementsResult,
  type ActorsResult,
  DEMAND_GROUPS,
  DEMANDS,
  type DemandGroupsResult,
  type DemandsResult,
  TAG_ACTOR_MENTIONS,
  type TagActorMentionsResult,
} from '../../server/src/lsp/requests/index.ts';
import { TestClient } from '../kit/client.ts';

const URI = 'file:///w/main.demarche';
const TEXT = `---
actors: { norland: { name: Norland, kind: state, aka: [Arnby] } }
---

{@norland: Arnby} said: {demand #open by=@norland to=@sudmark: open the gates}.\r
Arnby waits. {claim by=@sudmark answers=#open response=reject: No 🦭}.
`;

async function opened(): Promise<{
  client: TestClient;
  ask: <T>(name: string, params: object) => Promise<T>;
}> {
  const client = TestClient.inProcess();
  await client.initialize();
  await client.open(URI, TEXT);
  return { client, ask: (name, params) => client.connection.sendRequest(name, params) };
}

const scope = { uri: URI };

test('actors, what is below them, and where that is', async () => {
  const { client, ask } = await opened();
  const result = await ask<ActorsResult>(ACTORS, { scope });
  expect(result.hasCodebook).toBe(false);
  expect(result.actors.map(({ name, demands, received }) => [name, demands, received])).toEqual([
    ['@sudmark', 0, 1],
    ['Norland', 1, 0],
  ]);
  const actor = result.actors[1]?.key;
  const rows = await ask<ActorStatementsResult>(ACTOR_STATEMENTS, {
    scope,
    actor,
    part: 'demands',
    limit: 9,
  });
  expect(rows.map(({ place }) => place.words)).toEqual([client.rangeOf(URI, 'open the gates')]);
  expect(rows[0]?.place.uri).toBe(URI);
});

test('the same of the whole workspace, without any order of asking', async () => {
  const { ask } = await opened();
  const { actors } = await ask<ActorsResult>(ACTORS, { scope: { uri: null } });
  expect(actors.map(({ name }) => name)).toEqual(['@sudmark', 'Norland']);
});

test('who an actor is, where it is defined and named, and its untagged mentions', async () => {
  const { client, ask } = await opened();
  const { actors } = await ask<ActorsResult>(ACTORS, { scope });
  const actor = actors[1]?.key;
  expect(await ask<string>(ACTOR_HOVER, { scope, actor })).toContain('**Norland**');
  const places = await ask<ActorPlacesResult>(ACTOR_PLACES, { scope, actor });
  expect(places.definition?.range).toEqual(client.rangeOf(URI, 'norland'));
  expect(places.use).not.toBeNull();
  const edits = await ask<TagActorMentionsResult>(TAG_ACTOR_MENTIONS, { textDocument: { uri: URI }, actor });
  expect(edits?.map(({ newText }) => newText)).toEqual(['{@norland: ', '}']);
  expect(edits?.[0]?.range.start).toEqual(client.rangeOf(URI, 'Arnby waits').start);
});

test('demands by what became of them, with their replies', async () => {
  const { client, ask } = await opened();
  const params = { scope, by: 'state', actor: null };
  const { groups } = await ask<DemandGroupsResult>(DEMAND_GROUPS, params);
  expect(groups.map(({ key, count }) => [key, count])).toEqual([['reject', 1]]);
  const [row] = await ask<DemandsResult>(DEMANDS, { ...params, group: 'reject', limit: 9 });
  expect(row?.replies.map(({ words, place }) => [words, place.words])).toEqual([
    ['No 🦭', client.rangeOf(URI, 'No 🦭')],
  ]);
});

test('a document that is not known, an actor that is gone, and numbers that are none', async () => {
  const { ask } = await opened();
  const unknown = { uri: 'file:///w/nowhere.demarche' };
  expect(await ask(ACTORS, { scope: unknown })).toBeNull();
  expect(await ask(DEMAND_GROUPS, { scope: unknown, by: 'state', actor: null })).toBeNull();
  expect(await ask(ACTOR_HOVER, { scope, actor: '|nobody' })).toBeNull();
  expect(await ask(ACTOR_PLACES, { scope, actor: '|nobody' })).toEqual({ definition: null, use: null });
  expect(await ask(TAG_ACTOR_MENTIONS, { textDocument: scope, actor: '|nobody' })).toBeNull();
  const rows = { scope, actor: '|nobody', part: 'claims' };
  expect(await ask(ACTOR_STATEMENTS, { ...rows, limit: 3 })).toEqual([]);
  await expect(ask(ACTOR_STATEMENTS, { ...rows, limit: -1 })).rejects.toThrow('limit');
});
