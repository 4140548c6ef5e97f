/** What helps while a text is being edited: rewrites, hints, folds, links, and ids that change together. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { inside, withFile, withText } from './texts.ts';
import { eventually } from './waiting.ts';

/** Does the first action whose title begins so, at the selection. */
async function act({ document, selection }: vscode.TextEditor, title: string): Promise<void> {
  const edit = await eventually(`action “${title}”`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      undefined,
      50,
    );
    return actions?.find((action) => action.title.startsWith(title))?.edit;
  });
  ok(await vscode.workspace.applyEdit(edit));
}

/** What a text becomes by an action at what its markers select. */
async function becomes(marked: string, title: string, expected: string): Promise<void> {
  await withText(marked, async (editor) => {
    await act(editor, title);
    equal(editor.document.getText(), expected);
  });
}

test('a statement is split where the cursor is', () =>
  becomes(
    '{claim #late by=@harbour: It is late. <|>It is dark}.',
    'Split the statement here',
    '{claim #late by=@harbour: It is late.} {+#late: It is dark}.',
  ));

test('a statement goes on with the selection', () =>
  becomes(
    '{claim #late by=@harbour: It is late}. [[It is dark]].',
    'Continue #late',
    '{claim #late by=@harbour: It is late}. {+#late: It is dark}.',
  ));

test('every mention of an actor is tagged', () =>
  becomes(
    '{@har<|>bour: The office} and Harbour Office.\n\nMs Veld met Harbour Office.',
    'Tag every mention of Harbour Office',
    '{@harbour: The office} and {@harbour: Harbour Office}.\n\nMs Veld met {@harbour: Harbour Office}.',
  ));

test('a tag is taken off, its words stay', () =>
  becomes('{cl<|>aim by=@harbour: It is late}.', 'Unwrap the claim', 'It is late.'));

test('a finding is quieted where it stands', () =>
  becomes(
    'It {@nobo<|>dy: fell}.',
    'Ignore undefined-actor in this paragraph',
    'It {@nobody: fell}. {>> demarche-ignore undefined-actor <<}',
  ));

test('a statement is given an id', () =>
  withText('{cla<|>im by=@harbour: Fog bells are old}.', async (editor) => {
    await act(editor, 'Give the statement an id');
    ok(/^\{claim #[\w-]+ by=@harbour: Fog bells are old\}\.$/.test(editor.document.getText()));
  }));

test('the selection grows by what the text is made of', () =>
  withText('One. {claim by=@harbour: It is {@pilots: the gu<|>ild}}. Two.', async (editor) => {
    const words: string[] = [];
    for (let step = 0; step < 6; step++) {
      await vscode.commands.executeCommand('editor.action.smartSelect.expand');
      words.push(editor.document.getText(editor.selection));
    }
    ok(words.includes('the guild'), words.join('|'));
    ok(words.includes('{@pilots: the guild}'), words.join('|'));
    ok(words.includes('{claim by=@harbour: It is {@pilots: the guild}}'), words.join('|'));
  }));

test('head, sections and memos of several lines fold', () =>
  withText(
    '---\ntitle: T\n---\n\n# One\n\nWords {>> a\nmemo <<}.\n\n# Two\n\nMore.\n',
    async ({ document }) => {
      const folds = await eventually('folds', async () => {
        const found = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
          'vscode.executeFoldingRangeProvider',
          document.uri,
        );
        return found && found.length > 2 ? found : undefined;
      });
      const lines = new Set(folds.map(({ start, end }) => `${start}-${end}`));
      for (const fold of ['0-2', '4-7', '6-7', '9-11']) ok(lines.has(fold), [...lines].join(' '));
    },
  ));

test('names stand beside ids when the setting says so', async () => {
  const settings = vscode.workspace.getConfiguration('demarche');
  await settings.update('inlayHints.names', true, vscode.ConfigurationTarget.Global);
  try {
    await withText('{@veld: She} left. {claim topic=dues: It costs}.', async ({ document }) => {
      const hints = await eventually('hints', async () => {
        const found = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
          'vscode.executeInlayHintProvider',
          document.uri,
          new vscode.Range(0, 0, 1, 0),
        );
        return found && found.length > 0 ? found : undefined;
      });
      deepEqual(
        hints.map(({ label }) => label),
        ['Marit Veld', 'Harbour dues'],
      );
    });
  } finally {
    await settings.update('inlayHints.names', undefined, vscode.ConfigurationTarget.Global);
  }
});

test('what a head names can be followed', () =>
  withText('---\ntitle: T\nsource: https://example.org/fog\n---\n\nWords.', async ({ document }) => {
    const links = await eventually('links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[] | undefined>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return found?.some(({ target }) => target) ? found : undefined;
    });
    ok(links.some(({ target }) => target?.toString() === 'https://example.org/fog'));
  }));

/** Types where the cursor is; what the editor does thereupon has come when it is asked again. */
async function typed(editor: vscode.TextEditor, key: string, expected: RegExp): Promise<void> {
  const { selection } = editor;
  await eventually(`“${key}” typed, then ${expected}`, async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('type', { text: key });
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (expected.test(editor.document.getText())) return true;
    await vscode.commands.executeCommand('undo');
    editor.selection = selection;
    return false;
  });
}

test('an id and its uses change together, where the setting says so', async () => {
  const settings = vscode.workspace.getConfiguration('editor');
  await settings.update('linkedEditing', true, vscode.ConfigurationTarget.Global);
  try {
    await withFile('fog.demarche', async (editor) => {
      const start = inside(editor.document, '#wait by').translate(0, 4);
      editor.selection = new vscode.Selection(start, start);
      await typed(editor, 'x', /#waitx by[^]*supports=#waitx:[^]*answers=#waitx /);
    });
  } finally {
    await settings.update('linkedEditing', undefined, vscode.ConfigurationTarget.Global);
  }
});

test('a head is put in order when its colon is typed, where the setting says so', async () => {
  const settings = vscode.workspace.getConfiguration('editor');
  await settings.update('formatOnType', true, vscode.ConfigurationTarget.Global);
  try {
    await withText('{claim   by=@harbour  #late<|> It is late}.', async (editor) => {
      // Nothing says when the editor has taken the setting over.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await vscode.commands.executeCommand('type', { text: ':' });
      await eventually(
        'head in order',
        () => editor.document.getText() === '{claim #late by=@harbour: It is late}.',
      );
    });
  } finally {
    await settings.update('formatOnType', undefined, vscode.ConfigurationTarget.Global);
  }
});
