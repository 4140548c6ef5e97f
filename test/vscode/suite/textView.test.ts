/** The text view: the published text, to read and to mark. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { withSetting } from './settings.ts';
import { fileUri, inside, rangeOf, withFile, withText } from './texts.ts';
import { eventually } from './waiting.ts';

/** Runs a command of ours; those that tag ask nothing. */
const run = (command: string) =>
  withSetting('tagging.ask', false, () => vscode.commands.executeCommand(`demarche.${command}`));

/** Shows the text view of the active source for as long as the work takes. */
async function withTextView(work: (view: vscode.TextEditor) => unknown): Promise<void> {
  await run('showText');
  const view = await eventually('text view', () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.scheme === 'demarche-text' ? editor : undefined;
  });
  try {
    await work(view);
  } finally {
    await vscode.window.showTextDocument(view.document);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  }
}

function select({ document }: vscode.TextEditor, words: string): vscode.Selection {
  const { start, end } = rangeOf(document, words);
  return new vscode.Selection(start, end);
}

test('the text view shows the published text, of which nothing can be typed over', () =>
  withFile('fog.demarche', () =>
    withTextView(async ({ document }) => {
      const text = document.getText();
      ok(
        text.startsWith('# The order\n\nOn Monday the harbour had the fog bell taken down. The guild is'),
        text,
      );
      ok(!/[{}]/.test(text), text);
      equal(document.languageId, 'demarche-text');
      await vscode.commands.executeCommand('type', { text: 'x' });
      equal(document.getText(), text);
    }),
  ));

test('what is tagged in the text view is tagged in the source, and the text stays', () =>
  withText('Marit says the bell is cracked.\n\nIt is {@x: old}.', ({ document: source }) =>
    withTextView(async (view) => {
      const text = view.document.getText();
      view.selection = select(view, 'the bell is cracked');
      await run('tagAsClaim');
      equal(source.getText(), 'Marit says {claim by=@author: the bell is cracked}.\n\nIt is {@x: old}.');
      view.selection = select(view, 'It is old');
      await run('tagAsDemand');
      match(source.getText(), /\n\n\{demand by=@author: It is \{@x: old\}\}\.$/);
      view.selection = select(view, 'Marit');
      await run('tagAsActor');
      match(source.getText(), /^\{@marit: Marit\} says/);
      equal(view.document.getText(), text);
      equal(vscode.window.activeTextEditor?.document, view.document);
    }),
  ));

test('a selection over two paragraphs of the text view becomes a statement and its continuation', () =>
  withText('The fog came in. It was dense.\n\nIt stayed till noon.', ({ document: source }) =>
    withTextView(async (view) => {
      view.selection = select(view, 'It was dense.\n\nIt stayed');
      await run('tagAsClaim');
      match(
        source.getText(),
        /^The fog came in\. \{claim #(\S+) by=@author: It was dense\.\}\n\n\{\+#\1: It stayed\} till noon\.$/,
      );
      await run('undoMarking');
      equal(source.getText(), 'The fog came in. It was dense.\n\nIt stayed till noon.');
    }),
  ));

test('a text that was never saved takes its text view with it', async () => {
  const isOpen = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .some(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === 'demarche-text');
  await withText('Six bells.', async (editor) => {
    await run('showText');
    await eventually('text view', isOpen);
    await vscode.window.showTextDocument(editor.document);
  });
  await eventually('closed text view', () => !isOpen());
});

test('undo and redo in the text view are of the marks in its source', () =>
  withText('Six bells hung there.', ({ document: source }) =>
    withTextView(async (view) => {
      view.selection = select(view, 'Six bells');
      await run('tagAsClaim');
      view.selection = select(view, 'hung');
      await run('tagAsDemand');
      const marked = source.getText();
      await run('undoMarking');
      equal(source.getText(), '{claim by=@author: Six bells} hung there.');
      await run('undoMarking');
      equal(source.getText(), 'Six bells hung there.');
      await run('redoMarking');
      await run('redoMarking');
      equal(source.getText(), marked);
      equal(vscode.window.activeTextEditor?.document, view.document);
    }),
  ));

test('undo in the text view takes back what was typed in the source since', () =>
  withText('Six bells hung there.', (editor) =>
    withTextView(async (view) => {
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand('cursorBottom');
      await vscode.commands.executeCommand('type', { text: '!' });
      await vscode.window.showTextDocument(view.document);
      await run('undoMarking');
      equal(editor.document.getText(), 'Six bells hung there.');
      equal(vscode.window.activeTextEditor?.document, view.document);
    }),
  ));

test('the text view follows words that are typed in the source, saved or not', () =>
  withText('Six bells hung there.', ({ document: source }) =>
    withTextView(async (view) => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(source.uri, new vscode.Position(0, 4), 'old ');
      edit.insert(source.uri, new vscode.Position(0, 21), ' {@x: Six}.');
      ok(await vscode.workspace.applyEdit(edit));
      await eventually('new text', () => view.document.getText() === 'Six old bells hung there. Six.');
    }),
  ));

test('hover in the text view tells of the actor and the statement', () =>
  withFile('fog.demarche', () =>
    withTextView(async ({ document }) => {
      const said = await eventually('hover', async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          inside(document, 'Marit Veld'),
        );
        return hovers
          .flatMap(({ contents }) => contents as vscode.MarkdownString[])
          .map(({ value }) => value)
          .join('\n');
      });
      match(said, /Marit Veld/);
      match(said, /#radar/);
    }),
  ));

test('a mention in the text view leads to the codebook', () =>
  withFile('fog.demarche', () =>
    withTextView(async ({ document }) => {
      const [place] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        inside(document, 'Marit Veld'),
      );
      const uri = place && ('targetUri' in place ? place.targetUri : place.uri);
      equal(uri?.toString(), fileUri('demarche.yaml').toString());
    }),
  ));

test('the outline of the text view is that of the source, at the published words', () =>
  withFile('fog.demarche', () =>
    withTextView(async ({ document }) => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      deepEqual(
        symbols.map(({ name, children }) => [name, children.map((child) => child.name)]),
        [
          ['The order', ['#wait']],
          ['The reply', ['#slow', '#radar']],
        ],
      );
      const slow = symbols[1]?.children[0];
      equal(slow && document.getText(slow.range), 'Three boats touched the mole this winter');
    }),
  ));

test('next and previous statement go from words to words in the text view', () =>
  withFile('fog.demarche', () =>
    withTextView(async (view) => {
      const atCursor = () =>
        view.document.getText().slice(view.document.offsetAt(view.selection.active)).slice(0, 11);
      view.selection = new vscode.Selection(0, 0, 0, 0);
      await run('nextStatement');
      equal(atCursor(), 'The guild i');
      await run('nextStatement');
      equal(atCursor(), 'Three boats');
      await run('nextStatement');
      equal(atCursor(), 'Marit Veld ');
      await run('previousStatement');
      equal(atCursor(), 'Three boats');
    }),
  ));

test('from the source to the same words in the text view, and back', () =>
  withFile('fog.demarche', (editor) => {
    editor.selection = select(editor, 'touched the mole');
    return withTextView(async (view) => {
      equal(view.document.getText(view.selection), 'touched the mole');
      view.selection = select(view, 'neither bell');
      await run('showSource');
      const source = vscode.window.activeTextEditor;
      equal(source?.document, editor.document);
      equal(source?.document.getText(source.selection), 'neither bell');
    });
  }));
