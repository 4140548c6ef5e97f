/** A client that declares nothing at all, and those that say what they can't show. */
import { expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentSymbolRequest,
  HoverRequest,
  type MarkupContent,
  PrepareRenameRequest,
  RegistrationRequest,
  RenameRequest,
} from 'vscode-languageserver/node';
import { escapeMarkdown, plainText } from '../../server/src/features/markdown.ts';
import { SUGGEST } from '../../server/src/lsp/requests/index.ts';
import { TestClient } from '../kit/client.ts';
import { MemoryFiles } from '../kit/memoryFiles.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const MAIN = 'file:///w/main.demarche';
const TEXT = '{@norland: Arnby} {demand #open by=@norland to=@sudmark: asks {claim #in: in}}. {claim }';

async function opened(capabilities: ClientCapabilities, options?: unknown) {
  const client = TestClient.inProcess(new MemoryFiles({ 'file:///w/demarche.yaml': CODEBOOK }));
  const asked: string[] = [];
  const { connection } = client as unknown as {
    connection: { onRequest(handler: (method: string) => unknown): void };
  };
  connection.onRequest((method) => {
    asked.push(method);
    return null;
  });
  const result = await client.initialize(capabilities, ['file:///w'], options);
  const push = client.nextPush(MAIN);
  await client.open(MAIN, TEXT);
  return { client, asked, result, push };
}

async function completionsAt(client: TestClient, words: string): Promise<CompletionItem[]> {
  const position = client.rangeOf(MAIN, words).start;
  const params = { textDocument: { uri: MAIN }, position };
  return ((await client.connection.sendRequest(CompletionRequest.type, params)) as CompletionList).items;
}

test('nothing declared: diagnostics are pushed, and nothing is asked of the client', async () => {
  const { client, asked, result, push } = await opened({});
  expect(result.capabilities.positionEncoding).toBe('utf-16');
  expect(result.capabilities.renameProvider).toBe(true);
  expect((await push).length).toBeGreaterThan(0);
  const again = client.nextPush(MAIN);
  await client.replace(MAIN, '@sudmark', '@nobody');
  expect((await again).map(({ code }) => code)).toContain('undefined-actor');
  expect(asked).toEqual([]);
  expect(asked).not.toContain(RegistrationRequest.method);
});

test('nothing declared: plain text, flat symbols, edits by file', async () => {
  const { client } = await opened({});
  const textDocument = { uri: MAIN };
  const items = [...(await completionsAt(client, 'claim }')), ...(await completionsAt(client, 'by='))];
  expect(items.length).toBeGreaterThan(0);
  for (const item of items) {
    expect(item.insertTextFormat ?? 1).toBe(1);
    expect(item.textEdit?.newText).not.toMatch(/\$\{?\d/);
    expect(item.command).toBeUndefined();
    expect(item.kind).toBeLessThanOrEqual(18);
  }
  const [actor] = (await completionsAt(client, 'norland to')).filter(({ label }) => label.includes('lind'));
  const resolved = await client.connection.sendRequest(
    CompletionResolveRequest.type,
    actor as CompletionItem,
  );
  expect(resolved.documentation).toMatchObject({ kind: 'plaintext' });
  const position = client.rangeOf(MAIN, 'norland').start;
  const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
  expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
  expect((hover?.contents as MarkupContent).value).toMatch(/^Norland @norland/);
  expect((hover?.contents as MarkupContent).value).not.toMatch(/\*\*|\]\(/);
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  expect(symbols?.map((each) => 'location' in each)).toEqual([true, true, true]);
  expect(symbols?.every(({ kind }) => kind <= 18)).toBe(true);
  expect(symbols?.[1]).toMatchObject({ containerName: symbols?.[0]?.name });
  const params = { textDocument, position, newName: 'north' };
  const edit = await client.connection.sendRequest(RenameRequest.type, params);
  expect(Object.keys(edit?.changes ?? {})).toHaveLength(2);
  expect(await client.connection.sendRequest(PrepareRenameRequest.type, params)).not.toBeNull();
});

test('formats as the client names them; our command only for who has it', async () => {
  const textDocument = {
    hover: { contentFormat: ['plaintext' as const] },
    completion: { completionItem: { documentationFormat: ['markdown' as const] } },
  };
  const { client } = await opened({ textDocument }, { commands: [SUGGEST] });
  const position = client.rangeOf(MAIN, 'norland').start;
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: MAIN },
    position,
  });
  expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
  const [actor] = (await completionsAt(client, 'norland to')).filter(({ label }) => label.includes('lind'));
  const resolved = await client.connection.sendRequest(
    CompletionResolveRequest.type,
    actor as CompletionItem,
  );
  expect(resolved.documentation).toMatchObject({ kind: 'markdown' });
  const attributes = await completionsAt(client, 'by=');
  expect(attributes.some(({ command }) => command?.command === SUGGEST)).toBe(true);
});

test('plain text of our Markdown', () => {
  expect(plainText('**A\\*b** `@a_b` [see **it** (1)](file:///w/a(1).demarche#L1,2)\n\n---')).toBe(
    'A*b @a_b see it (1)\n\n---',
  );
  expect(plainText('`` a`b `` and `` ` ``')).toContain('a`b');
  for (const text of ['a * b_c [x](y) `z` \\ {q}', '# 1. – “!”']) {
    expect(plainText(escapeMarkdown(text))).toBe(text);
  }
});
