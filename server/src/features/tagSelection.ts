/**
 * Tagging a selection: the marks to insert around it. Only marks are new: where a tag can't go around the words
 * as they are, it is split at blocks and at the tags that it would cross, and continued.
 */
import type { DocumentModel } from '../model/document.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import { actorCalled } from './actorWords.ts';
import { freeStatementId, slugOf } from './ids.ts';
import { around, editsOf, type Insertion } from './marks.ts';
import { outOfMark, publishedWords, type Segment, segmentsOf } from './selection.ts';

export type TaggingKind = 'claim' | 'demand' | 'actor' | 'memo';

export type Tagging =
  | { readonly insertions: readonly Insertion[]; readonly refusal: null }
  | { readonly insertions: null; readonly refusal: string };

/** The insertions that tag the words between two offsets, in order of place; or why they can't be tagged. */
export function tagSelection(
  workspace: Workspace,
  document: DocumentModel,
  start: number,
  end: number,
  kind: TaggingKind,
): Tagging {
  if (kind === 'memo') return checked(document, memoAfter(document, start, end));
  const segments = segmentsOf(document, start, end);
  if (segments.length === 0) return refuse('There are no words in the selection to tag.');
  if (kind === 'actor') {
    if (segments.length > 1) return refuse('A mention must lie within one paragraph and cross no other tag.');
    const words = publishedWords(document, segments[0] as Segment);
    const id = actorCalled(workspace.namesFor(document), words)?.id ?? slugOf(words);
    return checked(
      document,
      around(document, segments[0] as Segment, {
        text: `{@${id}: `,
        placeholder: { start: 1, end: 2 + id.length },
      }),
    );
  }
  // A tag of one piece needs no id; one that is continued does.
  const needsId = segments.length > 1;
  const id = needsId
    ? freeStatementId(document, slugOf(publishedWords(document, segments[0] as Segment)))
    : '';
  const insertions = segments.flatMap((segment, index) => {
    if (index > 0) return around(document, segment, { text: `{+#${id}: ` });
    const word = `{${kind}`;
    // The author is what a missing `by` means: right as it stands, and selected for another name.
    const text = `${word}${needsId ? ` #${id}` : ''} by=@${AUTHOR}: `;
    const end = text.length - 2;
    return around(document, segment, { text, placeholder: { start: end - AUTHOR.length - 1, end } });
  });
  return checked(document, insertions);
}

function refuse(refusal: string): Tagging {
  return { insertions: null, refusal };
}

/** A memo after the selection, or at the cursor: it belongs beside the words, not around them. */
function memoAfter(document: DocumentModel, start: number, end: number): Insertion[] {
  const segments = segmentsOf(document, start, end);
  const offset = segments.at(-1)?.end ?? outOfMark(document, end);
  return [{ offset, text: ' {>>  <<}', placeholders: [{ start: 5, end: 5 }] }];
}

/** Refuses what would change the published text: a last guard, whatever the marks in it. */
function checked(document: DocumentModel, insertions: readonly Insertion[]): Tagging {
  if (keepsPublishedText(document, editsOf(insertions))) return { insertions, refusal: null };
  return refuse(
    'The marks around the selection are not sound. Mend them first: tagging it now would change the text.',
  );
}
