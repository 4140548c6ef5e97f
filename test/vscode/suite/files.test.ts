/** What happens to files on disk reaches the server. */
import * as vscode from 'vscode';
import { test } from './harness.ts';
import { fileUri, withFile } from './texts.ts';
import { findings } from './waiting.ts';

async function onDisk(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
}

async function toDisk(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
}

/** Leaves a file as it was, whatever the work does to it. */
async function restoring(name: string, work: (text: string) => unknown): Promise<void> {
  const text = await onDisk(name);
  try {
    await work(text);
  } finally {
    await toDisk(name, text);
  }
}

test('a codebook that changes on disk changes the findings', () =>
  withFile('fog.demarche', async ({ document }) => {
    await restoring('demarche.yaml', async (text) => {
      await toDisk('demarche.yaml', text.replace('  veld:', '  feld:'));
      await findings(document, 'an undefined actor', (rules) => rules.includes('undefined-actor'));
    });
    await findings(document, 'no undefined actor', (rules) => !rules.includes('undefined-actor'));
  }));
