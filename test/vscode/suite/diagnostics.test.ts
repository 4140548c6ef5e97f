import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { append, fileUri, rangeOf, withFile, withText } from './texts.ts';
import { findings, ruleOf } from './waiting.ts';

test('findings come and go as the text is typed', () =>
  withFile('fog.demarche', async (editor) => {
    const { document } = editor;
    await append(editor, '\n{claim #late by=@harbour: The bell was cracked.');
    const found = await findings(document, 'an unclosed tag', (rules) => rules.includes('unclosed-tag'));
    const [unclosed] = found.filter((finding) => ruleOf(finding) === 'unclosed-tag');
    deepEqual(unclosed?.range.start, rangeOf(document, '{claim #late').start);
    equal(unclosed?.severity, vscode.DiagnosticSeverity.Error);
    await append(editor, '}');
    await findings(document, 'no unclosed tag', (rules) => !rules.includes('unclosed-tag'));
  }));

test('an actor that the codebook does not know is found, and its spelling mended', () =>
  withFile('fog.demarche', async (editor) => {
    await append(editor, '\n{@harbor: The harbour} is silent.');
    const { document } = editor;
    await findings(document, 'an undefined actor', (rules) => rules.includes('undefined-actor'));
    await editor.edit((builder) => builder.replace(rangeOf(document, '@harbor:'), '@harbour:'));
    await findings(document, 'no undefined actor', (rules) => !rules.includes('undefined-actor'));
  }));

test('a text that is not saved has findings', () =>
  withText('{claim #bare: Nothing closes this.', ({ document }) =>
    findings(document, 'an unclosed tag', (rules) => rules.includes('unclosed-tag')),
  ));

test('the codebook has findings', async () => {
  const document = await vscode.workspace.openTextDocument(fileUri('demarche.yaml'));
  const editor = await vscode.window.showTextDocument(document);
  try {
    await append(editor, '  tide: { nmae: Tides }\n');
    await findings(document, 'an unknown key', (rules) => rules.includes('unknown-key'));
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
});
