/** From place to place: statements in turn, definitions. */
import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { inside, withFile } from './texts.ts';
import { eventually } from './waiting.ts';

/** The words from the cursor on. */
function atCursor({ document, selection }: vscode.TextEditor): string {
  return document.getText().slice(document.offsetAt(selection.active));
}

function isAt(editor: vscode.TextEditor, words: string): void {
  equal(atCursor(editor).slice(0, words.length), words);
}

const next = () => vscode.commands.executeCommand('demarche.nextStatement');
const previous = () => vscode.commands.executeCommand('demarche.previousStatement');

test('next statement goes from words to words, and stays at the last', () =>
  withFile('fog.demarche', async (editor) => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await next();
    isAt(editor, '{@pilots: The guild} is to keep');
    await next();
    isAt(editor, 'Three boats');
    await next();
    isAt(editor, '{@veld: Marit Veld} answers');
    await next();
    isAt(editor, '{@veld: Marit Veld} answers');
  }));

test('previous statement goes back, and stays at the first', () =>
  withFile('fog.demarche', async (editor) => {
    const end = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await previous();
    isAt(editor, '{@veld: Marit Veld} answers');
    await previous();
    isAt(editor, 'Three boats');
    await previous();
    isAt(editor, '{@pilots: The guild} is to keep');
    await previous();
    isAt(editor, '{@pilots: The guild} is to keep');
  }));

test('a statement out of sight is brought into sight', () =>
  withFile('fog.demarche', async (editor) => {
    await editor.edit((builder) =>
      builder.insert(inside(editor.document, '\n# The reply'), '\n'.repeat(300)),
    );
    const start = inside(editor.document, 'On Monday');
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(new vscode.Range(start, start));
    await next();
    await next();
    isAt(editor, 'Three boats');
    await eventually('view of the statement', () =>
      editor.visibleRanges.some((range) => range.contains(editor.selection.active)),
    );
  }));

/** Where the definitions of a name are, as `file: what stands there`. */
async function definitionOf(document: vscode.TextDocument, words: string): Promise<string[]> {
  const found = await eventually(`definition of “${words}”`, async () => {
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      inside(document, words),
    );
    return places.length > 0 ? places : undefined;
  });
  const texts = found.map(async (place) => {
    const link = 'targetUri' in place;
    const target = await vscode.workspace.openTextDocument(link ? place.targetUri : place.uri);
    const range = link ? (place.targetSelectionRange ?? place.targetRange) : place.range;
    return `${vscode.workspace.asRelativePath(target.uri)}: ${target.getText(range)}`;
  });
  return Promise.all(texts);
}

test('an actor’s definition is in the codebook', () =>
  withFile('fog.demarche', async ({ document }) => {
    deepEqual(await definitionOf(document, '@harbour: the'), ['demarche.yaml: harbour']);
  }));

test('a statement’s definition is its id', () =>
  withFile('fog.demarche', async ({ document }) => {
    deepEqual(await definitionOf(document, '#wait response'), ['fog.demarche: #wait']);
  }));

test('a statement’s definition is found in another document, which need not be open', () =>
  withFile('dues.demarche', async ({ document }) => {
    deepEqual(await definitionOf(document, '/wait'), ['fog.demarche: #wait']);
  }));
