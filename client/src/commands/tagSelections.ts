/** Tags what is selected, in the source or in the text view; each selection as one edit and so as one step to undo. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { describeMention, describeStatement, type PickerContext } from '../pickers/describe.ts';
import { ask, withPickers } from '../pickers/pick.ts';
import type { Recent } from '../pickers/recent.ts';
import { attributesOf } from '../pickers/statement.ts';
import { titleFor } from '../pickers/wording.ts';
import { choicesFor, type Tagging, type TagKind, type TagWishes, taggingOf } from '../requests/tagging.ts';
import type { MarkingHistory } from '../textView/markingHistory.ts';
import { activeTextView, type MarkingTarget, markingTarget } from '../textView/markingTarget.ts';
import type { TextViews } from '../textView/textViews.ts';

/** What commands that tag need beside the server. */
export interface Marking {
  readonly views: TextViews;
  readonly history: MarkingHistory;
  readonly recent: Recent;
}

/** What is to be made of the selections, and what to keep in mind once it is. */
interface Wanted {
  readonly kind: TagKind;
  readonly wishes: TagWishes;
  readonly remember?: () => Thenable<void>;
}

/** Asks what the tag is to say, unless the setting leaves that to be typed, and tags. */
export async function tagSelections(server: LanguageServer, marking: Marking, kind: TagKind): Promise<void> {
  const target = await targetOrWord(marking.views);
  if (!target) return;
  // Worked out before the first edit: a text view is out of step for a moment after it.
  const ranges = rangesToTag(target.editor, kind).map((range) => target.toSource(range, kind === 'actor'));
  const [last] = ranges;
  if (!last) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the words first.'));
    return;
  }
  const { source, isTextView } = target;
  const { version } = source;
  // In the text view there is no place to type a memo in.
  const asks =
    vscode.workspace.getConfiguration('demarche', source).get('tagging.ask', true) ||
    (isTextView && kind === 'memo');
  const tag = async () => {
    const wanted = asks
      ? await describe(server, target, ranges.at(-1) ?? last, kind, marking.recent)
      : { kind, wishes: {} };
    if (wanted) await tagRanges(server, marking, target, version, ranges, wanted);
  };
  await (asks ? withPickers(titleFor(kind), tag) : tag());
}

/** What can be marked now; where a text view has not followed its source yet, that is told. */
export async function targetOrWord(views: TextViews): Promise<MarkingTarget | undefined> {
  const target = await markingTarget(views);
  if (!target && activeTextView()) void vscode.window.showInformationMessage(stillChanging());
  return target;
}

async function tagRanges(
  server: LanguageServer,
  marking: Marking,
  target: MarkingTarget,
  version: number,
  ranges: readonly vscode.Range[],
  { kind, wishes, remember }: Wanted,
): Promise<void> {
  const { source, isTextView } = target;
  let expected = version;
  for (const [index, range] of ranges.entries()) {
    // What is new is defined with the first of them.
    const own = { ...wishes, ...(index === 0 ? {} : { entries: [] }), isPlain: isTextView };
    const tagging = await taggingOf(server, source, range, kind, own);
    if (!(await applyTagging(marking, target, expected, tagging))) return;
    expected = source.version;
  }
  await remember?.();
}

/**
 * Makes the edits of a tag, if the text is still what they are for; if not, or if there are none, the reason is shown.
 *
 * @param version of the source when its places were looked at
 * @returns whether the words were tagged
 */
export async function applyTagging(
  { history }: Marking,
  { source, isTextView }: MarkingTarget,
  version: number,
  { edit, refusal }: Tagging,
): Promise<boolean> {
  if (refusal !== null) {
    void vscode.window.showInformationMessage(refusal);
    return false;
  }
  // What was typed in the meantime would be torn apart.
  if (source.version === version) {
    const isTagged = await (isTextView ? history.apply(source, edit) : vscode.workspace.applyEdit(edit));
    if (isTagged) return true;
  }
  void vscode.window.showInformationMessage(stillChanging());
  return false;
}

function stillChanging(): string {
  return vscode.l10n.t('The text changed in the meantime, so nothing was tagged. Please try again.');
}

/**
 * The selections, from the last to the first, so that none moves before its turn. Without any: for an actor the
 * word at the cursor, for a memo the cursor itself. A statement is longer than a word, so none is guessed.
 */
function rangesToTag(editor: vscode.TextEditor, kind: TagKind): vscode.Range[] {
  const selected = editor.selections.filter((selection) => !selection.isEmpty);
  if (selected.length > 0) return selected.sort((a, b) => b.start.compareTo(a.start));
  if (kind === 'memo') return [editor.selection];
  const word = editor.document.getWordRangeAtPosition(editor.selection.active);
  return kind === 'actor' && word ? [word] : [];
}

async function describe(
  server: LanguageServer,
  { source, isTextView }: MarkingTarget,
  first: vscode.Range,
  kind: TagKind,
  recent: Recent,
): Promise<Wanted | undefined> {
  if (kind === 'memo') return describeMemo(isTextView);
  const [choices, atOnce] = await Promise.all([
    choicesFor(server, source, first),
    taggingOf(server, source, first, kind, {}),
  ]);
  // What can't be tagged is not asked about: the reason is told at once.
  if (!choices || atOnce.refusal !== null) return { kind, wishes: {} };
  const context: PickerContext = { server, document: source, choices, recent };
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

/** @param isTextView where an empty memo could not be written in place */
async function describeMemo(isTextView: boolean): Promise<Wanted | undefined> {
  const { t } = vscode.l10n;
  const answer = await ask({
    title: titleFor('memo'),
    prompt: isTextView
      ? t('A note of yours, no part of the text.')
      : t('A note of yours, no part of the text. Leave it empty to write it in place.'),
    canGoBack: false,
    check: (value) => (value.includes('<<}') ? t('A memo ends at “<<}”: leave these signs out.') : null),
  });
  if (answer === undefined || answer === 'back') return undefined;
  const memo = answer.value.trim();
  return memo === '' && isTextView ? undefined : { kind: 'memo', wishes: { memo } };
}
