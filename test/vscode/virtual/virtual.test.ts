/** A folder on no disk is known as one on a disk is: its codebook, its texts, and what changes in them. */
import { deepEqual, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from '../suite/harness.ts';
import { inside } from '../suite/texts.ts';
import { eventually, findings } from '../suite/waiting.ts';
import { MemoryFileSystem } from './memoryFileSystem.ts';

const files = new MemoryFileSystem({
  '/library/demarche.yaml': 'actors:\n  ferry: { name: Ferry Company, aka: [the ferrymen] }\n',
  '/library/one.demarche':
    '---\ntitle: One\ndate: 2024-02-01\n---\n\n{demand #stop by=@author to=@ferry: Stop the night run}.\n',
  '/library/deep/two.demarche':
    '---\ntitle: Two\ndate: 2024-02-02\n---\n\n{claim #never by=@ferry answers=#one/stop response=reject: We sail at night}.\n',
  '/library/latin.demarche': new Uint8Array([0x7b, 0x63, 0xe9, 0x7d]),
});

const uri = (path: string) => vscode.Uri.from({ scheme: 'shelf', path: `/library/${path}` });

async function symbolsNamed(name: string): Promise<vscode.SymbolInformation[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    name,
  );
  return found.filter(({ location }) => location.uri.scheme === 'shelf');
}

test('a folder on no disk is read as soon as it is opened', async () => {
  vscode.workspace.registerFileSystemProvider('shelf', files);
  const count = vscode.workspace.workspaceFolders?.length ?? 0;
  ok(vscode.workspace.updateWorkspaceFolders(count, 0, { uri: vscode.Uri.parse('shelf:/library') }));
  const [symbol] = await eventually('statement of a text that was never opened', async () => {
    const found = await symbolsNamed('never');
    return found.length > 0 ? found : undefined;
  });
  deepEqual(symbol?.location.uri.path, '/library/deep/two.demarche');
});

test('its codebook holds for its texts', async () => {
  const document = await vscode.workspace.openTextDocument(uri('one.demarche'));
  await vscode.window.showTextDocument(document);
  const [hover] = await eventually('hover', async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      inside(document, '@ferry'),
    );
    return found.length > 0 ? found : undefined;
  });
  const words = (hover?.contents as vscode.MarkdownString[]).map(({ value }) => value).join();
  ok(words.includes('Ferry Company'), words);
});

test('references and renames reach its other texts', async () => {
  const document = await vscode.workspace.openTextDocument(uri('one.demarche'));
  const places = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    inside(document, '#stop'),
  );
  ok(
    places.some((place) => place.uri.path === '/library/deep/two.demarche'),
    places.map((place) => place.uri.toString()).join(),
  );
  // Refused, rightly, while files are still coming in.
  const edit = await eventually('rename', () =>
    vscode.commands
      .executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        inside(document, '@ferry'),
        'boats',
      )
      .then(undefined, () => undefined),
  );
  deepEqual(
    edit
      .entries()
      .map(([each]) => each.toString())
      .sort(),
    ['shelf:/library/deep/two.demarche', 'shelf:/library/demarche.yaml', 'shelf:/library/one.demarche'],
  );
});

test('what changes in it is followed', async () => {
  const document = await vscode.workspace.openTextDocument(uri('one.demarche'));
  const codebook = new TextDecoder().decode(files.readFile(uri('demarche.yaml')));
  const write = (text: string) =>
    vscode.workspace.fs.writeFile(uri('demarche.yaml'), new TextEncoder().encode(text));
  await write(codebook.replace('ferry:', 'boats:'));
  await findings(document, 'an undefined actor', (rules) => rules.includes('undefined-actor'));
  await write(codebook);
  await findings(document, 'no undefined actor', (rules) => !rules.includes('undefined-actor'));
  await vscode.workspace.fs.delete(uri('deep/two.demarche'));
  await eventually('farewell to a text', async () => (await symbolsNamed('never')).length === 0);
});
