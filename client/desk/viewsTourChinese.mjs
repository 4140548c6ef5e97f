/** The tour of the views (viewsTour.mjs) in Simplified Chinese: our words, in an editor that has no others than its own. */
import viewsTour from './viewsTour.mjs';

/**
 * @param {import('./desk.mjs').Desk} desk
 */
export default async function viewsTourChinese(desk) {
  // What a language pack would set. The workbench passes it on to extensions.
  await desk.page.addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn'");
  await desk.page.reload();
  await desk.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await viewsTour(desk, {
    claim: '项主张',
    firstSteps: '入门步骤',
    allTexts: '显示所有文本',
    activeText: '仅显示当前文本',
    byAddressee: '按对象对要求分组',
  });
}
