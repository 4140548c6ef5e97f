/** Copies the published text: of the selections, or of the whole document. */
import * as vscode from 'vscode';
import { taggingTarget } from '../documents.ts';
import type { LanguageServer } from '../languageServer.ts';
import { publishedTexts } from '../requests/texts.ts';

/** Milliseconds for which it is said what was copied. */
const MESSAGE_TIME = 4_000;

export async function copyStripped(server: LanguageServer): Promise<void> {
  const target = taggingTarget();
  if (!target) return;
  const { t } = vscode.l10n;
  const selected = target.selections
    .filter((selection) => !selection.isEmpty)
    .sort((a, b) => a.start.compareTo(b.start));
  const texts = await publishedTexts(server, target.document, selected.length > 0 ? selected : undefined);
  if (!texts) throw new Error(`${target.document.uri}: not known`);
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
