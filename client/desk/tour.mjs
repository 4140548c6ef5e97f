/**
 * A tour for screenshot.mjs: opens the first plain file of the folder.
 */
import fs from 'node:fs';
import { Failure } from './failure.mjs';

/**
 * @param {import('./desk.mjs').Desk} desk
 */
export default async function tour({ folder, openFile, command, shot }) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const file = entries.find((entry) => entry.isFile())?.name;
  if (!file) throw new Failure('The folder has no file to open.');
  await openFile(file);
  await shot('editor');
  await command('View: Toggle Primary Side Bar Visibility');
  await shot('editor-alone');
}
