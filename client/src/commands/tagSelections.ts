/** Tags what is selected, each selection as one edit and so as one step to undo. */
import * as vscode from 'vscode';
import { type TaggingTarget, taggingTarget } from '../documents.ts';
import type { LanguageServer } from '../languageServer.ts';
import { describeMention, describeStatement, type PickerContext } from '../pickers/describe.ts';
import { ask, withPickers } from '../pickers/pick.ts';
import type { Recent } from '../pickers/recent.ts';
import { attributesOf } from '../pickers/statement.ts';
import { titleFor } from '../pickers/wording.ts';
import { choicesFor, type Tagging, type TagKind, type TagWishes, taggingOf } from '../requests/tagging.ts';

/** What is to be made of the selections, and what to keep in mind once it is. */
interface Wanted {
  readonly kind: TagKind;
  readonly wishes: TagWishes;
  readonly remember?: () => Thenable<void>;
}

/** Asks what the tag is to say, unless the setting leaves that to be typed, and tags. */
export async function tagSelections(server: LanguageServer, kind: TagKind, recent: Recent): Promise<void> {
  const target = taggingTarget();
  if (!target) return;
  const { document } = target;
  const ranges = rangesToTag(target, kind);
  const [last] = ranges;
  if (!last) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the words first.'));
    return;
  }
  const { version } = document;
  const asks = vscode.workspace.getConfiguration('demarche', document).get('tagging.ask', true);
  const tag = async () => {
    const wanted = asks
      ? await describe(server, target, ranges.at(-1) ?? last, kind, recent)
      : { kind, wishes: {} };
    if (wanted) await tagRanges(server, document, version, ranges, wanted);
  };
  await (asks ? withPickers(titleFor(kind), tag) : tag());
}

async function tagRanges(
  server: LanguageServer,
  document: vscode.TextDocument,
  version: number,
  ranges: readonly vscode.Range[],
  { kind, wishes, remember }: Wanted,
): Promise<void> {
  let expected = version;
  for (const [index, range] of ranges.entries()) {
    // What is new is defined with the first of them.
    const own = index === 0 ? wishes : { ...wishes, entries: [] };
    if (!(await applyTagging(document, expected, await taggingOf(server, document, range, kind, own))))
      return;
    expected = document.version;
  }
  await remember?.();
}

/**
 * Makes the edits of a tag, if the text is still what they are for; if not, or if there are none, the reason is shown.
 *
 * @param version of the document when its places were looked at
 * @returns whether the words were tagged
 */
export async function applyTagging(
  document: vscode.TextDocument,
  version: number,
  { edit, refusal }: Tagging,
): Promise<boolean> {
  if (refusal !== null) {
    void vscode.window.showInformationMessage(refusal);
    return false;
  }
  // What was typed in the meantime would be torn apart.
  if (document.version === version && (await vscode.workspace.applyEdit(edit))) return true;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The text changed in the meantime, so nothing was tagged. Please try again.'),
  );
  return false;
}

/**
 * The selections, from the last to the first, so that none moves before its turn. Without any: for an actor the
 * word at the cursor, for a memo the cursor itself. A statement is longer than a word, so none is guessed.
 */
function rangesToTag({ document, selections }: TaggingTarget, kind: TagKind): vscode.Range[] {
  const selected = selections.filter((selection) => !selection.isEmpty);
  if (selected.length > 0) return selected.sort((a, b) => b.start.compareTo(a.start));
  const [cursor] = selections;
  if (!cursor) return [];
  if (kind === 'memo') return [cursor];
  const word = document.getWordRangeAtPosition(cursor.active);
  return kind === 'actor' && word ? [word] : [];
}

async function describe(
  server: LanguageServer,
  { document }: TaggingTarget,
  first: vscode.Range,
  kind: TagKind,
  recent: Recent,
): Promise<Wanted | undefined> {
  if (kind === 'memo') return describeMemo();
  const [choices, atOnce] = await Promise.all([
    choicesFor(server, document, first),
    taggingOf(server, document, first, kind, {}),
  ]);
  // What can't be tagged is not asked about: the reason is told at once.
  if (!choices || atOnce.refusal !== null) return { kind, wishes: {} };
  const context: PickerContext = { server, document, choices, recent };
  if (kind === 'actor') {
    const mention = await describeMention(context);
    return mention && { kind, wishes: mention, remember: () => recent.rememberActors(mention.actors) };
  }
  const described = await describeStatement(context, kind);
  if (!described) return undefined;
  const { statement, entries } = described;
  return {
    kind: described.kind,
    wishes: { attributes: attributesOf(described.kind, statement), entries },
    remember: () => recent.rememberStatement(described.kind, statement),
  };
}

async function describeMemo(): Promise<Wanted | undefined> {
  const { t } = vscode.l10n;
  const answer = await ask({
    title: titleFor('memo'),
    prompt: t('A note of yours, no part of the text. Leave it empty to write it in place.'),
    canGoBack: false,
    check: (value) => (value.includes('<<}') ? t('A memo ends at “<<}”: leave these signs out.') : null),
  });
  if (answer === undefined || answer === 'back') return undefined;
  return { kind: 'memo', wishes: { memo: answer.value.trim() } };
}
