/** Tagging a selection without questions: only marks are new, and one undo takes them back. */
import { equal, match, notEqual } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { withSetting } from './settings.ts';
import { inside, withFile, withText } from './texts.ts';
import { eventually } from './waiting.ts';

type Kind = 'Claim' | 'Demand' | 'Actor' | 'Memo';

/** Tags what is selected at once, and gives the text that comes of it. */
async function tagAs(editor: vscode.TextEditor, kind: Kind): Promise<string> {
  const before = editor.document.getText();
  await withSetting('tagging.ask', false, () => vscode.commands.executeCommand(`demarche.tagAs${kind}`));
  const after = editor.document.getText();
  notEqual(after, before, 'Nothing was tagged.');
  return after;
}

/** One undo, and the text is what it was. */
async function undoRestores({ document }: vscode.TextEditor, text: string): Promise<void> {
  await vscode.commands.executeCommand('undo');
  equal(document.getText(), text);
}

function tagging(kind: Kind, marked: string, expected: RegExp): void {
  test(`a selection is tagged as ${kind.toLowerCase()}, and one undo takes it back`, () =>
    withText(marked, async (editor) => {
      const text = editor.document.getText();
      match(await tagAs(editor, kind), expected);
      await undoRestores(editor, text);
    }));
}

tagging(
  'Claim',
  'He says [[the bell is cracked]], and so it is.',
  /^He says \{claim by=@author: the bell is cracked\}, and so it is\.$/,
);
tagging('Demand', 'They [[must hang a new one]].', /^They \{demand by=@author: must hang a new one\}\.$/);
tagging('Actor', '[[Ida Bruun]] said so.', /^\{@ida-bruun: Ida Bruun\} said so\.$/);
tagging('Memo', 'Six [[bells]] hung there.', /^Six bells \{>> {2}<<\} hung there\.$/);

test('the claimant is selected after tagging, to be typed over', () =>
  withText('He says [[the bell is cracked]].', async (editor) => {
    await tagAs(editor, 'Claim');
    await eventually('selected claimant', () => editor.document.getText(editor.selection) === '@author');
    await vscode.commands.executeCommand('type', { text: '@veld' });
    equal(editor.document.getText(), 'He says {claim by=@veld: the bell is cracked}.');
  }));

test('a selection over two paragraphs becomes a statement and its continuation', () =>
  withText('The fog came in. [[It was dense.\n\nIt stayed]] till noon.', async (editor) => {
    const text = editor.document.getText();
    const tagged = await tagAs(editor, 'Claim');
    match(
      tagged,
      /^The fog came in\. \{claim #(\S+) by=@author: It was dense\.\}\n\n\{\+#\1: It stayed\} till noon\.$/,
    );
    await undoRestores(editor, text);
  }));

test('several selections are tagged one by one', () =>
  withText('[[Six]] bells, [[five]] boats.', async (editor) => {
    equal(await tagAs(editor, 'Claim'), '{claim by=@author: Six} bells, {claim by=@author: five} boats.');
  }));

test('an actor of the codebook is known by its other names', () =>
  withFile('fog.demarche', async (editor) => {
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((builder) => builder.insert(end, '\nWhat did Ms Veld hear?'));
    const start = inside(editor.document, ' Ms Veld hear');
    editor.selection = new vscode.Selection(start, start.translate(0, 'Ms Veld'.length));
    match(await tagAs(editor, 'Actor'), /What did \{@veld: Ms Veld\} hear\?$/);
  }));

test('without a selection the word at the cursor is the actor', () =>
  withText('Then Mar<|>it spoke.', async (editor) => {
    equal(await tagAs(editor, 'Actor'), 'Then {@marit: Marit} spoke.');
  }));

test('without a selection a memo is put at the cursor', () =>
  withText('Then Marit<|> spoke.', async (editor) => {
    equal(await tagAs(editor, 'Memo'), 'Then Marit {>>  <<} spoke.');
  }));

test('without a selection nothing is tagged as a claim', () =>
  withText('Then Mar<|>it spoke.', async (editor) => {
    await vscode.commands.executeCommand('demarche.tagAsClaim');
    equal(editor.document.getText(), 'Then Marit spoke.');
  }));

test('a selection of marks alone is refused, and the text stays', () =>
  withText('{claim #a by=@x[[: ]]Words.}', async (editor) => {
    const text = editor.document.getText();
    await vscode.commands.executeCommand('demarche.tagAsDemand');
    equal(editor.document.getText(), text);
  }));
