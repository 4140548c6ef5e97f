/** New documents out of plain texts: from the clipboard, a file, a selection. Nothing of the text is lost. */
import * as vscode from 'vscode';
import { LANGUAGE } from '../documents.ts';
import type { LanguageServer } from '../languageServer.ts';
import { ask, withPickers } from '../pickers/pick.ts';
import { guessHead, newDocument, readDate } from '../requests/texts.ts';

const TEXT_FILE = /\.(txt|text|md|markdown)$/i;

export async function newFromClipboard(server: LanguageServer): Promise<void> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') {
    tell(vscode.l10n.t('The clipboard holds no text. Copy the article first, then run this again.'));
    return;
  }
  await makeDocument(server, text, null);
}

/** @param resource the file that was chosen in a menu; without, one is asked for */
export async function newFromFile(server: LanguageServer, resource: unknown): Promise<void> {
  const uri = resource instanceof vscode.Uri ? resource : await chooseFile();
  if (!uri) return;
  let text: string;
  try {
    // As the editor reads it, in the encoding that it is set to.
    text = (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    tell(vscode.l10n.t('{0} can’t be read as text.', vscode.workspace.asRelativePath(uri)));
    return;
  }
  if (text.trim() === '') {
    tell(vscode.l10n.t('{0} holds no text.', vscode.workspace.asRelativePath(uri)));
    return;
  }
  await makeDocument(server, text, await addressInClipboard());
}

export async function newFromSelection(server: LanguageServer): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection) ?? '';
  if (text.trim() === '') {
    tell(vscode.l10n.t('Select the text first.'));
    return;
  }
  await makeDocument(server, text, await addressInClipboard());
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  // Most often the one that is being read.
  const { document } = vscode.window.activeTextEditor ?? {};
  const isText = document && !document.isUntitled && TEXT_FILE.test(document.uri.path);
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('A Text to Make a Document of'),
    openLabel: vscode.l10n.t('Make Document'),
    filters: { [vscode.l10n.t('Text and Markdown')]: ['txt', 'text', 'md', 'markdown'] },
    ...(isText ? { defaultUri: document.uri } : {}),
  });
  return chosen?.[0];
}

async function addressInClipboard(): Promise<string | null> {
  // A browser would first ask whether it may be read, and nobody expects that here.
  if (vscode.env.uiKind !== vscode.UIKind.Desktop) return null;
  const text = (await vscode.env.clipboard.readText()).trim();
  return /^https?:\/\/\S+$/i.test(text) ? text : null;
}

/** What the head of a new document says. */
interface Head {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly source: string;
}

/** Asks for the head, and shows the document, not saved yet, with the cursor at its first paragraph. */
async function makeDocument(server: LanguageServer, pasted: string, address: string | null): Promise<void> {
  const text = withOneLineEnd(pasted);
  const guessed = await guessHead(server, text);
  const head = await withPickers(vscode.l10n.t('New Document'), () =>
    askForHead(server, {
      title: guessed.title ?? '',
      author: '',
      date: guessed.date ?? '',
      source: address ?? guessed.source ?? '',
    }),
  );
  if (!head) return;
  const author = head.author.split(/[;；]/).map((name) => name.trim());
  const made = await newDocument(server, { ...head, text, author });
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: made.text });
  const editor = await vscode.window.showTextDocument(document);
  const cursor = document.positionAt(made.cursor);
  editor.selection = new vscode.Selection(cursor, cursor);
  editor.revealRange(new vscode.Range(cursor, cursor), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** An editor holds one kind of line end: where a text has several, the commoner. */
function withOneLineEnd(text: string): string {
  const pairs = text.match(/\r\n/g)?.length ?? 0;
  const all = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  return text.replace(/\r\n|\r|\n/g, pairs > all / 2 ? '\r\n' : '\n');
}

/** Asks for one thing after the other, each of which may be left empty. @returns undefined if the coder gave up */
async function askForHead(server: LanguageServer, guessed: Head): Promise<Head | undefined> {
  const { t } = vscode.l10n;
  const wrongDate = t('This is no date, or one that can be read in two ways. Write it as 2022-01-19.');
  const questions: readonly {
    readonly key: keyof Head;
    readonly prompt: string;
    readonly placeholder: string;
    readonly check?: (value: string) => Promise<string | null>;
  }[] = [
    { key: 'title', prompt: t('The title of the text.'), placeholder: t('No title') },
    {
      key: 'author',
      prompt: t('Its author: a name, or the id of an actor. Several with “;” between them.'),
      placeholder: t('No author'),
    },
    {
      key: 'date',
      prompt: t('When it was published, as in 2022-01-19.'),
      placeholder: t('No date'),
      check: async (value) =>
        value.trim() === '' || (await readDate(server, value)) !== null ? null : wrongDate,
    },
    {
      key: 'source',
      prompt: t('Where it was published: an address or a reference.'),
      placeholder: t('No source'),
    },
  ];
  let head = guessed;
  for (let index = 0; index < questions.length; ) {
    const question = questions[index];
    if (!question) break;
    const { key, ...words } = question;
    const answer = await ask({
      ...words,
      title: t('New Document'),
      value: head[key],
      step: index + 1,
      totalSteps: questions.length,
      canGoBack: index > 0,
      stays: true,
    });
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      index--;
      continue;
    }
    head = { ...head, [key]: answer.value.trim() };
    index++;
  }
  return { ...head, date: (await readDate(server, head.date)) ?? '' };
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
