/** Settings of one folder are not those of another. */
import { expect, test } from 'vitest';
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type ConfigurationItem,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  type DocumentSymbol,
  DocumentSymbolRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver/node';
import { FULL_CAPABILITIES, TestClient } from '../kit/client.ts';

const W = 'file:///w/main.demarche';
const INNER = 'file:///w/inner/main.demarche';
const V = 'file:///v/main.demarche';
const TEXT = '{claim #a: {@nobody: x}}. {claim supports=#a: y}.';

const ABLE: ClientCapabilities = {
  ...FULL_CAPABILITIES,
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};

type Answer = (items: ConfigurationItem[]) => unknown;

async function opened(answer: { of: Answer }, folders: readonly string[]): Promise<TestClient> {
  const client = TestClient.inProcess();
  client.connection.onRequest(ConfigurationRequest.type, ({ items }) => answer.of(items) as never);
  await client.initialize(ABLE, folders);
  for (const uri of [W, INNER, V]) await client.open(uri, TEXT);
  return client;
}

const severity = async (client: TestClient, uri: string) =>
  (await client.pull(uri)).find(({ code }) => code === 'undefined-actor')?.severity;

const undefinedActor = (value: string) => ({ lint: { rules: { 'undefined-actor': value } } });

test('severities, outline and lenses by the innermost folder', async () => {
  const settings: Record<string, unknown> = {
    'file:///w': { ...undefinedActor('hint'), outline: { mentions: true }, codeLens: { enabled: false } },
    'file:///w/inner': undefinedActor('off'),
  };
  const of: Answer = (items) =>
    items.map(({ scopeUri }) => settings[scopeUri ?? ''] ?? undefinedActor('info'));
  const client = await opened({ of }, ['file:///w', 'file:///w/inner']);
  await expect.poll(() => severity(client, W)).toBe(4);
  expect(await severity(client, INNER)).toBeUndefined();
  expect(await severity(client, V)).toBe(3);
  const outline = async (uri: string) => {
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri },
    });
    return (symbols as DocumentSymbol[])[0]?.children?.length;
  };
  expect([await outline(W), await outline(V)]).toEqual([1, 0]);
  const lenses = async (uri: string) =>
    (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } }))?.length;
  expect(await lenses(W)).toBe(0);
  expect(await lenses(V)).toBeGreaterThan(0);
});

test('changed while running: all that hangs on it is asked for again; a new folder brings its own', async () => {
  const answer: { of: Answer } = { of: (items) => items.map(() => undefinedActor('error')) };
  const client = await opened(answer, ['file:///w']);
  await expect.poll(() => severity(client, W)).toBe(1);
  const refreshed = new Set<string>();
  for (const { method } of [
    DiagnosticRefreshRequest.type,
    InlayHintRefreshRequest.type,
    CodeLensRefreshRequest.type,
    SemanticTokensRefreshRequest.type,
  ])
    client.connection.onRequest(method, () => {
      refreshed.add(method);
      return null;
    });
  answer.of = (items) =>
    items.map(({ scopeUri }) => undefinedActor(scopeUri === 'file:///v' ? 'hint' : 'warning'));
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await expect.poll(() => severity(client, W)).toBe(2);
  await expect.poll(() => refreshed.size, { timeout: 5_000 }).toBe(4);
  expect(await severity(client, V)).toBe(2);
  const event = { added: [{ uri: 'file:///v', name: 'v' }], removed: [] };
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  await expect.poll(() => severity(client, V)).toBe(4);
});

test('a client that answers nonsense, or with an error, leaves things as they are', async () => {
  const answer: { of: Answer } = { of: () => 'nonsense' };
  const client = await opened(answer, ['file:///w']);
  expect(await severity(client, W)).toBe(1);
  answer.of = () => {
    throw new Error('no settings today');
  };
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  expect(await severity(client, W)).toBe(1);
});
