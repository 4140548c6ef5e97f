import { expect, test } from 'vitest';
import { DiagnosticRefreshRequest } from 'vscode-languageserver/node';
import { WORKSPACE_CHANGED } from '../../server/src/lsp/requests/index.ts';
import { FULL_CAPABILITIES, TestClient } from '../kit/client.ts';

const URI = 'file:///w/main.demarche';

/** Counts what is told, and waits for the next that is. */
function listening(client: TestClient) {
  let told = 0;
  let wake = () => {};
  client.connection.onNotification(WORKSPACE_CHANGED, () => {
    told++;
    wake();
  });
  return {
    told: () => told,
    next: () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
  };
}

test('a client that asks is told once of a burst of edits, those of plain words too', async () => {
  const client = TestClient.inProcess();
  await client.initialize(FULL_CAPABILITIES, [], { notifications: [WORKSPACE_CHANGED] });
  const changes = listening(client);
  let next = changes.next();
  await client.open(URI, 'Plain words.\n');
  await next;
  expect(changes.told()).toBe(1);
  next = changes.next();
  await client.replace(URI, 'Plain', 'Other');
  await client.replace(URI, 'Other', 'More');
  await next;
  await client.pull(URI);
  expect(changes.told()).toBe(2);
});

test('a client that does not ask is told nothing', async () => {
  const client = TestClient.inProcess();
  await client.initialize();
  const changes = listening(client);
  await client.open(URI, 'Plain words.\n');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(changes.told()).toBe(0);
});

test('an edit of the codebook has the client look again at the texts', async () => {
  const client = TestClient.inProcess();
  let refreshed = 0;
  client.connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshed++;
  });
  await client.initialize(FULL_CAPABILITIES);
  const codebook = 'file:///w/demarche.yaml';
  await client.open(codebook, 'actors: { norland: { name: Norland } }\n', 'yaml');
  await client.open(URI, '{@nord: x}');
  await client.pull(URI);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const before = refreshed;
  await client.replace(codebook, 'norland', 'nord');
  await expect.poll(() => refreshed).toBeGreaterThan(before);
  expect((await client.pull(URI)).filter(({ code }) => code === 'undefined-actor')).toEqual([]);
});
