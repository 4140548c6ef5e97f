import { equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';

test('an untitled document holds the text it was given', async () => {
  const text = 'Who claims what?\nUnd wer fordert es? 谁？';
  const document = await vscode.workspace.openTextDocument({ content: text });
  await vscode.window.showTextDocument(document);
  equal(vscode.window.activeTextEditor?.document.getText(), text);
});

test('the workspace is open', () => {
  equal(vscode.workspace.workspaceFolders?.length, 1);
});
