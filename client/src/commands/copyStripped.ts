/** Copies the published text: of the selections, or of the whole document. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { publishedTexts } from '../requests/texts.ts';
import { markingTarget } from '../textView/markingTarget.ts';
import type { TextViews } from '../textView/textViews.ts';

/** Milliseconds for which it is said what was copied. */
const MESSAGE_TIME = 4_000;

export async function copyStripped(server: LanguageServer, views: TextViews): Promise<void> {
  const target = await markingTarget(views);
  if (!target) return;
  const { t } = vscode.l10n;
  const { editor, source } = target;
  const selected = editor.selections
    .filter((selection) => !selection.isEmpty)
    .sort((a, b) => a.start.compareTo(b.start))
    .map((selection) => target.toSource(selection));
  const texts = await publishedTexts(server, source, selected.length > 0 ? selected : undefined);
  if (!texts) throw new Error(`${source.uri}: not known`);
  const text = texts.join('\n');
  if (text === '') {
    void vscode.window.showInformationMessage(t('There is no published text in the selection, only marks.'));
    return;
  }
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(
    selected.length > 0
      ? t('The selected words were copied without marks.')
      : t('The text was copied without marks.'),
    MESSAGE_TIME,
  );
}
