/** The server ends, by command or by itself, and nothing is lost. */

import { equal, ok } from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { append, withFile } from './texts.ts';
import { eventually, findings } from './waiting.ts';

/**
 * The processes of the language server: children of the extension host, in which the tests run too. Node has no
 * public list of children, and asking the system for one differs from system to system.
 */
function serverProcesses(): ChildProcess[] {
  const { _getActiveHandles } = process as unknown as { _getActiveHandles: () => Partial<ChildProcess>[] };
  const handles = _getActiveHandles.call(process);
  return handles.filter((handle) =>
    handle.spawnargs?.some((argument) => argument.endsWith('server.cjs')),
  ) as ChildProcess[];
}

async function brokenText(work: (document: vscode.TextDocument) => unknown): Promise<void> {
  await withFile('fog.demarche', async (editor) => {
    await append(editor, '\n{claim #unsaved by=@harbour: Only the editor has this.');
    await findings(editor.document, 'an unclosed tag', (rules) => rules.includes('unclosed-tag'));
    await work(editor.document);
    ok(editor.document.isDirty, 'The text was saved or lost.');
  });
}

/** Waits until findings are gone with the old server, and there again with the new one. */
async function findingsReturn(document: vscode.TextDocument, end: () => unknown): Promise<void> {
  const former = serverProcesses()[0]?.pid;
  ok(former, 'No process of the server was found.');
  const gone = findings(document, 'findings gone with the server', (rules) => rules.length === 0);
  await end();
  await gone;
  await eventually('new server', () => {
    const [server] = serverProcesses();
    return server && server.pid !== former;
  });
  await findings(document, 'findings of the new server', (rules) => rules.includes('unclosed-tag'));
}

test('a restarted server knows the unsaved text', () =>
  brokenText((document) =>
    findingsReturn(document, () => vscode.commands.executeCommand('demarche.restartServer')),
  ));

test('a server that was killed comes back and knows the unsaved text', () =>
  brokenText((document) => findingsReturn(document, () => serverProcesses()[0]?.kill('SIGKILL'))));

test('two restarts at once leave one server', async () => {
  const restart = () => vscode.commands.executeCommand('demarche.restartServer');
  await Promise.all([restart(), restart()]);
  await eventually('single server', () => serverProcesses().length === 1);
  await brokenText(() => undefined);
  equal(serverProcesses().length, 1);
});
