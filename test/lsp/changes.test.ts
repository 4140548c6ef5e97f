import { expect, test } from 'vitest';
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
