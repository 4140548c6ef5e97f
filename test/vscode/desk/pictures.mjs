/**
 * The argument map, the actor network and the demands, as a user has them.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { HOSTILE, longText } from './texts.mjs';
import {
  assertHarmless,
  eventually,
  goTo,
  insideOf,
  keysIn,
  untilCursorIs,
  watchForFaults,
} from './views.mjs';

/** Milliseconds from a key to the picture of a text of 100 KB, on a machine that does other things too. */
const FOLLOW_LIMIT = 2_000;

const TEXT = 'guarantees.demarche';
const HOSTILE_NAME = 'hostile &lt;b&gt; text.demarche';

/** @typedef {import('./run.mjs').DeskTest} DeskTest */

/** @returns {DeskTest[]} */
export function pictureTests() {
  return [
    { name: 'a key opens the map beside the text', body: opensByKey },
    { name: 'a statement that is clicked is selected in the text', body: clickSelects },
    { name: 'the cursor in the text is shown in the map', body: cursorIsShown },
    { name: 'the map goes with the text view as with the source', body: textViewIsFollowed },
    { name: 'Enter after the last list leaves the id as it is', body: enterEndsTag },
    { name: 'arrow keys move in the map, and Enter goes to the text', body: keyboardOnly },
    { name: 'what is typed is in the map, which keeps its place and zoom', body: followsTyping },
    { name: 'filters leave out what they should, and show it again', body: filters },
    { name: 'what is looked for is found', body: finds },
    { name: 'a map is saved as SVG and as PNG', body: saves },
    { name: 'the network shows actors, and leads from place to place', body: network },
    { name: 'the demands are sorted, filtered and copied', body: ledger },
    { name: 'another theme has other colours', body: themes },
    { name: 'a hostile text runs nothing', body: hostile },
    { name: 'a text of 100 KB is followed in time', body: followsLongText },
    { name: 'the last picture stays while the server is started anew', body: serverAway },
    { name: 'the views come back when the window is loaded anew', body: comesBack },
  ];
}

/** @type {DeskTest['body']} */
async function opensByKey({ page, openFile, command, folder }) {
  // Written before they are looked for: the editor's search for files may lag behind.
  fs.writeFileSync(path.join(folder, HOSTILE_NAME), HOSTILE);
  fs.writeFileSync(path.join(folder, 'long.demarche'), longText(100_000));
  await openFile(TEXT);
  await command('View: Toggle Primary Side Bar Visibility');
  await goTo(page, TEXT, 16);
  await page.keyboard.press("Control+'");
  await page.keyboard.press('g');
  const map = await insideOf(page, 'Argument Map');
  assert.equal((await keysIn(map)).length, 20);
  assert.match(await map.locator('[role=status]').innerText(), /guarantees\.demarche · 20 statements/);
}

/** @type {DeskTest['body']} */
async function clickSelects({ page }) {
  const map = await insideOf(page, 'Argument Map');
  await map.locator('[aria-label*="#moved"]').first().click();
  // The focus stays in the map: the text is asked afterwards.
  await page.waitForTimeout(400);
  await page.locator(`.tab[data-resource-name="${TEXT}"]`).click();
  await untilCursorIs(page, /Ln 30, Col \d+ \(\d+ selected\)/);
}

/** @type {DeskTest['body']} */
async function cursorIsShown({ page }) {
  const map = await insideOf(page, 'Argument Map');
  const here = map.locator('.thing[aria-current]');
  await goTo(page, TEXT, 54, 60);
  await eventually('statement of line 54', async () =>
    /#wall/.test(
      (await here
        .first()
        .getAttribute('aria-label')
        .catch(() => '')) ?? '',
    ),
  );
  await eventually('statement in sight', () => here.first().evaluate(isInSight));
  // The innermost of two: a demand inside of a claim.
  await goTo(page, TEXT, 52, 170);
  await eventually('inner statement', async () =>
    /#publish/.test(
      (await here
        .first()
        .getAttribute('aria-label')
        .catch(() => '')) ?? '',
    ),
  );
  assert.equal(await here.count(), 1);
}

/** @type {DeskTest['body']} */
async function textViewIsFollowed({ page }) {
  const map = await insideOf(page, 'Argument Map');
  const here = map.locator('.thing[aria-current]');
  await goTo(page, TEXT, 54, 60);
  await page.keyboard.press("Control+'");
  await page.keyboard.press('t');
  const view = page.locator('.tab.active', { hasText: `${TEXT} (text)` });
  await view.waitFor();
  // Again and again: the view is there before it takes keys.
  await eventually('no statement around the cursor', async () => {
    await page.keyboard.press('Control+Home');
    await page.waitForTimeout(300);
    return (await here.count()) === 0;
  });
  await page.keyboard.press("Control+'");
  await page.keyboard.press('n');
  await eventually('the first statement in the map', async () =>
    /#costly/.test((await here.getAttribute('aria-label').catch(() => '')) ?? ''),
  );
  // What is chosen in the map is shown in the text view, not in the source over it.
  await map.locator('[aria-label*="#moved"]').first().dblclick();
  await untilCursorIs(page, /Ln 16, Col \d+$/);
  assert.equal(await view.count(), 1);
  await page.keyboard.press("Control+'");
  await page.keyboard.press('t');
  await page.locator(`.tab.active[data-resource-name="${TEXT}"]`).waitFor();
  await page.locator('.tab', { hasText: `${TEXT} (text)` }).click({ button: 'middle' });
}

/** @type {DeskTest['body']} */
async function enterEndsTag({ page }) {
  await goTo(page, TEXT, 18, 9);
  const line = page.locator('.view-line', { hasText: '#writing' });
  await page.keyboard.press('End');
  for (let letters = 0; letters < 7; letters++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press("Control+'");
  await page.keyboard.press('c');
  const picker = page.locator('.quick-input-widget:visible');
  for (const step of ['1/3', '2/3', '3/3']) {
    const title = picker.getByText(`(${step})`);
    if (step === '3/3' && !(await title.count())) break;
    await title.waitFor();
    await page.keyboard.press('Enter');
    await title.waitFor({ state: 'hidden' });
  }
  await line.waitFor();
  await page.keyboard.press('Enter');
  await untilCursorIs(page, /Ln 18, Col \d+$/);
  assert.equal(await line.count(), 1);
  await page.keyboard.press('Control+z');
  await line.waitFor({ state: 'detached' });
}

/** @type {DeskTest['body']} */
async function keyboardOnly({ page }) {
  const map = await insideOf(page, 'Argument Map');
  await page.locator('.tab', { hasText: 'Argument Map' }).click();
  // To the search field by its key, and on to the picture by Tab.
  // The editor gives the focus to the page in its own time.
  await eventually('focus in the search field', async () => {
    await page.keyboard.press('/');
    return (await focused(map, 'className')) === 'find';
  });
  await map.locator('.find').fill('');
  for (let steps = 0; steps < 9 && !(await focusedKey(map)); steps++) await page.keyboard.press('Tab');
  assert.ok(await focusedKey(map), 'Tab does not lead into the picture.');
  await page.keyboard.press('Home');
  const keys = await keysIn(map);
  assert.equal(await focusedKey(map), keys[0]);
  await page.keyboard.press('ArrowDown');
  const below = await focusedKey(map);
  assert.notEqual(below, keys[0]);
  await page.keyboard.press('ArrowUp');
  assert.equal(await focusedKey(map), keys[0]);
  await page.keyboard.press('End');
  assert.equal(await focusedKey(map), keys.at(-1));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  // The text has the focus now: nothing is selected that the next key would replace.
  await untilCursorIs(page, /Ln 16, Col \d+$/);
  await page.keyboard.press('ArrowRight');
  await untilCursorIs(page, /Ln 16, Col \d+$/);
}

/** @type {DeskTest['body']} */
async function followsTyping({ page }) {
  const map = await insideOf(page, 'Argument Map');
  await page.locator('.tab', { hasText: 'Argument Map' }).click();
  await map.locator('.thing').nth(5).click();
  await map.locator('body').press('+');
  await map.locator('body').press('+');
  const zoom = await map.locator('.size').innerText();
  const before = (await keysIn(map)).length;
  await goTo(page, TEXT, 54, 1);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' {claim #ferry: The ferry runs');
  await eventually('new statement', async () => (await keysIn(map)).length === before + 1);
  await page.keyboard.type(' on Sundays too');
  await eventually('longer statement', async () =>
    (await map.locator('[aria-label*="#ferry"]').getAttribute('aria-label')).includes('Sundays too'),
  );
  assert.equal(await map.locator('.size').innerText(), zoom);
  assert.match(await map.locator('[aria-current]').getAttribute('data-key'), /ferry/);
  for (const key of ['Control+End', 'Shift+Home', 'Shift+Home', 'Delete']) await page.keyboard.press(key);
  await eventually('former picture', async () => (await keysIn(map)).length === before);
}

/** @type {DeskTest['body']} */
async function filters({ page }) {
  const map = await insideOf(page, 'Argument Map');
  await page.locator('.tab', { hasText: 'Argument Map' }).click();
  await map.getByRole('button', { name: 'Filter' }).click();
  const before = (await keysIn(map)).length;
  await map.getByRole('checkbox', { name: 'Demands' }).check();
  await eventually('demands only', async () => {
    const kinds = await map
      .locator('.thing')
      .evaluateAll((/** @type {Element[]} */ things) =>
        things.map((thing) => thing.classList.contains('demand')),
      );
    return kinds.length > 0 && kinds.length < before && kinds.every(Boolean);
  });
  await map.getByRole('checkbox', { name: /Marta Elskis/ }).check();
  await eventually('one actor’s demands', async () => (await keysIn(map)).length === 1);
  assert.equal(await map.getByRole('button', { name: 'Filter: 2 chosen' }).count(), 1);
  await map.getByRole('button', { name: 'Show all' }).click();
  await eventually('everything again', async () => (await keysIn(map)).length === before);
  await page.keyboard.press('Escape');
  assert.equal(await map.locator('.popover:visible').count(), 0);
}

/** @type {DeskTest['body']} */
async function finds({ page }) {
  const map = await insideOf(page, 'Argument Map');
  await map.locator('.find').fill('artillery');
  await eventually('word of what is found', async () =>
    /^1 found/.test(await map.locator('[role=status]').innerText()),
  );
  assert.equal(await map.locator('[data-found]').count(), 1);
  await map.locator('.find').press('Enter');
  assert.match(String(await focused(map, 'ariaLabel')), /artillery/);
  await map.locator('.find').focus();
  await page.keyboard.press('Escape');
  assert.equal(await map.locator('[data-found]').count(), 0);
}

/** @type {DeskTest['body']} */
async function saves({ page, command, folder }) {
  for (const format of ['SVG', 'PNG']) {
    const map = await insideOf(page, 'Argument Map');
    await map.locator('[aria-label^="Save"]').click();
    const file = path.join(folder, `saved.${format.toLowerCase()}`);
    const input = page.locator('.quick-input-widget:visible input[type=text]');
    await input.waitFor();
    await input.fill(format);
    // The list takes a moment to follow, and an Enter before that is lost.
    await page.locator('.quick-input-widget:visible .monaco-list-row.focused', { hasText: format }).waitFor();
    await page.keyboard.press('Enter');
    await eventually('field for the file’s name', async () => (await input.inputValue()).includes('/'));
    // The dialog goes on filling itself for a moment, and would undo what was typed before.
    await page.waitForTimeout(700);
    await input.fill(file);
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    const content = await eventually(
      `file ${format}`,
      async () => fs.existsSync(file) && fs.statSync(file).size > 0 && fs.readFileSync(file),
    );
    if (format === 'SVG')
      assert.match(content.toString('utf8'), /^(<\?xml[^>]*>\s*)?<svg [^]*Paper walls[^]*<\/svg>\s*$/);
    else {
      assert.equal(content.subarray(1, 4).toString('latin1'), 'PNG');
      assert.ok(content.readUInt32BE(16) > 1000, 'The PNG is too narrow.');
    }
  }
  await command('Notifications: Clear All Notifications').catch(() => {});
}

/** @type {DeskTest['body']} */
async function network({ page, command }) {
  // At the text's start, so that the first other place that is seen is the one that was asked for.
  await goTo(page, TEXT, 1);
  await command('Show Actor Network');
  const net = await insideOf(page, 'Actor Network');
  assert.match(await net.locator('[role=status]').innerText(), /8 actors/);
  const actor = net.locator('.thing.actor[aria-label^="Sarmatia"]');
  await actor.press('Enter');
  await untilCursorIs(page, /Ln (?!1,)\d+, Col \d+$/);
  const first = await page.locator('[id="status.editor.selection"]').innerText();
  await actor.press('Enter');
  await eventually('next place', async () => {
    const item = page.locator('[id="status.editor.selection"]');
    const now = (await item.count()) ? await item.innerText() : first;
    return now !== first;
  });
}

/** @type {DeskTest['body']} */
async function ledger({ page, command }) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator(`.tab[data-resource-name="${TEXT}"]`).click();
  await command('Show Demand Ledger');
  const view = await insideOf(page, 'Demand Ledger');
  const rows = () => keysIn(view, 'th .go');
  const inText = await rows();
  // One demand is put to two: a row for each, and one demand.
  assert.equal(inText.length, 9);
  assert.match(await view.locator('[role=status]').innerText(), /8 demands/);
  const head = view.locator('thead th.claimant');
  await head.getByRole('button').click();
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  const names = await view.locator('td.claimant').allInnerTexts();
  assert.deepEqual(
    names,
    [...names].sort((a, b) => a.localeCompare(b, 'en')),
  );
  await head.getByRole('button').click();
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  await head.getByRole('button').click();
  assert.deepEqual(await rows(), inText);

  await view.getByRole('button', { name: 'Filter' }).click();
  await view.getByRole('checkbox', { name: /rejected/ }).check();
  assert.deepEqual(
    [...new Set(await view.locator('td.state').allInnerTexts())].map((text) =>
      text.replace(/\s+/g, ' ').trim(),
    ),
    ['✕ rejected'],
  );
  await view.getByRole('button', { name: 'Show all' }).click();
  await page.keyboard.press('Escape');

  await view.locator('[aria-label="Copy table"]').click();
  await eventually('word that it was copied', async () =>
    /Table copied: \d+ rows/.test(await view.locator('[role=status]').innerText()),
  );
  const text = await view.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^Demand\tClaimant\tAddressee\t/);
  assert.equal(text.split('\n').length, inText.length + 1);

  await view.locator('tr.replies .go').first().press('Enter');
  await untilCursorIs(page, /Ln 34, Col \d+$/);
}

/** @type {DeskTest['body']} */
async function themes({ page, folder }) {
  const view = await insideOf(page, 'Demand Ledger');
  const ground = () => view.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), 'rgb(255, 255, 255)');
  const settings = path.join(folder, '.vscode', 'settings.json');
  fs.mkdirSync(path.dirname(settings));
  fs.writeFileSync(settings, '{ "workbench.colorTheme": "Default High Contrast" }');
  await eventually('black ground', async () => (await ground()) === 'rgb(0, 0, 0)');
  fs.rmSync(settings);
  await eventually('white ground', async () => (await ground()) === 'rgb(255, 255, 255)');
}

/** @type {DeskTest['body']} */
async function hostile({ page, openFile, command }) {
  const { faults, stop } = watchForFaults(page);
  try {
    await page.locator(`.tab[data-resource-name="${TEXT}"]`).click();
    await openFile(HOSTILE_NAME);
    for (const [title, show] of [
      ['Argument Map', 'Show Argument Map'],
      ['Actor Network', 'Show Actor Network'],
      ['Demand Ledger', 'Show Demand Ledger'],
    ]) {
      await command(String(show));
      const view = await insideOf(page, String(title));
      await eventually('hostile text in the view', () =>
        view.evaluate(() => document.body.textContent?.includes('onerror=globalThis.ran') ?? false),
      );
      await assertHarmless(view);
    }
    const view = await insideOf(page, 'Demand Ledger');
    await view.locator('[aria-label="Copy table"]').click();
    await eventually('harmless cell in the clipboard', async () =>
      /\n'=cmd/.test(await view.evaluate(() => navigator.clipboard.readText())),
    );
    assert.deepEqual(faults, []);
  } finally {
    stop();
  }
}

/** @type {DeskTest['body']} */
async function followsLongText({ page, openFile, command }) {
  await page.locator(`.tab[data-resource-name="${TEXT}"]`).click();
  await openFile('long.demarche');
  await command('Show Argument Map');
  const map = await insideOf(page, 'Argument Map');
  await eventually('long text', async () => (await keysIn(map)).length > 300);
  await goTo(page, 'long.demarche', 7, 1);
  await page.keyboard.press('End');
  /** @type {number[]} */
  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    const word = `word${turn}x`;
    await page.keyboard.type(` {claim: ${word.slice(0, -1)}`);
    await page.waitForTimeout(900);
    const seen = map.evaluate(
      (/** @type {string} */ wanted) =>
        new Promise((resolve) => {
          const look = () => {
            if (!document.querySelector(`.thing[aria-label*="${wanted}"]`)) return;
            observer.disconnect();
            requestAnimationFrame(() => resolve(Date.now()));
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          });
        }),
      word,
    );
    const pressed = Date.now();
    await page.keyboard.type('x');
    times.push((await seen) - pressed);
    await page.keyboard.type('}');
  }
  times.sort((a, b) => a - b);
  console.log(`   edit → picture, text of 100 KB: ${times.join(', ')} ms`);
  assert.ok(Number(times[1]) < FOLLOW_LIMIT, `The median is ${times[1]} ms.`);
}

/** @type {DeskTest['body']} */
async function serverAway({ page, command }) {
  const map = await insideOf(page, 'Argument Map');
  const before = (await keysIn(map)).length;
  await command('Restart Language Server');
  for (let turn = 0; turn < 10; turn++) {
    assert.ok((await keysIn(map)).length >= before);
    await page.waitForTimeout(100);
  }
  await eventually('picture as it is', async () =>
    /statements/.test(await map.locator('[role=status]').innerText()),
  );
}

/** @type {DeskTest['body']} */
async function comesBack({ page }) {
  await page.reload();
  await page.locator('.monaco-workbench .statusbar').waitFor();
  const map = await insideOf(page, 'Argument Map');
  assert.ok((await keysIn(map)).length > 300);
}

/**
 * @param {any} frame
 * @param {string} property
 */
function focused(frame, property) {
  return frame.evaluate(
    (/** @type {string} */ name) => /** @type {any} */ (document.activeElement)?.[name],
    property,
  );
}

/** @param {any} frame */
function focusedKey(frame) {
  return frame.evaluate(() => document.activeElement?.getAttribute('data-key') ?? null);
}

/** @param {Element} element */
function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
