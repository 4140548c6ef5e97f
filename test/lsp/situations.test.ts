/** What each feature answers at a reference: in a broken text, in one that was never saved, and across three files. */
import { expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyPrepareRequest,
  type CodeAction,
  CodeActionRequest,
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  type CompletionList,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  type Location,
  type MarkupContent,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { FULL_CAPABILITIES, TestClient } from '../kit/client.ts';
import { CODEBOOK } from '../kit/workspace.ts';

const BOOK = 'file:///w/demarche.yaml';

/** Files by URI, as an editor has them open; none is on disk. */
async function opened(texts: Readonly<Record<string, string>>): Promise<TestClient> {
  const client = TestClient.inProcess();
  await client.initialize({
    ...FULL_CAPABILITIES,
    textDocument: {
      ...FULL_CAPABILITIES.textDocument,
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } },
    },
  });
  await client.open(BOOK, CODEBOOK, 'yaml');
  for (const [uri, text] of Object.entries(texts)) await client.open(uri, text);
  return client;
}

/** What the features say at some words of a file, as words. @param definition words at the id that they refer to */
async function everyFeature(
  client: TestClient,
  uri: string,
  words: string,
  definer: string,
  definition: string,
) {
  const { connection } = client;
  const ask = <R>(type: { method: string }, params: object) => connection.sendRequest<R>(type.method, params);
  const textDocument = { uri };
  const position = client.rangeOf(uri, words).end;
  const here = { textDocument, position };
  const there = { textDocument: { uri: definer }, position: client.rangeOf(definer, definition).end };
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const name = (other: string) => other.slice(other.lastIndexOf('/') + 1);
  const places = (found: readonly Location[] | null) =>
    (found ?? []).map((each) => `${name(each.uri)} ${client.words(each.uri, each.range)}`).sort();
  const inText = (found: readonly { range: Range }[] | null) =>
    (found ?? []).map(({ range }) => client.words(uri, range));

  const hover = await ask<{ contents: MarkupContent }>(HoverRequest.type, here);
  const { items } = await ask<CompletionList>(CompletionRequest.type, here);
  const renamed = await ask<{ changes?: object }>(RenameRequest.type, { ...here, newName: 'fresh' });
  const linked = await ask<{ ranges: Range[] } | null>(LinkedEditingRangeRequest.type, there);
  const lenses = await ask<CodeLens[]>(CodeLensRequest.type, { textDocument: there.textDocument });
  const [first] = await Promise.all(lenses.map((lens) => ask<CodeLens>(CodeLensResolveRequest.type, lens)));
  const [item] = await ask<CallHierarchyItem[]>(CallHierarchyPrepareRequest.type, here);
  const calls = await ask<{ from: CallHierarchyItem }[]>(CallHierarchyIncomingCallsRequest.type, { item });
  const context = { diagnostics: [] };
  const actions = await ask<CodeAction[]>(CodeActionRequest.type, { textDocument, range: whole, context });
  const symbols = await ask<{ name: string }[]>(DocumentSymbolRequest.type, { textDocument });
  const found = await ask<{ name: string }[]>(WorkspaceSymbolRequest.type, { query: 'gates' });
  const [ranges] = await ask<{ range: Range }[]>(SelectionRangeRequest.type, {
    textDocument,
    positions: [position],
  });
  const edits = await ask<{ newText: string }[]>(DocumentFormattingRequest.type, {
    textDocument,
    options: { tabSize: 2, insertSpaces: true },
  });
  return {
    diagnostics: (await client.pull(uri)).map(({ code }) => code),
    hover: hover.contents.value.split('\n')[0],
    completion: items.map(({ label }) => label),
    definition: places(await ask(DefinitionRequest.type, here)),
    references: places(await ask(ReferencesRequest.type, { ...here, context: { includeDeclaration: true } })),
    highlight: inText(await ask(DocumentHighlightRequest.type, here)),
    prepareRename: client.words(uri, (await ask<{ range: Range }>(PrepareRenameRequest.type, here)).range),
    rename: Object.entries(renamed.changes ?? {}).map(([at, { length }]) => `${name(at)} ${length}`),
    linked: linked?.ranges.length ?? 0,
    lens: first?.command?.title,
    argument: [item?.name, ...calls.map(({ from }) => from.name)],
    actions: [...new Set(actions.map(({ kind }) => kind))],
    outline: symbols.map((symbol) => symbol.name),
    workspaceSymbols: found.map((symbol) => symbol.name),
    selection: ranges && client.words(uri, ranges.range),
    formatted: edits.map(({ newText }) => newText),
    folding: (await ask<object[]>(FoldingRangeRequest.type, { textDocument })).length,
    hints: (await ask<object[] | null>(InlayHintRequest.type, { textDocument, range: whole }))?.length ?? 0,
    tokens: (await ask<{ data: number[] }>(SemanticTokensRequest.type, { textDocument })).data.length / 5,
  };
}

test('in a broken text', async () => {
  const uri = 'file:///w/main.demarche';
  const text = `---
title: Low water
---

{demand #open by=@norland  to=@sudmark: open {the} gates}. {claim supports=#open by＝@lind: {@nobody: Arnby} must drink}.
{claim #late rebuts=#open the words run on`;
  const client = await opened({ [uri]: text });
  expect(await everyFeature(client, uri, 'supports=#op', uri, 'demand #op')).toMatchInlineSnapshot(`
    {
      "actions": [
        "quickfix",
        "quickfix.ignore",
        "refactor.rewrite.wrap.memo",
        "source.fixAll.demarche",
      ],
      "argument": [
        "#open open {the} gates",
        "Arnby must drink",
        "#late",
      ],
      "completion": [
        "#open",
        "#late",
      ],
      "definition": [
        "main.demarche #open",
      ],
      "diagnostics": [
        "missing-date",
        "stray-brace",
        "lookalike-sign",
        "undefined-actor",
        "missing-colon",
      ],
      "folding": 2,
      "formatted": [
        "",
        "by=@lind supports=#open",
      ],
      "highlight": [
        "open",
        "open",
        "open",
      ],
      "hints": 0,
      "hover": "**Demand** \`#open\`",
      "lens": "#open: 1 support · 1 rebuttal · no answer yet",
      "linked": 3,
      "outline": [
        "#open",
        "Arnby must drink",
        "#late",
      ],
      "prepareRename": "open",
      "references": [
        "main.demarche open",
        "main.demarche open",
        "main.demarche open",
      ],
      "rename": [
        "main.demarche 3",
      ],
      "selection": "open",
      "tokens": 16,
      "workspaceSymbols": [
        "#open open {the} gates",
      ],
    }
  `);
});

test('in a text that was never saved', async () => {
  const uri = 'untitled:Untitled-1';
  const text =
    '{demand #open by=@norland  to=@sudmark: open the gates}.\n\n{claim supports=#open by=@lind: 阿恩比 🚰 {@norland: Arnby} must drink}.';
  const client = await opened({ [uri]: text });
  expect(await everyFeature(client, uri, 'supports=#op', uri, 'demand #op')).toMatchInlineSnapshot(`
    {
      "actions": [
        "refactor.rewrite.wrap.claim",
        "refactor.rewrite.wrap.demand",
        "refactor.rewrite.wrap.memo",
      ],
      "argument": [
        "#open open the gates",
        "阿恩比 🚰 Arnby must drink",
      ],
      "completion": [
        "#open",
      ],
      "definition": [
        "untitled:Untitled-1 #open",
      ],
      "diagnostics": [],
      "folding": 0,
      "formatted": [
        "",
        "by=@lind supports=#open",
      ],
      "highlight": [
        "open",
        "open",
      ],
      "hints": 0,
      "hover": "**Demand** \`#open\`",
      "lens": "#open: 1 support · no answer yet",
      "linked": 2,
      "outline": [
        "#open",
        "阿恩比 🚰 Arnby must drink",
      ],
      "prepareRename": "open",
      "references": [
        "untitled:Untitled-1 open",
        "untitled:Untitled-1 open",
      ],
      "rename": [
        "untitled:Untitled-1 2",
      ],
      "selection": "open",
      "tokens": 12,
      "workspaceSymbols": [
        "#open open the gates",
      ],
    }
  `);
});

test('across three files', async () => {
  const uri = 'file:///w/reply.demarche';
  const definer = 'file:///w/main.demarche';
  const client = await opened({
    [definer]: '{demand #open by=@norland to=@sudmark: open the gates}. {claim supports=#open: They did}.',
    [uri]: '{claim  #no by=@sudmark answers=#main/open response=reject: {@norland: Arnby} can wait}.',
    'file:///w/echo.demarche': '{claim #echo by=@league supports=#main/open rebuts=#reply/no: Others agree}.',
  });
  expect(await everyFeature(client, uri, '#main/op', definer, 'demand #op')).toMatchInlineSnapshot(`
    {
      "actions": [
        "refactor.rewrite.wrap.claim",
        "refactor.rewrite.wrap.demand",
        "refactor.rewrite.wrap.mention",
        "refactor.rewrite.wrap.memo",
      ],
      "argument": [
        "#open open the gates",
        "They did",
        "#no Arnby can wait",
        "#echo Others agree",
      ],
      "completion": [
        "#main/open",
      ],
      "definition": [
        "main.demarche #open",
      ],
      "diagnostics": [],
      "folding": 0,
      "formatted": [
        "",
      ],
      "highlight": [
        "main/open",
      ],
      "hints": 0,
      "hover": "**Demand** \`#open\` in main",
      "lens": "#open: 2 supports · answered by Sudmark: reject",
      "linked": 2,
      "outline": [
        "#no",
      ],
      "prepareRename": "open",
      "references": [
        "echo.demarche main/open",
        "main.demarche open",
        "main.demarche open",
        "reply.demarche main/open",
      ],
      "rename": [
        "echo.demarche 1",
        "main.demarche 2",
        "reply.demarche 1",
      ],
      "selection": "open",
      "tokens": 9,
      "workspaceSymbols": [
        "#open open the gates",
      ],
    }
  `);
});
