/**
 * The views for screenshot.mjs: *Actors* and *Demands* of a text and of all texts, what is said where there is nothing
 * to show, and the first steps.
 *
 * `node client/desk/screenshot.mjs client/desk/viewsTour.mjs OUTDIR --theme dark` after a build and `npm run package`.
 */

/** How the editor calls what the tour uses. */
const ENGLISH = {
  claim: 'claim',
  firstSteps: 'first steps',
  allTexts: 'Demarche: Show All Texts',
  activeText: 'Demarche: Show Active Text Only',
  byAddressee: 'Demarche: Group Demands by Addressee',
};

/**
 * @param {import('./desk.mjs').Desk} desk
 * @param {typeof ENGLISH} words In another language.
 */
export default async function viewsTour({ page, openFile, command, shot }, words = ENGLISH) {
  await command('View: Close Secondary Side Bar').catch(() => {});
  await page
    .locator('.activitybar a[aria-label="Demarche"], .activitybar a[aria-label^="Demarche"]')
    .first()
    .click();
  await page.waitForTimeout(1500);
  await shot('welcome');
  await openFile('border-river.demarche');
  await page.locator('.pane-body .monaco-list-row').first().waitFor();
  await page.waitForTimeout(1200);
  await shot('document');
  await page.locator('.pane-body .monaco-list-row', { hasText: words.claim }).first().click();
  await page.waitForTimeout(800);
  await page.locator('.pane-body .monaco-list-row').nth(3).hover();
  await page.waitForTimeout(1500);
  await shot('actor');
  await page.mouse.move(700, 5);
  await command(words.allTexts);
  await page.waitForTimeout(1500);
  await command(words.byAddressee);
  await page.waitForTimeout(1000);
  await shot('workspace');
  await command('View: Close All Editors').catch(() => {});
  await command(words.activeText);
  await page.locator('.welcome-view-content a', { hasText: words.firstSteps }).first().click();
  await page.locator('.getting-started-step').first().waitFor();
  await page.waitForTimeout(1500);
  for (const [index, name] of ['paste', 'mark', 'actors', 'demands', 'look', 'export'].entries()) {
    await page.locator('.getting-started-step').nth(index).click();
    await page.waitForTimeout(700);
    await shot(`step-${name}`);
  }
}
