/**
 * Looking into the panels, and at the editor beside them, as a user would.
 */
import assert from 'node:assert/strict';

/** Milliseconds, on a busy machine. */
const PATIENCE = 20_000;

/**
 * Asks again and again until there is an answer.
 *
 * @template T
 * @param {string} what Said if it does not come.
 * @param {() => Promise<T>} probe
 * @returns {Promise<NonNullable<T>>}
 */
export async function eventually(what, probe) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`There was no ${what} within ${PATIENCE / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * The page inside a panel, once it shows something.
 *
 * @param {any} page Playwright's.
 * @param {string} title `Argument Map`
 * @returns {Promise<any>} Playwright's frame.
 */
export function insideOf(page, title) {
  return eventually(`page “${title}” with something in it`, async () => {
    for (const frame of page.frames()) {
      const isIt = await frame
        .evaluate(
          (/** @type {string} */ wanted) =>
            document.title === wanted && document.querySelector('[data-key]') !== null,
          title,
        )
        .catch(() => false);
      if (isIt) return frame;
    }
    return undefined;
  });
}

/**
 * Where the cursor is: `Ln 20, Col 3 (12 selected)`. The editor must have the focus.
 *
 * @param {any} page
 * @param {RegExp} wanted
 */
export async function untilCursorIs(page, wanted) {
  const item = page.locator('[id="status.editor.selection"]');
  let last = '';
  await eventually(`cursor at ${wanted}`, async () => {
    last = (await item.count()) ? await item.innerText() : '';
    return wanted.test(last);
  }).catch((error) => {
    throw new Error(`${error.message} It is: ${last}`);
  });
}

/**
 * Puts the cursor somewhere in the text that has, or gets, the focus.
 *
 * @param {any} page
 * @param {string} file
 * @param {number} line From 1.
 * @param {number} [column] From 1.
 */
export async function goTo(page, file, line, column = 1) {
  await page.locator(`.tab[data-resource-name="${file}"]`).click();
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget:visible input[type=text]').waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  await untilCursorIs(page, new RegExp(`Ln ${line}, Col ${column}\\b`));
}

/**
 * The keys of what is shown, in their order.
 *
 * @param {any} frame
 * @param {string} [selector]
 * @returns {Promise<string[]>}
 */
export function keysIn(frame, selector = '.stage [data-key]') {
  return frame.evaluate(
    (/** @type {string} */ wanted) =>
      [...document.querySelectorAll(wanted)].map((each) => each.getAttribute('data-key')),
    selector,
  );
}

/**
 * Watches for what must never happen: scripts of a text's, dialogs, violations of the pages' policy.
 *
 * @param {any} page
 * @returns {{ faults: string[], stop: () => void }}
 */
export function watchForFaults(page) {
  /** @type {string[]} */
  const faults = [];
  const onConsole = (/** @type {any} */ message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text()))
      faults.push(message.text());
  };
  const onDialog = (/** @type {any} */ dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  };
  const onError = (/** @type {Error} */ error) => faults.push(error.message);
  page.on('console', onConsole);
  page.on('dialog', onDialog);
  page.on('pageerror', onError);
  const stop = () => {
    page.off('console', onConsole);
    page.off('dialog', onDialog);
    page.off('pageerror', onError);
  };
  return { faults, stop };
}

/**
 * That a page has nothing in it but what our script makes.
 *
 * @param {any} frame
 */
export async function assertHarmless(frame) {
  const strange = await frame.evaluate(() => {
    const known =
      /^(html|head|meta|title|link|style|script|body|h1|header|main|footer|div|span|p|ul|li|bdi|button|input|label|fieldset|legend|table|thead|tbody|tr|th|td|svg|g|defs|marker|title|text|tspan|path|rect|circle|ellipse|line|polygon|polyline)$/;
    const elements = [...document.querySelectorAll('*')];
    const scripts = [...document.querySelectorAll('script')].map(
      ({ src, id }) => src.split('/').at(-1) || id,
    );
    return {
      names: elements.map(({ localName }) => localName).filter((name) => !known.test(name)),
      handlers: elements.flatMap((each) =>
        each.getAttributeNames().filter((name) => /^on|href$/i.test(name) && each.localName !== 'link'),
      ),
      scripts: scripts.filter((name) => !/^(webview\.js|_vscodeApiScript)/.test(name)),
      ran: 'ran' in globalThis,
    };
  });
  assert.deepEqual(strange, { names: [], handlers: [], scripts: [], ran: false });
}
