/** The views in the side bar, worked by the keyboard as a user does: rows are opened, and lead to their words. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { append, fileUri, withFile, withText } from './texts.ts';
import { eventually } from './waiting.ts';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The file that is shown, and the words from the cursor on. */
function shown(): string {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return '';
  const { document, selection } = editor;
  const words = document.getText().slice(document.offsetAt(selection.active));
  return `${vscode.workspace.asRelativePath(document.uri)}: ${words}`;
}

/** How long the view is given; more with each attempt, for a machine that is busy. */
let slowness = 1;

/** Steps in the list of a view: each a command of the editor's own. */
async function inView(view: 'actors' | 'demands', ...steps: string[]): Promise<void> {
  await run(`demarche.${view}.focus`);
  // The rows come from the server.
  await pause(400 * slowness);
  for (const step of steps) {
    await run(`list.${step}`);
    await pause(150 * slowness);
  }
  slowness = Math.min(slowness * 1.5, 4);
}

test('an actor’s statement is below it, and a choice leads to its words', () =>
  withFile('fog.demarche', async (editor) => {
    await run('demarche.viewDocument');
    await run('demarche.listActors');
    await run('demarche.sortActorsByName');
    await eventually('way to the claim of the first actor', async () => {
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      // Harbour Office › Claims › the first one.
      await inView('actors', 'focusFirst', 'expand', 'focusDown', 'focusDown', 'select');
      return shown().startsWith('fog.demarche: Three boats');
    });
    equal(editor.selection.isEmpty, true, 'words are not selected: a key would replace them');
  }));

test('the view of actors follows an edit', () =>
  withFile('fog.demarche', async (editor) => {
    await run('demarche.viewDocument');
    await run('demarche.listActors');
    await append(editor, '\n\n{claim by=@aaa: Seals want nothing}.\n');
    await eventually('way to the new claim', async () => {
      // The name of an actor that nobody defines begins with its sign, and sorts first.
      await inView('actors', 'focusFirst', 'expand', 'focusDown', 'focusDown', 'select');
      return shown().startsWith('fog.demarche: Seals want nothing');
    });
  }));

test('a demand of another text is found in the view of all texts', () =>
  withText('Nothing is marked here.', async () => {
    await run('demarche.viewWorkspace');
    await run('demarche.groupDemandsByClaimant');
    try {
      await eventually('way to the demand', async () => {
        await inView('demands', 'focusFirst', 'focusDown', 'select');
        return shown().startsWith('fog.demarche: {@pilots: The guild} is to keep');
      });
    } finally {
      await run('demarche.viewDocument');
      await run('demarche.groupDemandsByState');
    }
  }));

test('from an actor of the view to its entry in the codebook', () =>
  withFile('fog.demarche', async () => {
    await run('demarche.viewDocument');
    await run('demarche.listActors');
    await eventually('codebook', async () => {
      await inView('actors', 'focusFirst', 'select');
      await run('demarche.goToActorDefinition');
      return shown().startsWith('demarche.yaml: harbour');
    });
    await run('workbench.action.closeActiveEditor');
  }));

test('every mention of an actor of the view is tagged in one step', () =>
  withText('{claim by=@harbour: x}. The harbour, the Harbour Office.', async (editor) => {
    const { document } = editor;
    await run('demarche.viewDocument');
    await run('demarche.listActors');
    await eventually('tags', async () => {
      await inView('actors', 'focusFirst', 'select');
      await run('demarche.tagActorMentions');
      return /\{@harbour: .*Harbour Office\}/.test(document.getText());
    });
    await vscode.window.showTextDocument(document);
    await run('undo');
    equal(document.getText(), '{claim by=@harbour: x}. The harbour, the Harbour Office.');
  }));

test('VS Code itself has no key that begins as ours do', async () => {
  await run('workbench.action.openDefaultKeybindingsFile');
  const document = await eventually('default keys', () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.path.includes('keybindings') && editor.document.getText().length > 1_000
      ? editor.document
      : undefined;
  });
  const text = document.getText();
  const bindings = [...text.matchAll(/\{ "key": "((?:[^"\\]|\\.)*)",\s*"command": "([^"]*)"/g)];
  ok(bindings.length > 200, `only ${bindings.length} keys were read`);
  const others = bindings
    .filter(([, key = '', command = '']) => /^(ctrl|cmd)\+'/.test(key) && !command.startsWith('demarche.'))
    .map(([, key, command]) => `${key}: ${command}`);
  deepEqual(others, []);
  await run('workbench.action.closeActiveEditor');
});

test('a codebook is made with a commented start, and never written over', async () => {
  const folder = fileUri('new');
  const uri = vscode.Uri.joinPath(folder, 'demarche.yaml');
  await vscode.workspace.fs.createDirectory(folder);
  try {
    await run('demarche.createCodebook', folder);
    const document = await vscode.workspace.openTextDocument(uri);
    ok(document.getText().includes('\nactors:\n'), document.getText());
    await pause(1_000);
    deepEqual(vscode.languages.getDiagnostics(uri), [], 'a fresh codebook has nothing wrong');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('actors: { mine: { name: Mine } }\n'));
    await run('demarche.createCodebook', folder);
    equal(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
      'actors: { mine: { name: Mine } }\n',
    );
  } finally {
    await run('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }
});
