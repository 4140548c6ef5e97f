/** Exports a document in a format that the server has, to a file or folder that one chooses. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { type ExportedFile, type ExportFormat, exported, exportFormats } from '../requests/texts.ts';
import { markingTarget } from '../textView/markingTarget.ts';
import type { TextViews } from '../textView/textViews.ts';

export async function exportDocument(server: LanguageServer, views: TextViews): Promise<void> {
  const document = (await markingTarget(views))?.source;
  if (!document) return;
  const format = await pickFormat(await exportFormats(server));
  if (!format) return;
  const result = await exported(server, document, format.id);
  if (!result) throw new Error(`${document.uri}: not known`);
  const written = format.isFolder
    ? await writeToFolder(result.files, document)
    : await writeToFile(result.files[0], format, document);
  if (written) tell(written, format, result.losses);
}

async function pickFormat(formats: readonly ExportFormat[]): Promise<ExportFormat | undefined> {
  const { t } = vscode.l10n;
  const items = formats.map((format) => ({
    label: format.name,
    description: `.${format.ending}`,
    detail: format.note,
    format,
  }));
  const options = { title: t('Export'), placeHolder: t('In which format?'), matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.format;
}

/** @returns where it was written; undefined if nobody chose a place */
async function writeToFile(
  file: ExportedFile | undefined,
  format: ExportFormat,
  document: vscode.TextDocument,
): Promise<vscode.Uri | undefined> {
  const folder = folderOf(document);
  if (!file) return undefined;
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { [format.name]: [format.ending] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, file.name) } : {}),
  });
  if (uri) await vscode.workspace.fs.writeFile(uri, contentOf(file));
  return uri;
}

/** Writes files that belong together; asks before it replaces any. @returns the first; undefined if nothing was written */
async function writeToFolder(
  files: readonly ExportedFile[],
  document: vscode.TextDocument,
): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const near = folderOf(document);
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: t('Export to Folder'),
      openLabel: t('Export to Folder'),
      canSelectFiles: false,
      canSelectFolders: true,
      ...(near ? { defaultUri: near } : {}),
    })) ?? [];
  if (!folder) return undefined;
  const targets = files.map((file) => ({ file, uri: vscode.Uri.joinPath(folder, ...file.name.split('/')) }));
  const there = await Promise.all(targets.map(({ uri }) => exists(uri)));
  const taken = targets.filter((_, index) => there[index]).map(({ file }) => file.name);
  if (taken.length > 0) {
    const replace = t('Replace');
    const question = t('The folder has {0} already.', taken.join(', '));
    if ((await vscode.window.showWarningMessage(question, { modal: true }, replace)) !== replace)
      return undefined;
  }
  for (const { file, uri } of targets) await vscode.workspace.fs.writeFile(uri, contentOf(file));
  return targets[0]?.uri;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

function contentOf(file: ExportedFile): Uint8Array {
  if ('text' in file) return new TextEncoder().encode(file.text);
  return Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
}

/** The folder of the document, or the first one for a document that was never saved. */
function folderOf(document: vscode.TextDocument): vscode.Uri | undefined {
  return document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(document.uri, '..');
}

function tell(uri: vscode.Uri, format: ExportFormat, losses: readonly string[]): void {
  const { t } = vscode.l10n;
  const show = t('Show');
  const name = vscode.workspace.asRelativePath(uri);
  const message =
    losses.length === 0
      ? t('{0} was written.', name)
      : t('{0} was written. {1} does not hold: {2}.', name, format.name, losses.join('; '));
  // Not awaited: the command is done, whatever becomes of the message.
  void vscode.window.showInformationMessage(message, show).then(async (chosen) => {
    if (chosen === show) await vscode.commands.executeCommand('vscode.open', uri);
  });
}
