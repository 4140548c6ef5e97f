import { expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FULL_CAPABILITIES, TestClient } from '../kit/client.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const URI = 'file:///w/main.demarche';
const BOOK = 'file:///w/demarche.yaml';
const LITERALS = { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } };
const LATE: ClientCapabilities = {
  ...FULL_CAPABILITIES,
  textDocument: {
    ...FULL_CAPABILITIES.textDocument,
    codeAction: { ...LITERALS, dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

async function opened(text: string, capabilities = FULL_CAPABILITIES): Promise<TestClient> {
  const client = TestClient.inProcess();
  await client.initialize(capabilities);
  await client.open(BOOK, CODEBOOK, 'yaml');
  await client.open(URI, text);
  return client;
}

async function actionsAt(
  client: TestClient,
  range: Range | string,
  context: Partial<CodeActionContext> = {},
  uri = URI,
): Promise<CodeAction[]> {
  const found = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: typeof range === 'string' ? client.rangeOf(uri, range) : range,
    context: { diagnostics: [], ...context },
  });
  return found as CodeAction[];
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);
const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The text after an action of one file. */
function after(text: string, action: CodeAction | undefined, uri = URI): string {
  const changes = action?.edit?.changes?.[uri];
  const versioned = action?.edit?.documentChanges?.find(
    (each) => 'edits' in each && each.textDocument.uri === uri,
  );
  const edits = changes ?? (versioned && 'edits' in versioned ? (versioned.edits as TextEdit[]) : []);
  return TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits);
}

test('a quick fix names the client’s diagnostic; a suggestion is not preferred', async () => {
  const text = '{claim topic=damm: x} {claim by＝@lind: y}';
  const client = await opened(text);
  const diagnostics = await client.pull(URI);
  const [fix] = await actionsAt(client, '＝', { diagnostics, only: ['quickfix'] });
  expect(fix).toMatchObject({ title: 'Write the plain sign', kind: 'quickfix', isPreferred: true });
  expect(fix?.diagnostics).toEqual(diagnostics.filter(({ code }) => code === 'lookalike-sign'));
  expect(after(text, fix)).toBe('{claim topic=damm: x} {claim by=@lind: y}');
  const [nearest] = await actionsAt(client, 'damm', { only: ['quickfix'] });
  expect(nearest?.isPreferred).toBe(false);
  expect(nearest?.diagnostics).toBe(undefined);
});

test('diagnostics that the client names count, wherever its cursor is', async () => {
  const client = await opened('x {claim by＝@lind: y}');
  const diagnostics = await client.pull(URI);
  expect(titles(await actionsAt(client, NOWHERE, { only: ['quickfix'] }))).toEqual([]);
  expect(titles(await actionsAt(client, NOWHERE, { diagnostics, only: ['quickfix'] }))).toContain(
    'Write the plain sign',
  );
});

test('only the kinds that are asked for', async () => {
  const client = await opened('{claim: Arnby stays} {claim by＝@lind: y}');
  const kinds = async (...only: string[]) => {
    const actions = await actionsAt(client, 'Arnby', { only });
    return [...new Set(actions.map(({ kind }) => kind))].sort();
  };
  expect(await kinds('refactor.rewrite.wrap.claim')).toEqual(['refactor.rewrite.wrap.claim']);
  expect(await kinds('refactor.rewrite.wrap')).toHaveLength(4);
  expect((await kinds('refactor')).every((kind) => kind?.startsWith('refactor.'))).toBe(true);
  expect(await kinds('source.organizeImports')).toEqual([]);
  expect(await kinds('source')).toEqual(['source.fixAll.demarche']);
  expect(await kinds('refactor.rewr')).toEqual([]);
  expect(await kinds('')).toContain('source.fixAll.demarche');
});

test('mending all, as on save: one edit of the text, nothing where there is nothing to mend', async () => {
  const text = '{claim by＝@lind if=rain: x} {@lind： y} {@nobody: z}';
  const client = await opened(text);
  const [all, ...others] = await actionsAt(client, NOWHERE, { only: ['source.fixAll'] });
  expect(others).toEqual([]);
  expect(after(text, all)).toBe('{claim by=@lind if="rain": x} {@lind: y} {@nobody: z}');
  const sound = await opened('{@lind: y}');
  expect(await actionsAt(sound, NOWHERE, { only: ['source.fixAll.demarche'] })).toEqual([]);
});

test('quick fixes beside mending all, each with its edit of the text as it is', async () => {
  const text =
    'Some words first.\n\n{claim by＝@lind: x} and {sic}\n\n{claim by=@lind the words}\n\n{sic} {claim if=rain: y}';
  const client = await opened(text);
  const whole = { ...client.rangeOf(URI, 'Some words'), end: client.rangeOf(URI, 'rain').end };
  const alone = await actionsAt(client, whole, { only: ['quickfix'] });
  const both = await actionsAt(client, whole, { only: ['quickfix', 'source.fixAll'] });
  expect(both.slice(0, -1)).toEqual(alone);
  expect(alone.length).toBeGreaterThan(5);
  expect(after(text, both.at(-1))).toBe(
    'Some words first.\n\n{claim by=@lind: x} and \\{sic\\}\n\n{claim by=@lind: the words}\n\n\\{sic\\} {claim if="rain": y}',
  );
});

test('edits are worked out late for a client that can ask for them, with their version', async () => {
  const text = '---\nactors: { x: X }\n---\n\n{@x: It}';
  const client = await opened(text, LATE);
  const offered = await actionsAt(client, '@x');
  expect(titles(offered)).toContain('Move x to demarche.yaml');
  expect(offered.every(({ edit, data }) => edit === undefined && data !== undefined)).toBe(true);
  for (const action of offered) {
    const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    expect(edit?.documentChanges?.[0]).toMatchObject({ textDocument: { uri: URI, version: 1 } });
  }
  const move = offered.find(({ title }) => title.startsWith('Move')) as CodeAction;
  const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, move);
  expect(after(text, resolved)).toBe('---\n---\n\n{@x: It}');
  expect(after(CODEBOOK, resolved, BOOK)).toContain('  x: { name: X }\n');
});

test('fixes and mending all are found again when they are chosen', async () => {
  const text = '{claim by＝@lind: x}';
  const client = await opened(text, LATE);
  for (const action of await actionsAt(client, '＝')) {
    const { edit, title } = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    expect(edit, title).toBeDefined();
  }
});

test('an action of a text that has changed since is refused', async () => {
  const client = await opened('{claim: one two}', LATE);
  const [action] = await actionsAt(client, 'one', { only: ['refactor'] });
  await client.replace(URI, 'one', 'three');
  await expect(
    client.connection.sendRequest(CodeActionResolveRequest.type, action as CodeAction),
  ).rejects.toThrow('The text has changed since.');
});

test('a client that knows commands only gets nothing', async () => {
  const client = await opened('{claim by＝@lind: one}', {});
  expect(await actionsAt(client, '＝')).toEqual([]);
  expect(await actionsAt(client, 'one')).toEqual([]);
});

test('on a broken document, in a codebook, and where nothing is known', async () => {
  const client = await opened('{claim #a by=@lind Arnby\n\n{@nobody: She} {>> and');
  expect(titles(await actionsAt(client, 'Arnby'))).toContain('Tag the selection as a mention');
  expect(titles(await actionsAt(client, '@nobody'))).toContain('Ignore undefined-actor in this paragraph');
  expect(await actionsAt(client, 'norland', {}, BOOK)).toEqual([]);
  const far = { start: { line: 99, character: 9 }, end: { line: 98, character: 0 } };
  expect(await actionsAt(client, far)).toBeDefined();
  expect(await actionsAt(client, far, {}, 'file:///nowhere')).toEqual([]);
});

test('fixes of a codebook', async () => {
  const client = await opened('x');
  const text = 'actors:\n  us:\n    name: US: home\n';
  await client.open('file:///w/deep/demarche.yaml', text, 'yaml');
  const uri = 'file:///w/deep/demarche.yaml';
  const [fix, ...others] = await actionsAt(client, 'US: home', {}, uri);
  expect(after(text, fix, uri)).toContain('"US: home"');
  expect(titles(others)).toEqual(['Mend all that can be mended without asking']);
  expect(after(text, others[0], uri)).toContain('"US: home"');
});
