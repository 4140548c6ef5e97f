/**
 * The views for screenshot.mjs: *Actors* and *Demands* of a text and of all texts, what is said where there is nothing
 * to show, and the first steps.
 *
 * `node client/desk/screenshot.mjs client/desk/viewsTour.mjs OUTDIR --theme dark` after a build and `npm run package`.
 */

/**
 * @param {import('./desk.mjs').Desk} desk
 */
export default async function viewsTour({ page, openFile, command, shot }) {
  await command('View: Close Secondary Side Bar').catch(() => {});
  await page.locator('.activitybar a[aria-label="Demarche"], .activitybar a[aria-label^="Demarche"]').first().click();
  await page.waitForTimeout(1500);
  await shot('welcome');
  await openFile('border-river.demarche');
  await page.locator('.pane-body .monaco-list-row').first().waitFor();
  await page.waitForTimeout(1200);
  await shot('document');
  await page.locator('.pane-body .monaco-list-row', { hasText: 'claim' }).first().click();
  await page.waitForTimeout(800);
  await page.locator('.pane-body .monaco-list-row').nth(3).hover();
  await page.waitForTimeout(1500);
  await shot('actor');
  await page.mouse.move(700, 5);
  await command('Demarche: Show All Texts');
  await page.waitForTimeout(1500);
  await command('Demarche: Group Demands by Addressee');
  await page.waitForTimeout(1000);
  await shot('workspace');
  await command('Welcome: Open Walkthrough...');
  await page.keyboard.type('First Steps with Demarche');
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await page.locator('.getting-started-step').first().waitFor();
  await page.waitForTimeout(1500);
  await shot('walkthrough');
}
