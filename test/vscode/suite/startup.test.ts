/** What the start of the extension costs the window. */
import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { withFile } from './texts.ts';
import { eventually } from './waiting.ts';

/**
 * Milliseconds that everything else may wait while the extension is loaded and its `activate` runs. On a machine that
 * does nothing else it is about ten, and should never be above fifty; one that runs all tests at once measures itself.
 */
const LIMIT = 250;

test('the extension starts so quickly that nobody waits', () =>
  withFile('fog.demarche', async () => {
    await vscode.extensions.getExtension('demarche.demarche')?.activate();
    // What Developer: Startup Performance shows, where the editor itself has measured.
    await vscode.commands.executeCommand('perfview.show');
    // | Extension | Eager | Load Code | Call Activate | Finish Activate | Event | By |
    const row = await eventually('row of ours in the report of start-up times', () => {
      const report = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText();
      return report?.split('\n').find((line) => line.startsWith('| demarche.demarche'));
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const [, , , load = Number.NaN, call = Number.NaN] = row.split('|').map(Number);
    console.log(`ok to load ${load} ms, to activate ${call} ms`);
    ok(load + call < LIMIT, row);
  }));
