/** The views of actors and demands: figures at once, what is below them only when somebody opens it. */

import type { TextEdit } from 'vscode-languageserver-types';
import type { ActorRow } from '../../features/actorTally.ts';
import type { StatementRow } from '../../features/statementRows.ts';
import type { PicturePlace, PictureScope } from './pictures.ts';

/** The actors of the scope with how much each does, by name; null if its document is not known. */
export const ACTORS = 'demarche/actors';

export interface ActorsParams {
  readonly scope: PictureScope;
}

export interface ActorsResult {
  readonly actors: readonly ViewActor[];
  /** Whether any codebook is known in the scope. */
  readonly hasCodebook: boolean;
}

export type ViewActor = ActorRow;

/** What an actor says, is asked, and where it is named. */
export const ACTOR_STATEMENTS = 'demarche/actorStatements';

export interface ActorStatementsParams {
  readonly scope: PictureScope;
  /** A key of `ViewActor`. */
  readonly actor: string;
  readonly part: 'claims' | 'demands' | 'received' | 'mentions';
  /** How many rows at most. */
  readonly limit: number;
}

export type ActorStatementsResult = readonly ViewStatement[];

/** A row about a statement, or about a mention of an actor. */
export type ViewStatement = Omit<StatementRow, 'place'> & { readonly place: PicturePlace };

/** Who an actor is and what it does, as a hover tells it: Markdown, or null if it is in no text any more. */
export const ACTOR_HOVER = 'demarche/actorHover';

/** Where an actor can be asked about by the protocol's own requests. */
export const ACTOR_PLACES = 'demarche/actorPlaces';

export interface ActorParams {
  readonly scope: PictureScope;
  readonly actor: string;
}

export interface ActorPlacesResult {
  /** The entry in codebook or head. */
  readonly definition: ActorPlace | null;
  /** A place where its id stands. */
  readonly use: ActorPlace | null;
}

export interface ActorPlace {
  readonly uri: string;
  readonly range: PicturePlace['range'];
}

/** The edits of one document that tag every place where it calls an actor by name, and no tag says so yet. */
export const TAG_ACTOR_MENTIONS = 'demarche/tagActorMentions';

export interface TagActorMentionsParams {
  readonly textDocument: { readonly uri: string };
  readonly actor: string;
}

/** Null if the document does not know the actor. */
export type TagActorMentionsResult = readonly TextEdit[] | null;

/** How many demands there are, by what became of them or by whom they are about; null if the document is not known. */
export const DEMAND_GROUPS = 'demarche/demandGroups';

export type DemandsGrouping = 'state' | 'addressee' | 'claimant';

export interface DemandGroupsParams {
  readonly scope: PictureScope;
  readonly by: DemandsGrouping;
  /** Only demands by or to this actor (a key of `ViewActor`); null for all. */
  readonly actor: string | null;
}

export interface ViewDemandGroup {
  /** A response or `open`; or an actor's key, empty for nobody. */
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** How many of them wait for an answer. */
  readonly open: number;
}

export interface DemandGroupsResult {
  readonly groups: readonly ViewDemandGroup[];
  readonly hasCodebook: boolean;
}

/** The demands of one group, with the replies to each. */
export const DEMANDS = 'demarche/demands';

export interface DemandsParams extends DemandGroupsParams {
  /** A key of `ViewDemandGroup`. */
  readonly group: string;
  /** How many rows at most. */
  readonly limit: number;
}

export type DemandsResult = readonly ViewDemand[];

export interface ViewDemand extends ViewStatement {
  /** For each addressee the response that decides, or null while there is none. */
  readonly states: readonly { readonly addressee: string; readonly response: string | null }[];
  /** In the order in which they count. */
  readonly replies: readonly ViewReply[];
}

export interface ViewReply extends ViewStatement {
  readonly response: string;
}
