/** Continues a statement with the selected words: one picks which, the nearest is first. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { continuableFor, continuationOf } from '../requests/tagging.ts';
import { applyTagging, type Marking, targetOrWord } from './tagSelections.ts';

export async function continueStatement(server: LanguageServer, marking: Marking): Promise<void> {
  const target = await targetOrWord(marking.views);
  if (!target) return;
  const { t } = vscode.l10n;
  const { editor, source } = target;
  const selected = editor.selections.find((selection) => !selection.isEmpty);
  if (!selected) {
    void vscode.window.showInformationMessage(t('Select the words first.'));
    return;
  }
  const range = target.toSource(selected);
  const { version } = source;
  const statements = await continuableFor(server, source, range);
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
  const tagging = await continuationOf(server, source, range, picked.statement.position);
  await applyTagging(marking, target, version, tagging);
}

/** Words in which nothing is an icon. */
function plain(words: string): string {
  return words.replace(/\$\(/g, '\\$(');
}
