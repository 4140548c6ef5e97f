/** What a code action is, before it is put in the protocol's words. */
import type { DocumentModel } from '../model/document.ts';
import { type Pieces, ready } from '../model/pieces.ts';
import type { Workspace } from '../model/workspace.ts';
import type { FileEdit, Finding } from '../rules/rule.ts';

/** The kinds of action, in the protocol's dotted form: a client that asks for one gets those below it too. */
export const ACTION_KINDS = {
  fix: 'quickfix',
  ignore: 'quickfix.ignore',
  wrap: 'refactor.rewrite.wrap',
  unwrap: 'refactor.rewrite.unwrap',
  mentions: 'refactor.rewrite.mentions',
  id: 'refactor.rewrite.id',
  split: 'refactor.rewrite.split',
  continue: 'refactor.rewrite.continue',
  move: 'refactor.move.codebook',
  fixAll: 'source.fixAll.demarche',
} as const;

export interface ActionOffer {
  readonly title: string;
  readonly kind: string;
  /** What it mends or quiets. */
  readonly finding: Finding | null;
  /** Keeps the meaning: may be done unasked. */
  readonly isPreferred: boolean;
  /** Empty where it turns out to be impossible. Offsets are from the start of the file. */
  readonly edits: () => Pieces<readonly FileEdit[]>;
}

/** Where actions are asked for. */
export interface ActionPlace {
  readonly workspace: Workspace;
  readonly document: DocumentModel;
  readonly start: number;
  readonly end: number;
}

/** Whether a client wants a kind, which is asked before anything is worked out. */
export type Wants = (kind: string) => boolean;

/** Actions one by one; where there is nothing to offer yet, a pause. */
export type Offers = Generator<ActionOffer | undefined, void>;

/** An action whose edits are known. */
export function offer(title: string, kind: string, edits: readonly FileEdit[]): ActionOffer {
  return late(title, kind, () => ready(edits));
}

/** An action whose edits are worked out when it is chosen. */
export function late(title: string, kind: string, edits: ActionOffer['edits']): ActionOffer {
  return { title, kind, finding: null, isPreferred: false, edits };
}

/** The actions that are offered. */
export function* gathered(offers: Offers): Pieces<ActionOffer[]> {
  const all: ActionOffer[] = [];
  for (const offer of offers) {
    if (offer) all.push(offer);
    yield;
  }
  return all;
}
