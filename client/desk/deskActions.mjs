/**
 * What one does at a desk, done as a user does it: by the keyboard.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

/**
 * @typedef {object} DeskActions
 * @property {(file: string) => Promise<void>} openFile Opens a file by its path in the folder.
 * @property {(title: string) => Promise<void>} command Runs a command by its title in the palette.
 * @property {(name: string) => Promise<string>} shot Takes a picture and gives its path.
 */

/**
 * @param {any} page Playwright's page with a workbench.
 * @param {string | undefined} shots Folder for the pictures.
 * @returns {DeskActions}
 */
export function deskActions(page, shots) {
  const input = page.locator('.quick-input-widget:visible input[type=text]');
  const rows = page.locator('.quick-input-list .monaco-list-row');

  /**
   * Types into the quick input and takes the entry that matches.
   *
   * @param {string} key What opens it.
   * @param {string} text
   * @param {(label: string) => boolean} matches
   * @param {string} kind
   */
  async function choose(key, text, matches, kind) {
    await page.keyboard.press(key);
    await input.waitFor();
    // Commands have a sign before them, which is there already.
    const wanted = (await input.inputValue()).replace(/[^>].*/, '') + text;
    const deadline = Date.now() + 15_000;
    for (let label = ''; !matches(label); ) {
      if (Date.now() > deadline) {
        await page.keyboard.press('Escape');
        throw new Failure(`The editor offers no ${kind} “${text}”. It offers first: ${label || 'nothing'}`);
      }
      // What is written before the list takes keys is lost.
      if ((await input.inputValue()) !== wanted) await input.fill(wanted);
      await page.waitForTimeout(50);
      const focused = rows.and(page.locator('.focused')).first();
      label = (await focused.count()) ? ((await focused.getAttribute('aria-label')) ?? '') : '';
    }
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  return {
    async openFile(file) {
      const name = path.posix.basename(file);
      // Quick open shows the recently opened before it has searched; only the one looked for will do.
      await choose('Control+P', file, (label) => label.startsWith(name), 'file');
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-instance .view-lines').first().waitFor();
    },

    async command(title) {
      await choose('F1', title, (label) => label.split(', ')[0]?.includes(title) ?? false, 'command');
    },

    async shot(name) {
      if (!shots) throw new Failure('No folder was given for pictures.');
      fs.mkdirSync(shots, { recursive: true });
      const file = path.join(shots, name.endsWith('.png') ? name : `${name}.png`);
      // Two frames: what was asked for last is then drawn.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      await page.screenshot({ path: file });
      return file;
    },
  };
}
