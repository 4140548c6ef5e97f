/** Saving what a view shows as a file that stands by itself. */
import * as vscode from 'vscode';
import type { PictureFilter } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';
import { pictureFileOf } from '../requests/pictures.ts';
import type { Format, ToPage, View } from './messages.ts';

/** Milliseconds that the page may take to make what only it can. */
const MAKING_TIME = 20_000;

/** What is to be written, and the name to offer for it. */
interface File {
  readonly name: string;
  readonly content: Uint8Array;
}

export class Saving {
  readonly #server: LanguageServer;
  readonly #toPage: (message: ToPage) => void;
  #finish: ((made: string | null) => void) | undefined;

  constructor(server: LanguageServer, toPage: (message: ToPage) => void) {
    this.#server = server;
    this.#toPage = toPage;
  }

  /**
   * Asks for a format and a file, and saves there.
   *
   * @param uri The document; null for the workspace; undefined if there is nothing.
   * @throws If the server can't be reached, or the file can't be written.
   */
  async save(view: View, uri: string | null | undefined, filter: PictureFilter): Promise<void> {
    const format = uri === undefined ? undefined : await chooseFormat(view);
    if (uri === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to save yet.'));
    }
    if (uri === undefined || !format) return;
    const file = await this.#make(view, uri, filter, format);
    if (!file) {
      const message = vscode.l10n.t(
        'This can’t be drawn as {0}, so nothing was saved.',
        format.toUpperCase(),
      );
      void vscode.window.showErrorMessage(message);
      return;
    }
    const target = await chooseFile(file.name, format);
    if (!target) return;
    await vscode.workspace.fs.writeFile(target, file.content);
    void tell(target);
  }

  /** What the page has made; null if it could not. */
  made(content: string | null): void {
    this.#finish?.(content);
  }

  async #make(
    view: View,
    uri: string | null,
    filter: PictureFilter,
    format: Format,
  ): Promise<File | undefined> {
    // Of these two the others are made.
    const made = format === 'svg' || format === 'png' ? 'svg' : 'html';
    const file = await pictureFileOf(this.#server, { kind: view, format: made, scope: { uri }, filter });
    if (!file) return undefined;
    const name = `${file.name.replace(/\.\w+$/, '')}.${format}`;
    const content = await this.#contentOf(format, file.text);
    return content && { name, content };
  }

  /** @param text What the server has made of it: an SVG or a page. */
  async #contentOf(format: Format, text: string): Promise<Uint8Array | undefined> {
    const encoder = new TextEncoder();
    if (format === 'png') {
      const png = await this.#ask({ type: 'draw', svg: text });
      return png === null ? undefined : Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0));
    }
    if (format === 'csv') {
      // As the page shows it: in its order, and without what is filtered out there.
      const csv = await this.#ask({ type: 'makeTable' });
      return csv === null ? undefined : encoder.encode(csv);
    }
    return encoder.encode(text);
  }

  /** Has the page make something: there is no canvas here. */
  #ask(message: ToPage): Promise<string | null> {
    return new Promise((resolve) => {
      const finish = (made: string | null): void => {
        clearTimeout(timer);
        this.#finish = undefined;
        resolve(made);
      };
      const timer = setTimeout(() => finish(null), MAKING_TIME);
      this.#finish?.(null);
      this.#finish = finish;
      this.#toPage(message);
    });
  }
}

async function chooseFormat(view: View): Promise<Format | undefined> {
  const { t } = vscode.l10n;
  const isTable = view === 'demands';
  const describe: Record<Format, string> = {
    svg: t('sharp at any size'),
    png: t('pixels, for slides and mails'),
    html: isTable ? t('a page with the table') : t('a page with the picture and the same in words'),
    csv: t('a table for spreadsheets and statistics'),
  };
  const offered: readonly Format[] = isTable ? ['html', 'csv'] : ['svg', 'png', 'html'];
  const items = offered.map((format) => ({
    label: format.toUpperCase(),
    description: describe[format],
    format,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: t('Save as…') });
  return chosen?.format;
}

async function chooseFile(name: string, format: Format): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [format.toUpperCase()]: [format] },
  });
}

async function tell(target: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Saved as {0}.', name), open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
}
