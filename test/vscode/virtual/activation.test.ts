/** When the extension starts. */
import { equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from '../suite/harness.ts';
import { eventually } from '../suite/waiting.ts';

const isActive = () => vscode.extensions.getExtension('demarche.demarche')?.isActive;

test('a workspace without our files does not start the extension', async () => {
  const [file] = await vscode.workspace.findFiles('**/minutes.txt');
  ok(file, 'The workspace is not the one that it should be.');
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  // Searches for what a workspace holds begin at the start; they have ended when one of ours has.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  equal(isActive(), false);
});

test('a text of ours starts it', async () => {
  await vscode.workspace.openTextDocument({
    language: 'demarche',
    content: '{claim by=@harbour: It rained.',
  });
  await eventually('active extension', isActive);
});
