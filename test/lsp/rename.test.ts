import { expect, test } from 'vitest';
import {
  type ClientCapabilities,
  LSPErrorCodes,
  PrepareRenameRequest,
  RenameRequest,
  type TextDocumentEdit,
  type TextEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TestClient } from '../kit/client.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const BOOK = 'file:///w/demarche.yaml';
const MAIN = 'file:///w/main.demarche';
const REPLY = 'file:///w/the%20reply.demarche';
const TEXT = '{@norland: Arnby} {demand #open by=@norland to=@sudmark: asks for the gates}.';
const REPLY_TEXT =
  '---\ncodebook: demarche.yaml\n---\n\n{claim by=@sudmark answers=#main/open response=reject: No to {@norland: them}}.';

const ABLE: ClientCapabilities = {
  textDocument: { rename: { prepareSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

async function opened(capabilities: ClientCapabilities): Promise<TestClient> {
  const client = TestClient.inProcess();
  await client.initialize(capabilities);
  await client.open(BOOK, CODEBOOK, 'yaml');
  await client.open(MAIN, TEXT);
  await client.open(REPLY, REPLY_TEXT);
  return client;
}

function rename(client: TestClient, uri: string, words: string, newName: string) {
  const position = client.rangeOf(uri, words).end;
  return client.connection.sendRequest(RenameRequest.type, { textDocument: { uri }, position, newName });
}

const shown = (client: TestClient, uri: string, edits: readonly TextEdit[]) =>
  edits.map(({ range, newText }) => `${client.words(uri, range)} → ${newText}`);

test('an actor in three files, with versions', async () => {
  const client = await opened(ABLE);
  await client.replace(MAIN, 'Arnby', 'They');
  const edit = await rename(client, MAIN, '{@norland', 'nordland');
  const changes = edit?.documentChanges as TextDocumentEdit[];
  expect(edit?.changes).toBeUndefined();
  const files = changes.map(({ textDocument, edits }) => [
    textDocument.uri,
    textDocument.version,
    edits.length,
  ]);
  expect(files).toEqual([
    [BOOK, 1, 2],
    [MAIN, 2, 2],
    [REPLY, 1, 1],
  ]);
  expect(shown(client, REPLY, changes[2]?.edits as TextEdit[])).toEqual(['norland → nordland']);
});

test('a client without versioned edits, from the codebook', async () => {
  const client = await opened({});
  const edit = (await rename(client, BOOK, '  sudmark', 'south')) as WorkspaceEdit;
  expect(edit.documentChanges).toBeUndefined();
  expect(Object.keys(edit.changes ?? {})).toEqual([BOOK, MAIN, REPLY]);
  expect(shown(client, MAIN, edit.changes?.[MAIN] ?? [])).toEqual(['sudmark → south']);
});

test('what is refused is an error with its reason', async () => {
  const client = await opened(ABLE);
  await expect(rename(client, MAIN, '{@norland', 'sudmark')).rejects.toMatchObject({
    code: LSPErrorCodes.RequestFailed,
    message: 'The codebook has an actor @sudmark already.',
  });
  const prepare = (words: string) =>
    client.connection.sendRequest(PrepareRenameRequest.type, {
      textDocument: { uri: MAIN },
      position: client.rangeOf(MAIN, words).end,
    });
  await expect(prepare('asks')).rejects.toMatchObject({ message: /There is no name here/ });
  expect(await prepare('{demand #op')).toEqual({ range: client.rangeOf(MAIN, 'open'), placeholder: 'open' });
});

test('preparing is offered to those who can ask for it', async () => {
  const provider = async (capabilities: ClientCapabilities) =>
    (await TestClient.inProcess().initialize(capabilities)).capabilities.renameProvider;
  expect(await provider(ABLE)).toEqual({ prepareProvider: true });
  expect(await provider({})).toBe(true);
});

test('files and folders that move: references and paths follow', async () => {
  const client = await opened(ABLE);
  const move = (oldUri: string, newUri: string) =>
    client.connection.sendRequest(WillRenameFilesRequest.type, { files: [{ oldUri, newUri }] });
  const renamed = await move(MAIN, 'file:///w/first%20demand.demarche');
  const [change] = renamed?.documentChanges as TextDocumentEdit[];
  expect(change?.textDocument.uri).toBe(REPLY);
  expect(shown(client, REPLY, change?.edits as TextEdit[])).toEqual(['main → first-demand']);
  const moved = await move(BOOK, 'file:///w/books/demarche.yaml');
  expect(JSON.stringify(moved)).toContain('"newText":"books/demarche.yaml"');
  expect(await move('file:///w/', 'file:///v/')).toBe(null);
  expect(await move('file:///elsewhere/x.txt', 'file:///elsewhere/y.txt')).toBe(null);
});
