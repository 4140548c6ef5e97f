/** Finds words in the published text, whatever marks stand between them: in this document first, then in the others. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { type FoundWords, findInText } from '../requests/texts.ts';
import { type MarkingTarget, markingTarget } from '../textView/markingTarget.ts';
import type { TextViews } from '../textView/textViews.ts';

/** Milliseconds without a key before it is searched. */
const PAUSE = 80;
/** Letters from which on it is searched: one is everywhere. A Chinese sign is a word. */
const SHORTEST = 2;

interface Item extends vscode.QuickPickItem {
  readonly place: FoundWords | null;
}

export async function findPublishedWords(server: LanguageServer, views: TextViews): Promise<void> {
  const target = await markingTarget(views);
  if (!target) return;
  const { t } = vscode.l10n;
  const { source: document } = target;
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = t('Find in Published Text');
  picker.placeholder = t('Words as they were published: marks between them do not count');
  picker.matchOnDescription = true;
  let pending: vscode.CancellationTokenSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const search = async (query: string) => {
    const source = new vscode.CancellationTokenSource();
    pending = source;
    picker.busy = true;
    try {
      const { found, hasMore } = await findInText(server, document, query, source.token);
      if (source.token.isCancellationRequested) return;
      picker.items = itemsFor(found, hasMore, document.uri);
    } catch (error) {
      if (!source.token.isCancellationRequested) throw error;
    } finally {
      if (pending === source) picker.busy = false;
    }
  };
  const listeners = [
    picker.onDidChangeValue((value) => {
      pending?.cancel();
      clearTimeout(timer);
      const query = value.trim();
      if ([...query].length < SHORTEST && !/\p{Lo}/u.test(query)) picker.items = [];
      else timer = setTimeout(() => void search(query).catch(() => picker.hide()), PAUSE);
    }),
    picker.onDidAccept(async () => {
      const place = picker.selectedItems[0]?.place;
      if (!place) return;
      picker.hide();
      await show(place, target);
    }),
    picker.onDidHide(() => {
      pending?.cancel();
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
      picker.dispose();
    }),
  ];
  picker.show();
}

/** Shows a place where it was looked for: in the text view, if that is of the same document. */
async function show({ uri, range }: FoundWords, target: MarkingTarget): Promise<void> {
  const isHere = uri.toString() === target.source.uri.toString();
  if (!isHere) await vscode.window.showTextDocument(uri, { selection: range });
  else {
    const selection = new vscode.Range(target.fromSource(range.start), target.fromSource(range.end));
    await vscode.window.showTextDocument(target.editor.document, {
      selection,
      ...(target.editor.viewColumn ? { viewColumn: target.editor.viewColumn } : {}),
    });
  }
}

function itemsFor(found: readonly FoundWords[], hasMore: boolean, own: vscode.Uri): Item[] {
  const { t } = vscode.l10n;
  // The editor sorts by where in the label it finds what was typed, and leaves out separators: so the line is the
  // label, the list in the order of the text, and of another document each line says of which.
  const items = found.map((place): Item => {
    const words = excerpt(place).replace(/\$\(/g, '\\$(');
    const isOwn = place.uri.toString() === own.toString();
    return {
      label: String(place.range.start.line + 1),
      description: isOwn ? words : `${words} · ${place.document}`,
      // The server has chosen already: the list must not leave out what it finds across lines.
      alwaysShow: true,
      place,
    };
  });
  if (found.length === 0) items.push({ label: t('Nothing found'), alwaysShow: true, place: null });
  if (hasMore)
    items.push({
      label: '…',
      description: t('and more: type more of the words'),
      alwaysShow: true,
      place: null,
    });
  return items;
}

/** The words with those around them, and no pieces of words at the ends. */
function excerpt({ words, start, end }: FoundWords): string {
  const before = words.slice(0, start).replace(/^\S{1,23} /, '… ');
  const after = words.slice(end).replace(/ \S{1,47}$/, ' …');
  return `${before}${words.slice(start, end)}${after}`;
}
