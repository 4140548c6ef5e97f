/** Tagging with the pickers, driven by the editor's own commands for its lists. */
import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { ACCEPT, CLOSE, DOWN, drive } from './lists.ts';
import { fileUri, rangeOf, withFile, withText } from './texts.ts';
import { eventually } from './waiting.ts';

// Before the others: nothing has been tagged yet that could be repeated.
test('pickers: closed at any step, the text is untouched', () =>
  withText('They [[must hang a new one]].', async ({ document }) => {
    const text = document.getText();
    await drive('demarche.tagAsDemand', [CLOSE]);
    equal(document.getText(), text);
    await drive('demarche.tagAsDemand', [ACCEPT], [CLOSE]);
    equal(document.getText(), text);
    await drive('demarche.tagAsDemand', [ACCEPT], [ACCEPT], [CLOSE]);
    equal(document.getText(), text);
  }));

test('pickers: all defaults are two times Enter, and one undo takes the claim back', () =>
  withText('He says [[the bell is cracked]], and so it is.', async ({ document }) => {
    const text = document.getText();
    await drive('demarche.tagAsClaim', [ACCEPT], [ACCEPT]);
    equal(document.getText(), 'He says {claim #the-bell-is-cracked: the bell is cracked}, and so it is.');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text);
  }));

test('pickers: the id is selected after tagging, to be typed over', () =>
  withText('He says [[the bell is cracked]].', async (editor) => {
    await drive('demarche.tagAsClaim', [DOWN, ACCEPT], [ACCEPT]);
    await eventually(
      'selected id',
      () => editor.document.getText(editor.selection) === 'the-bell-is-cracked',
    );
    await vscode.commands.executeCommand('type', { text: 'bell' });
    match(editor.document.getText(), /^He says \{claim #bell( by=@\S+)?: the bell is cracked\}\.$/);
  }));

test('pickers: the second statement is as before with one Enter', () =>
  withText('[[The mole is sound]]. The tide is not.', async (editor) => {
    const { document } = editor;
    // The first actor and the first topic below the defaults, the first position.
    await drive('demarche.tagAsClaim', [DOWN, DOWN, ACCEPT], [DOWN, ACCEPT], [DOWN, ACCEPT]);
    const [, attributes] =
      /^\{claim #the-mole-is-sound (by=@\S+ topic=\S+ position=\w+): /.exec(document.getText()) ?? [];
    ok(attributes, document.getText());
    const { start, end } = rangeOf(document, 'The tide is not');
    editor.selection = new vscode.Selection(start, end);
    await drive('demarche.tagAsClaim', [ACCEPT]);
    ok(
      document.getText().includes(`{claim #the-tide-is-not ${attributes}: The tide is not}`),
      document.getText(),
    );
  }));

test('pickers: a mention of an actor by another name is one Enter', () =>
  withText('Then [[Ms Veld]] spoke.', async ({ document }) => {
    await drive('demarche.tagAsActor', [ACCEPT]);
    equal(document.getText(), 'Then {@veld: Ms Veld} spoke.');
  }));

test('pickers: a new actor goes into the codebook with the tag', () =>
  withFile('fog.demarche', async (editor) => {
    const { document } = editor;
    const codebook = await vscode.workspace.openTextDocument(fileUri('demarche.yaml'));
    const [text, names] = [document.getText(), codebook.getText()];
    const { start, end } = rangeOf(document, 'the seals');
    editor.selection = new vscode.Selection(start, end);
    // “New: the seals”, then its kind: a group is the last.
    await drive('demarche.tagAsActor', [ACCEPT], [DOWN, DOWN, DOWN, DOWN, ACCEPT]);
    ok(document.getText().includes('{@the-seals: the seals}'), document.getText());
    match(codebook.getText(), /^ {2}the-seals: \{ name: the seals, kind: group \}$/m);
    equal(codebook.getText().replace(/^ {2}the-seals: .*\n/m, ''), names);
    await vscode.commands.executeCommand('undo');
    await eventually('codebook as it was', () => codebook.getText() === names);
    equal(document.getText(), text);
  }));

test('pickers: a selection continues the nearest statement', () =>
  withText('{claim #bell: The bell is cracked}, he says, [[and the rope too]].', async ({ document }) => {
    await drive('demarche.continueStatement', [ACCEPT]);
    equal(document.getText(), '{claim #bell: The bell is cracked}, he says, {+#bell: and the rope too}.');
  }));
