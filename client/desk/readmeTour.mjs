/**
 * The README's pictures for screenshot.mjs: the argument map, the actor network, and the text view with the first of the
 * lists that ask. That of the editor is in tour.mjs.
 *
 * `node client/desk/screenshot.mjs client/desk/readmeTour.mjs OUTDIR` after a build and `npm run package`.
 */

/**
 * @param {import('./desk.mjs').Desk} desk
 */
export default async function readmeTour({ page, openFile, command, shot }) {
  const chord = async (/** @type {string} */ key) => {
    await page.keyboard.press("Control+'");
    await page.keyboard.press(key);
    await page.waitForTimeout(2000);
  };
  await command('View: Close Secondary Side Bar').catch(() => {});
  await command('View: Toggle Primary Side Bar Visibility');
  await openFile('guarantees.demarche');
  await goToLine(page, '24:150');
  await chord('g');
  await page.waitForTimeout(4000);
  await shot('argument-map');
  await page.locator('.tab', { hasText: 'guarantees.demarche' }).click();
  await chord('w');
  await shot('actor-network');
  await command('View: Close All Editors');
  await openFile('tariffs.demarche');
  await chord('t');
  await chord('f');
  await page.keyboard.type('A household that replaces its boiler would notice some four hundred euros');
  await page.waitForTimeout(1500);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1000);
  await chord('c');
  await page.keyboard.type('eu');
  await page.waitForTimeout(500);
  await shot('text-view');
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} place
 */
async function goToLine(page, place) {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+g');
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
}
