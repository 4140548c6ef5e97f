/** How marks are shown: what decorates them can't be read back, but what decides on it can. */
import { equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { withFile } from './texts.ts';

const marks = () => vscode.workspace.getConfiguration('demarche').get('marks');

test('marks are dimmed, and the toggle hides and shows them', () =>
  withFile('fog.demarche', async ({ document }) => {
    const text = document.getText();
    equal(marks(), 'dimmed');
    await vscode.commands.executeCommand('demarche.toggleMarks');
    try {
      equal(marks(), 'hidden');
      await vscode.commands.executeCommand('demarche.toggleMarks');
      equal(marks(), 'dimmed');
    } finally {
      await vscode.workspace
        .getConfiguration('demarche')
        .update('marks', undefined, vscode.ConfigurationTarget.Global);
    }
    equal(document.getText(), text);
  }));
