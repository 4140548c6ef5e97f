/** What helps to read: hover, outline, colours. */
import { deepEqual, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { inside, withFile } from './texts.ts';
import { eventually } from './waiting.ts';

async function hoverOver(document: vscode.TextDocument, words: string): Promise<string> {
  return eventually(`hover over “${words}”`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      inside(document, words),
    );
    return hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value)
      .join('\n');
  });
}

test('hover over an actor gives its name', () =>
  withFile('fog.demarche', async ({ document }) => {
    match(await hoverOver(document, '@veld: Marit'), /Marit Veld/);
  }));

test('hover over a statement’s id gives its words', () =>
  withFile('fog.demarche', async ({ document }) => {
    match(await hoverOver(document, '#wait response'), /moored until noon/);
  }));

test('hover over a topic gives its name', () =>
  withFile('dues.demarche', async ({ document }) => {
    match(await hoverOver(document, 'dues position'), /Harbour dues/);
  }));

test('the outline holds headings and in them statements', () =>
  withFile('fog.demarche', async ({ document }) => {
    const symbols = await eventually('outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found && found.length > 0 ? found : undefined;
    });
    const tree = symbols.map(({ name, children }) => [name, children.map((child) => child.name)]);
    deepEqual(tree, [
      ['The order', ['#wait']],
      ['The reply', ['#slow', '#radar']],
    ]);
    match(symbols[0]?.children[0]?.detail ?? '', /Harbour Office → Pilots’ Guild/);
  }));

test('marks have semantic tokens', () =>
  withFile('fog.demarche', async ({ document }) => {
    const tokens = await eventually('semantic tokens', () =>
      vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      ),
    );
    // Five numbers a token; at least the four statements and mentions of the text have one.
    ok(tokens.data.length >= 4 * 5, `There are ${tokens.data.length / 5} tokens.`);
  }));
