/** What the settings change in the views. */
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { append, withFile } from './texts.ts';
import { eventually, ruleOf } from './waiting.ts';

test('mentions are in the outline when the setting says so', () =>
  withFile('fog.demarche', async (editor) => {
    const { document } = editor;
    const hasMention = async (): Promise<boolean> => {
      // VS Code keeps an outline until the text changes.
      await append(editor, '\n');
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return symbols?.[0]?.children.some(({ name }) => name === 'the harbour') ?? false;
    };
    const settings = vscode.workspace.getConfiguration('demarche');
    await settings.update('outline.mentions', true, vscode.ConfigurationTarget.Global);
    try {
      await eventually('mention in the outline', hasMention);
    } finally {
      await settings.update('outline.mentions', undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually('outline without mentions', async () => !(await hasMention()));
  }));

test('a rule can be turned off', () =>
  withFile('fog.demarche', async (editor) => {
    const { document } = editor;
    const found = () =>
      vscode.languages.getDiagnostics(document.uri).some((finding) => ruleOf(finding) === 'unclosed-tag');
    await editor.edit((builder) =>
      builder.insert(document.lineAt(document.lineCount - 1).range.end, '\n{claim: x'),
    );
    await eventually('finding', found);
    const settings = vscode.workspace.getConfiguration('demarche');
    await settings.update('lint.rules', { 'unclosed-tag': 'off' }, vscode.ConfigurationTarget.Global);
    try {
      await eventually('text without the finding', () => !found());
    } finally {
      await settings.update('lint.rules', undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually('finding again', found);
  }));
