/**
 * The ways to rewrite a document at a cursor or selection. What is offered can be done: what would change the
 * published text is not.
 */
import { nameOf } from '../model/location.ts';
import { type Pieces, ready } from '../model/pieces.ts';
import type { FileEdit } from '../rules/rule.ts';
import {
  ACTION_KINDS,
  type ActionOffer,
  type ActionPlace,
  gathered,
  late,
  type Offers,
  offer,
  type Wants,
} from './actionOffer.ts';
import { continueStatement } from './continueStatement.ts';
import { giveId } from './giveId.ts';
import { editsOf } from './marks.ts';
import { movableEntryAt, moveEntry } from './moveEntry.ts';
import { splitTag } from './splitTag.ts';
import { actorAt, mentionEdits } from './tagMentions.ts';
import { type TaggingKind, tagSelection } from './tagSelection.ts';
import { unwrappings } from './unwrapTag.ts';

/** The ways to rewrite a document at a place. */
export function rewritesAt(place: ActionPlace, wants: Wants): Pieces<ActionOffer[]> {
  return gathered(rewrites(place, wants));
}

function* rewrites(place: ActionPlace, wants: Wants): Offers {
  const { workspace, document, start, end } = place;
  if (start < end) yield* wraps(place, wants);
  if (wants(ACTION_KINDS.continue) && start < end) {
    const found = continueStatement(document, start, end);
    if (found) yield offer(`Continue #${found.id} with the selection`, ACTION_KINDS.continue, found.edits);
  }
  if (wants(ACTION_KINDS.split)) {
    const edits = splitTag(document, start, end);
    const title = start < end ? 'Leave the selection out of the statement' : 'Split the statement here';
    if (edits) yield offer(title, ACTION_KINDS.split, edits);
  }
  if (wants(ACTION_KINDS.unwrap)) {
    for (const { title, edits } of unwrappings(document, start, end))
      yield offer(title, ACTION_KINDS.unwrap, edits);
  }
  if (wants(ACTION_KINDS.id)) {
    const found = giveId(document, start, end);
    if (found) yield offer(`Give the statement an id: #${found.id}`, ACTION_KINDS.id, found.edits);
  }
  if (wants(ACTION_KINDS.mentions)) yield* mentions(place);
  if (wants(ACTION_KINDS.move)) {
    const entry = movableEntryAt(workspace, document, start);
    const title = entry && `Move ${entry.entry.id} to ${nameOf(entry.file.location)}`;
    if (entry && title) yield late(title, ACTION_KINDS.move, () => ready(moveEntry(document, entry) ?? []));
  }
}

const WRAPS: readonly { readonly kind: TaggingKind; readonly name: string; readonly title: string }[] = [
  { kind: 'claim', name: 'claim', title: 'Tag the selection as a claim' },
  { kind: 'demand', name: 'demand', title: 'Tag the selection as a demand' },
  { kind: 'actor', name: 'mention', title: 'Tag the selection as a mention' },
  { kind: 'memo', name: 'memo', title: 'Add a memo to the selection' },
];

function* wraps({ workspace, document, start, end }: ActionPlace, wants: Wants): Offers {
  for (const { kind, name, title } of WRAPS) {
    const actionKind = `${ACTION_KINDS.wrap}.${name}`;
    if (!wants(actionKind)) continue;
    const { insertions } = tagSelection(workspace, document, start, end, kind);
    if (insertions) yield offer(title, actionKind, editsOf(insertions));
  }
}

function* mentions({ workspace, document, start, end }: ActionPlace): Offers {
  const actor = actorAt(workspace, document, start, end);
  if (actor === null) return;
  const edits = function* (): Pieces<FileEdit[]> {
    const all: FileEdit[] = [];
    for (const inBlock of mentionEdits(workspace, document, actor)) {
      all.push(...inBlock);
      yield;
    }
    return all;
  };
  // Offered once there is one; the others are looked for when it is chosen.
  for (const inBlock of mentionEdits(workspace, document, actor)) {
    if (inBlock.length === 0) {
      yield;
      continue;
    }
    yield late(`Tag every mention of ${actor.name}`, ACTION_KINDS.mentions, edits);
    return;
  }
}
