/** What the manifest contributes without the server. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { withFile } from './texts.ts';
import { eventually } from './waiting.ts';

interface Grammar {
  readonly language?: string;
  readonly scopeName: string;
  readonly path: string;
}

test('a .demarche file is in the language demarche', () =>
  withFile('fog.demarche', ({ document }) => equal(document.languageId, 'demarche')));

test('the grammar is where the manifest says, under the scope that it says', async () => {
  const extension = vscode.extensions.getExtension('demarche.demarche');
  ok(extension, 'The extension is not installed.');
  const grammars: Grammar[] = extension.packageJSON.contributes.grammars;
  const grammar = grammars.find(({ language }) => language === 'demarche');
  ok(grammar, 'The manifest names no grammar.');
  const file = vscode.Uri.joinPath(extension.extensionUri, grammar.path);
  const { scopeName } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  equal(scopeName, grammar.scopeName);
});

test('the commands of the manifest are all there, and no others', async () => {
  const extension = vscode.extensions.getExtension('demarche.demarche');
  ok(extension, 'The extension is not installed.');
  await extension.activate();
  const declared: string[] = extension.packageJSON.contributes.commands.map(
    ({ command }: { command: string }) => command,
  );
  const registered = await vscode.commands.getCommands(true);
  const ours = registered.filter(
    (name) =>
      name.startsWith('demarche.') &&
      // What VS Code makes for each view.
      !/\.(focus|open|resetViewLocation|removeView|toggleVisibility)$/.test(name),
  );
  deepEqual(ours.sort(), declared.sort());
});

test('every text of the manifest has its English words', () => {
  const manifest = vscode.extensions.getExtension('demarche.demarche')?.packageJSON;
  ok(manifest);
  const missing = JSON.stringify(manifest).match(/"%[^"]*%"/g) ?? [];
  deepEqual(missing, []);
});

test('an open text starts the extension', () =>
  withFile('fog.demarche', () =>
    eventually('active extension', () => vscode.extensions.getExtension('demarche.demarche')?.isActive),
  ));
