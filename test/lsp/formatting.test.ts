import { expect, test } from 'vitest';
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from '../kit/client.ts';

const URI = 'file:///w/main.demarche';
const textDocument = { uri: URI };
const options = { tabSize: 2, insertSpaces: true };

async function opened(text: string): Promise<TestClient> {
  const client = TestClient.inProcess();
  await client.initialize();
  await client.open(URI, text);
  return client;
}

const applied = (text: string, edits: readonly TextEdit[] | null) =>
  TextDocument.applyEdits(TextDocument.create(URI, '', 0, text), [...(edits ?? [])]);

const TEXT = '{claim  #a: x}\r\n\r\n{demand  #b : 冰 y}\r\n{claim  #c :z} {claim  by=';

test('a document, broken as it is', async () => {
  const client = await opened(TEXT);
  const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
    textDocument,
    options,
  });
  expect(applied(TEXT, edits)).toBe('{claim #a: x}\r\n\r\n{demand #b: 冰 y}\r\n{claim #c: z} {claim  by=');
  expect(edits).toHaveLength(3);
});

test('a range, and several', async () => {
  const client = await opened(TEXT);
  const range = client.rangeOf(URI, '#b');
  const one = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
    textDocument,
    options,
    range,
  });
  expect(applied(TEXT, one)).toBe(TEXT.replace('{demand  #b : ', '{demand #b: '));
  const two = await client.connection.sendRequest(DocumentRangesFormattingRequest.type, {
    textDocument,
    options,
    ranges: [range, client.rangeOf(URI, 'demand'), client.rangeOf(URI, '#a')],
  });
  expect(applied(TEXT, two)).toBe(TEXT.replace('{demand  #b : ', '{demand #b: ').replace('  #a', ' #a'));
});

test('while typing: the tag whose colon or brace was typed', async () => {
  const client = await opened(TEXT);
  const typed = (words: string, ch: string) =>
    client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument,
      options,
      ch,
      position: client.rangeOf(URI, words).end,
    });
  expect(applied(TEXT, await typed('#b :', ':'))).toBe(TEXT.replace('{demand  #b : ', '{demand #b: '));
  expect(applied(TEXT, await typed(':z}', '}'))).toBe(TEXT.replace('{claim  #c :z', '{claim #c: z'));
  expect(await typed('冰', '}')).toEqual([]);
});

test('a file that is no document', async () => {
  const client = await opened('x');
  const nowhere = { uri: 'file:///nowhere' };
  const params = { textDocument: nowhere, options };
  expect(await client.connection.sendRequest(DocumentFormattingRequest.type, params)).toEqual([]);
});
