/** Settings of ours, for as long as something takes. */
import * as vscode from 'vscode';

/** Sets a setting of the user's while work is done, then takes it back. @param name without `demarche.` */
export async function withSetting<T>(name: string, value: unknown, work: () => Thenable<T>): Promise<T> {
  const set = (to: unknown) =>
    vscode.workspace.getConfiguration('demarche').update(name, to, vscode.ConfigurationTarget.Global);
  await set(value);
  try {
    return await work();
  } finally {
    await set(undefined);
  }
}
