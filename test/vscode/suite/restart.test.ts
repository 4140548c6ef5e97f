/** A new server, wherever it runs: as a process or as a browser's worker. */
import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { append, withFile } from './texts.ts';
import { findings } from './waiting.ts';

test('findings go with the server, and come back with the next one', () =>
  withFile('fog.demarche', async (editor) => {
    const { document } = editor;
    await append(editor, '\n{claim #unsaved by=@harbour: Only the editor has this.');
    await findings(document, 'an unclosed tag', (rules) => rules.includes('unclosed-tag'));
    const gone = findings(document, 'findings gone with the server', (rules) => rules.length === 0);
    await vscode.commands.executeCommand('demarche.restartServer');
    await gone;
    await findings(document, 'findings of the new server', (rules) => rules.includes('unclosed-tag'));
    ok(document.isDirty, 'The text was saved or lost.');
  }));
