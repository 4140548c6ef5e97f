/**
 * The tour for screenshot.mjs: what a reader of the samples sees. The README's picture is its `editor`.
 *
 * `node client/desk/screenshot.mjs client/desk/tour.mjs OUTDIR` after a build and `npm run package`.
 */

/**
 * @param {import('./desk.mjs').Desk} desk
 */
export default async function tour({ page, openFile, command, shot }) {
  await openFile('guarantees.demarche');
  await command('View: Close Secondary Side Bar').catch(() => {});
  await command('Explorer: Focus on Outline View');
  await page.waitForSelector('.outline-tree .monaco-list-row');
  await goToLine(page, 24);
  await page.locator('.view-line span', { hasText: 'no-members' }).last().hover();
  await page.waitForSelector('.monaco-hover:visible');
  await page.waitForTimeout(500);
  await shot('editor');
  await page.mouse.move(5, 5);
  await openFile('yuchang.demarche');
  await shot('chinese');
  await openFile('every-mistake.demarche');
  await page.waitForSelector('.squiggly-error');
  await command('View: Focus Problems');
  await page.waitForTimeout(800);
  await shot('mistakes');
}

/**
 * @param {import('playwright-core').Page} page
 * @param {number} line
 */
async function goToLine(page, line) {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+g');
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
}
