/** Published texts in the editor: made into documents, copied, pasted, marked by a typed brace. */
import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { ACCEPT, CLOSE, drive } from './lists.ts';
import { withText } from './texts.ts';
import { eventually, findings } from './waiting.ts';

const ARTICLE =
  'The bell of Harrow\u00A0Sound\r\n\r\n17 May 2024\r\n\r\nIt is {sic} cracked.\u200B\r\nC:\\{x}\r\n\r\nEnd.\r\n';

async function withoutDocuments(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

test('a pasted article becomes a document that keeps every character', () =>
  withoutDocuments(async () => {
    await vscode.env.clipboard.writeText(ARTICLE);
    await drive('demarche.newFromClipboard', [ACCEPT], [ACCEPT], [ACCEPT], [ACCEPT]);
    const editor = vscode.window.activeTextEditor;
    ok(editor);
    const { document } = editor;
    equal(document.languageId, 'demarche');
    const text = document.getText();
    match(
      text,
      /^---\r\ntitle: The bell of Harrow Sound\r\ndate: 2024-05-17\r\nsource-hash: \S{64}\r\n---\r\n\r\n/,
    );
    ok(text.endsWith('It is \\{sic\\} cracked.\u200B\r\nC:\\\\\\{x\\}\r\n\r\nEnd.\r\n'), text);
    equal(document.lineAt(editor.selection.active.line).text, 'The bell of Harrow\u00A0Sound');
    // A hash that did not fit would be found at once, with the braces that were not escaped.
    await findings(document, 'no text-changed, no stray-brace', (rules) =>
      rules.every((rule) => rule !== 'text-changed' && rule !== 'stray-brace'),
    );
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('demarche.copyStripped');
    equal(await vscode.env.clipboard.readText(), ARTICLE);
  }));

test('a new document that is given up leaves nothing', async () => {
  await vscode.env.clipboard.writeText('A line.\n');
  const open = vscode.workspace.textDocuments.length;
  await drive('demarche.newFromClipboard', [ACCEPT], [CLOSE]);
  equal(vscode.workspace.textDocuments.length, open);
});

test('the published words of a selection are copied', () =>
  withText('He says {claim #a: the [[{@veld: bell} is]] cracked}.', async () => {
    await vscode.commands.executeCommand('demarche.copyStripped');
    equal(await vscode.env.clipboard.readText(), 'bell is');
  }));

test('a brace typed over a selection leaves the words and waits in the head', () =>
  withText('He says [[the bell is cracked]].', async (editor) => {
    await vscode.extensions.getExtension('demarche.demarche')?.activate();
    const words = editor.selection;
    // A window that has just begun does not know yet which pairs go around words.
    await eventually('brace around the words', async () => {
      await vscode.commands.executeCommand('type', { text: '{' });
      if (editor.document.getText() === 'He says {the bell is cracked}.') return true;
      await vscode.commands.executeCommand('undo');
      editor.selection = words;
      return false;
    });
    await eventually('cursor in the head', () => editor.selection.isEmpty);
    equal(editor.document.getText(), 'He says {the bell is cracked}.');
    equal(editor.document.offsetAt(editor.selection.active), 'He says {'.length);
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('type', { text: 'claim: ' });
    equal(editor.document.getText(), 'He says {claim: the bell is cracked}.');
  }));
