/** Continues a statement with the selected words: one picks which, the nearest is first. */
import * as vscode from 'vscode';
import { taggingTarget } from '../documents.ts';
import type { LanguageServer } from '../languageServer.ts';
import { continuableFor, continuationOf } from '../requests/tagging.ts';
import { applyTagging } from './tagSelections.ts';

export async function continueStatement(server: LanguageServer): Promise<void> {
  const target = taggingTarget();
  if (!target) return;
  const { t } = vscode.l10n;
  const { document } = target;
  const range = target.selections.find((selection) => !selection.isEmpty);
  if (!range) {
    void vscode.window.showInformationMessage(t('Select the words first.'));
    return;
  }
  const { version } = document;
  const statements = await continuableFor(server, document, range);
  if (statements.length === 0) {
    void vscode.window.showInformationMessage(
      t('There is no statement yet that these words could continue.'),
    );
    return;
  }
  const items = statements.map((statement) => ({
    label: `${statement.kind === 'claim' ? '$(quote)' : '$(megaphone)'} ${plain(statement.words)}`,
    description: statement.id === null ? '' : `#${statement.id}`,
    detail: plain(statement.summary),
    statement,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Continue Statement'),
    placeHolder: t('Which statement do the words belong to?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  await applyTagging(
    document,
    version,
    await continuationOf(server, document, range, picked.statement.position),
  );
}

/** Words in which nothing is an icon. */
function plain(words: string): string {
  return words.replace(/\$\(/g, '\\$(');
}
