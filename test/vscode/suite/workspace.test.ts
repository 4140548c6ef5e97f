/** What reaches across files: rename, workspace symbols, the argument as call hierarchy, quick fixes, formatting. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { append, fileUri, inside, rangeOf, withFile, withText } from './texts.ts';
import { eventually, findings } from './waiting.ts';

test('an actor is renamed in the codebook and in all texts', async () => {
  await withFile('fog.demarche', async ({ document }) => {
    const edit = await eventually('edit', async () => {
      const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        inside(document, '@pilots'),
        'steersmen',
      );
      return found && found.entries().length >= 3 ? found : undefined;
    });
    const files = edit.entries().map(([uri, edits]) => `${uri.path.split('/').at(-1)} ${edits.length}`);
    deepEqual(files.sort(), ['demarche.yaml 2', 'dues.demarche 2', 'fog.demarche 2']);
    ok(await vscode.workspace.applyEdit(edit));
    ok(document.getText().includes('to=@steersmen'));
    const codebook = await vscode.workspace.openTextDocument(fileUri('demarche.yaml'));
    ok(codebook.getText().includes('steersmen: { name: Pilots’ Guild'));
    ok(codebook.getText().includes('of: steersmen'));
    for (const [uri] of edit.entries()) {
      const changed = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(changed);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });
});

test('a name that is taken is refused with the reason', async () => {
  await withFile('fog.demarche', async ({ document }) => {
    const refusal = await vscode.commands
      .executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        inside(document, '@pilots'),
        'harbour',
      )
      .then(
        () => '',
        (error: Error) => error.message,
      );
    ok(refusal.includes('harbour'), `“${refusal}” does not name what is taken`);
  });
});

test('statements of all files are found by name', async () => {
  await eventually('radar', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'radar',
    );
    return symbols.some(
      (symbol) => symbol.name.includes('radar') && symbol.location.uri.path.endsWith('fog.demarche'),
    );
  });
});

test('the argument is a call hierarchy', async () => {
  await withFile('fog.demarche', async ({ document }) => {
    const [item] = await eventually('hierarchy', async () => {
      const found = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        document.uri,
        inside(document, '#wait'),
      );
      return found?.length > 0 ? found : undefined;
    });
    const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    equal(incoming.length, 3);
  });
});

test('formatting puts heads in order and leaves the words', async () => {
  await withText('{claim  topic=dues   by=@harbour #late :  It  was   late}.', async ({ document }) => {
    const edits = await eventually('edits', async () => {
      const found = await vscode.commands.executeCommand<vscode.TextEdit[]>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        { tabSize: 2, insertSpaces: true },
      );
      return found?.length > 0 ? found : undefined;
    });
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    ok(await vscode.workspace.applyEdit(edit));
    equal(document.getText(), '{claim #late by=@harbour topic=dues:  It  was   late}.');
  });
});

test('all fixes of a text are one action', async () => {
  await withText('{claim by=@harbour： late}.', async ({ document }) => {
    const actions = await eventually('fix all', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        rangeOf(document, '{claim'),
        'source.fixAll',
        1,
      );
      return found?.some((action) => action.edit) ? found : undefined;
    });
    const edit = actions.find((action) => action.edit)?.edit;
    ok(edit && (await vscode.workspace.applyEdit(edit)));
    equal(document.getText(), '{claim by=@harbour: late}.');
  });
});

test('fixes are made on save, where the setting says so', async () => {
  const uri = fileUri('saved.demarche');
  const settings = vscode.workspace.getConfiguration('editor', { languageId: 'demarche' });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('{claim by=@harbour： late}.'));
  await settings.update('codeActionsOnSave', { 'source.fixAll.demarche': 'explicit' }, true, true);
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await findings(document, 'a look-alike', (rules) => rules.includes('lookalike-sign'));
    await append(editor, ' {claim by=@veld： too}.');
    await findings(
      document,
      'two look-alikes',
      (rules) => rules.filter((rule) => rule === 'lookalike-sign').length === 2,
    );
    ok(await document.save());
    await eventually(
      'mended text',
      () => document.getText() === '{claim by=@harbour: late}. {claim by=@veld: too}.',
    );
  } finally {
    await settings.update('codeActionsOnSave', undefined, true, true);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
  }
});

test('a file that is renamed takes its references with it', async () => {
  const [from, to] = [fileUri('fog.demarche'), fileUri('mist.demarche')];
  const dues = await vscode.workspace.openTextDocument(fileUri('dues.demarche'));
  await vscode.window.showTextDocument(dues);
  await eventually('definition', async () => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      dues.uri,
      inside(dues, '#fog/wait').translate(0, 5),
    );
    return found?.length > 0;
  });
  const rename = async (source: vscode.Uri, target: vscode.Uri): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(source, target);
    ok(await vscode.workspace.applyEdit(edit));
  };
  await rename(from, to);
  await eventually('reference that follows', () => dues.getText().includes('rephrases=#mist/wait'));
  await rename(to, from);
  await eventually('reference that comes back', () => dues.getText().includes('rephrases=#fog/wait'));
  await vscode.commands.executeCommand('workbench.action.files.save');
});

test('a quick fix adds an unknown actor to the codebook', async () => {
  await withText('{@seals: The seals} were not asked.', async ({ document }) => {
    await findings(document, 'an unknown actor', (rules) => rules.includes('undefined-actor'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, '@seals'),
      'quickfix',
      10,
    );
    const action = actions.find(({ title }) => title.includes('demarche.yaml'));
    ok(action?.edit, `no such fix among: ${actions.map(({ title }) => title).join(', ')}`);
    const codebook = await vscode.workspace.openTextDocument(fileUri('demarche.yaml'));
    ok(await vscode.workspace.applyEdit(action.edit));
    ok(/seals: \{ name: The seals/.test(codebook.getText()), codebook.getText());
    await findings(document, 'no unknown actor', (rules) => !rules.includes('undefined-actor'));
    await vscode.window.showTextDocument(codebook);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
