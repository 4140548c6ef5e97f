/** Exports a document in a format that the server has, to a file that one chooses. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { exported, exportFormats } from '../requests/texts.ts';
import { markingTarget } from '../textView/markingTarget.ts';
import type { TextViews } from '../textView/textViews.ts';

export async function exportDocument(server: LanguageServer, views: TextViews): Promise<void> {
  const target = await markingTarget(views);
  if (!target) return;
  const { source: document } = target;
  const { t } = vscode.l10n;
  const formats = await exportFormats(server);
  const format = await vscode.window.showQuickPick(
    formats.map(({ id, name, note, ending }) => ({
      label: name,
      description: `.${ending}`,
      detail: note,
      id,
      ending,
    })),
    { title: t('Export'), placeHolder: t('In which format?'), matchOnDetail: true },
  );
  if (!format) return;
  const result = await exported(server, document, format.id);
  if (!result) throw new Error(`${document.uri}: not known`);
  const uri = await vscode.window.showSaveDialog({
    title: t('Export'),
    saveLabel: t('Export'),
    filters: { [format.label]: [format.ending] },
    ...besides(document, `${result.name}.${format.ending}`),
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(result.content));
  const show = t('Show');
  const name = vscode.workspace.asRelativePath(uri);
  void vscode.window.showInformationMessage(t('{0} was written.', name), show).then(async (chosen) => {
    if (chosen === show) await vscode.window.showTextDocument(uri);
  });
}

/** Beside the document, or in the first folder for one that was never saved. */
function besides(document: vscode.TextDocument, name: string): { defaultUri?: vscode.Uri } {
  const folder = document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(document.uri, '..');
  return folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {};
}
