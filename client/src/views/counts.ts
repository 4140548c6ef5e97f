/** The status bar item with what the active document has marked. */
import * as vscode from 'vscode';
import { activeEditor } from '../documents.ts';
import type { LanguageServer } from '../languageServer.ts';
import { type Counts, countsOf } from '../requests/counts.ts';
import { activeTextView } from '../textView/markingTarget.ts';
import type { TextViews } from '../textView/textViews.ts';

/** Milliseconds without a keystroke before it is counted anew. */
const PAUSE = 300;

/** Shows the item while a text of ours has the focus, or its text view, and keeps it up to date. */
export function showCounts(server: LanguageServer, views: TextViews): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('demarche.counts', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Demarche: Counts');
  item.command = 'workbench.action.gotoSymbol';
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Which count was asked for last: an answer to an earlier one comes too late. */
  let latest = 0;

  async function count(): Promise<void> {
    const turn = ++latest;
    const document = await activeSource(views);
    if (turn !== latest) return;
    // While the server is away the last counts would be wrong, and an error in the way.
    const counts = document && (await countsOf(server, document).catch(() => undefined));
    if (turn !== latest) return;
    if (counts) fill(item, counts);
    else item.hide();
  }

  function countSoon(pause = PAUSE): void {
    clearTimeout(timer);
    timer = setTimeout(count, pause);
  }

  const registrations = [
    item,
    server.onStateChanged(() => countSoon()),
    vscode.window.onDidChangeActiveTextEditor(() => countSoon(0)),
    vscode.workspace.onDidOpenTextDocument((document) => {
      // Also fired when a document changes its language.
      if (document === vscode.window.activeTextEditor?.document) countSoon(0);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === activeEditor()?.document || activeTextView()) countSoon();
    }),
    { dispose: () => clearTimeout(timer) },
  ];
  countSoon(0);
  return vscode.Disposable.from(...registrations);
}

/** What has the focus, or is behind the text view that has it. */
async function activeSource(views: TextViews): Promise<vscode.TextDocument | undefined> {
  const view = activeTextView();
  return view ? (await views.inStep(view.document).catch(() => undefined))?.source : activeEditor()?.document;
}

function fill(item: vscode.StatusBarItem, { claims, demands, mentions, actors }: Counts): void {
  const { t } = vscode.l10n;
  const claimCount = claims === 1 ? t('1 claim') : t('{0} claims', claims);
  const demandCount = demands === 1 ? t('1 demand') : t('{0} demands', demands);
  const mentionCount = mentions === 1 ? t('1 mention') : t('{0} mentions', mentions);
  const actorCount = actors === 1 ? t('1 actor') : t('{0} actors', actors);
  item.text = `${claimCount}, ${demandCount}`;
  const all = t('{0}, {1}, {2} of {3}', claimCount, demandCount, mentionCount, actorCount);
  item.tooltip = t('In this text: {0}. Select to go to one of them.', all);
  item.accessibilityInformation = { label: all };
  item.show();
}
