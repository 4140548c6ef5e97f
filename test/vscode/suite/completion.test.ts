import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { append, withFile } from './texts.ts';
import { eventually } from './waiting.ts';

/** What is offered at the end of a text. */
async function offered(document: vscode.TextDocument): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(document.getText().length),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

test('actors are offered in a tag that is not closed', () =>
  withFile('fog.demarche', async (editor) => {
    await append(editor, '\n{claim by=@');
    const labels = await eventually('offer of actors', async () => {
      const found = await offered(editor.document);
      return found.some((label) => label.includes('harbour')) ? found : undefined;
    });
    ok(
      labels.some((label) => label.includes('veld')),
      labels.join(', '),
    );
  }));

test('topics are offered where a topic belongs', () =>
  withFile('fog.demarche', async (editor) => {
    await append(editor, '\n{claim topic=');
    await eventually('offer of topics', async () => (await offered(editor.document)).includes('dues'));
  }));
