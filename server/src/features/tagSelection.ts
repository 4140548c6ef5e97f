/**
 * Tagging a selection: the marks to insert around it. Only marks are new: where a tag can't go around the words
 * as they are, it is split at blocks and at the tags that it would cross, and continued.
 */
import { isId } from '../codebook/index.ts';
import type { DocumentModel } from '../model/document.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { entriesInCodebook, entriesInHead, headWithEntries, type NewEntry } from '../rules/entryEdits.ts';
import type { FileEdit } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import { actorCalled } from './actorWords.ts';
import { freeStatementId, slugOf } from './ids.ts';
import { around, editsOf, type Insertion, type OpeningMark } from './marks.ts';
import { outOfMark, publishedWords, type Segment, segmentsOf } from './selection.ts';
import { ownAttributes } from './takenOver.ts';
import { type GivenAttribute, writeAttribute } from './writeAttribute.ts';

export type TaggingKind = 'claim' | 'demand' | 'actor' | 'memo';

/** What the coder has said of the tag already; what is left out waits as a placeholder. */
export interface TaggingWishes {
  /** Of a claim or demand. Those that it would take over, or that are the default, are not written. */
  readonly attributes?: readonly GivenAttribute[] | undefined;
  /** Ids of those whom the words mention. */
  readonly actors?: readonly string[] | undefined;
  /** The note of a memo. */
  readonly memo?: string | undefined;
  /** Actors and topics to define: in the codebook, or in the head where there is none. */
  readonly entries?: readonly NewEntry[] | undefined;
}

export type Tagging =
  | {
      /** In order of place. */
      readonly insertions: readonly Insertion[];
      /** What defines the new entries, each with its `location`. */
      readonly entries: readonly FileEdit[];
      readonly refusal: null;
    }
  | { readonly insertions: null; readonly refusal: string };

type Marks = { readonly insertions: readonly Insertion[] } | { readonly refusal: string };

/** The insertions that tag the words between two offsets; or why they can't be tagged. */
export function tagSelection(
  workspace: Workspace,
  document: DocumentModel,
  start: number,
  end: number,
  kind: TaggingKind,
  wishes: TaggingWishes = {},
): Tagging {
  const marks = marksFor(workspace, document, { start, end }, kind, wishes);
  if ('refusal' in marks) return refuse(marks.refusal);
  const entries = definitionsOf(workspace, document, wishes.entries ?? []);
  if (entries === null)
    return refuse('The new name can’t be added to the codebook or the head as they stand. Mend them first.');
  const here = entries.filter(({ location }) => location === document.location);
  // A last guard, whatever the marks in the selection.
  if (keepsPublishedText(document, [...here, ...editsOf(marks.insertions)]))
    return { insertions: marks.insertions, entries, refusal: null };
  return refuse(
    'The marks around the selection are not sound. Mend them first: tagging it now would change the text.',
  );
}

function refuse(refusal: string): Tagging {
  return { insertions: null, refusal };
}

function marksFor(
  workspace: Workspace,
  document: DocumentModel,
  { start, end }: Segment,
  kind: TaggingKind,
  wishes: TaggingWishes,
): Marks {
  if (kind === 'memo') return memoAfter(document, start, end, wishes.memo ?? '');
  const segments = segmentsOf(document, start, end);
  const [first] = segments;
  if (first === undefined) return { refusal: 'There are no words in the selection to tag.' };
  if (kind === 'actor') {
    if (segments.length > 1)
      return { refusal: 'A mention must lie within one paragraph and cross no other tag.' };
    const mark = mentionMark(workspace, document, first, wishes.actors);
    return mark ? { insertions: around(document, first, mark) } : { refusal: NO_ID };
  }
  const mark = statementMark(workspace, document, segments, kind, wishes.attributes);
  if ('refusal' in mark) return mark;
  return {
    insertions: segments.flatMap((segment, index) =>
      around(document, segment, index === 0 ? mark : { text: `{+#${mark.id}: ` }),
    ),
  };
}

const NO_ID = 'A name that was chosen can’t be written in a tag: its id has signs that no id may have.';

function mentionMark(
  workspace: Workspace,
  document: DocumentModel,
  words: Segment,
  actors: readonly string[] | undefined,
): OpeningMark | null {
  if (actors !== undefined && actors.length > 0)
    return actors.every(isId) ? { text: `{${actors.map((id) => `@${id}`).join(',')}: ` } : null;
  const called = publishedWords(document, words);
  const id = actorCalled(workspace.namesFor(document), called)?.id ?? slugOf(called);
  return { text: `{@${id}: `, placeholder: { start: 1, end: 2 + id.length } };
}

/** The opening mark of the first piece, and the id by which others continue it. */
function statementMark(
  workspace: Workspace,
  document: DocumentModel,
  segments: readonly Segment[],
  kind: 'claim' | 'demand',
  given: readonly GivenAttribute[] | undefined,
): (OpeningMark & { readonly id: string }) | { readonly refusal: string } {
  const first = segments[0] as Segment;
  const id = freeStatementId(document, slugOf(publishedWords(document, first)));
  // A tag of one piece needs no id; one that is continued does.
  const isContinued = segments.length > 1;
  if (given === undefined) {
    const text = `{${kind}${isContinued ? ` #${id}` : ''} by=@${AUTHOR}: `;
    const end = text.length - 2;
    // The author is what a missing `by` means: right as it stands, and selected for another name.
    return { id, text, placeholder: { start: end - AUTHOR.length - 1, end } };
  }
  const definitions = workspace.attributesFor(document);
  const written: string[] = [];
  for (const { name, values } of ownAttributes(workspace, document, first, kind, given)) {
    const definition = definitions.get(name);
    if (!definition?.for.includes(kind)) return { refusal: `A ${kind} has no attribute “${name}”.` };
    const text = writeAttribute(definition, values);
    if (text === null) return { refusal: NO_ID };
    written.push(text);
  }
  const text = `${[`{${kind} #${id}`, ...written].join(' ')}: `;
  const start = kind.length + 3;
  // What continues it has the id too, so there it stays as it is.
  return isContinued ? { id, text } : { id, text, placeholder: { start, end: start + id.length } };
}

/** A memo after the selection, or at the cursor: it belongs beside the words, not around them. */
function memoAfter(document: DocumentModel, start: number, end: number, note: string): Marks {
  if (note.includes('<<}')) return { refusal: 'A memo ends at “<<}”: leave these signs out of the note.' };
  if (/[\r\n]/.test(note)) return { refusal: 'A memo that is typed here has one line.' };
  const segments = segmentsOf(document, start, end);
  const offset = segments.at(-1)?.end ?? outOfMark(document, end);
  const text = ` {>> ${note} <<}`;
  return { insertions: [{ offset, text, placeholders: note === '' ? [{ start: 5, end: 5 }] : [] }] };
}

/** What defines new entries; null where codebook and head can't take them. */
function definitionsOf(
  workspace: Workspace,
  document: DocumentModel,
  entries: readonly NewEntry[],
): FileEdit[] | null {
  if (entries.length === 0) return [];
  if (!entries.every(({ id }) => isId(id))) return null;
  const file = workspace.codebookOf(document);
  if (file !== null) return entriesInCodebook(file, entries);
  return document.source.preamble.head === null
    ? headWithEntries(document, entries)
    : entriesInHead(document, entries);
}
