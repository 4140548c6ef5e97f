/** Answers what the views of actors and demands ask for. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { actorKey, actorMeant } from '../features/actorIdentity.ts';
import { actorPlaces, type NamedPlace } from '../features/actorPlaces.ts';
import { actorStatements } from '../features/actorStatements.ts';
import { ActorTally } from '../features/actorTally.ts';
import { DemandIndex, type DemandRow } from '../features/demandIndex.ts';
import { actorHover } from '../features/hoverActor.ts';
import type { StatementRow } from '../features/statementRows.ts';
import { mentionEdits } from '../features/tagMentions.ts';
import type { DocumentModel } from '../model/document.ts';
import { AUTHOR } from '../model/resolve.ts';
import { drive } from './longWork.ts';
import {
  ACTOR_HOVER,
  ACTOR_PLACES,
  ACTOR_STATEMENTS,
  ACTORS,
  type ActorParams,
  type ActorPlace,
  type ActorPlacesResult,
  type ActorStatementsParams,
  type ActorStatementsResult,
  type ActorsParams,
  type ActorsResult,
  DEMAND_GROUPS,
  DEMANDS,
  type DemandGroupsParams,
  type DemandGroupsResult,
  type DemandsParams,
  type DemandsResult,
  type PictureScope,
  TAG_ACTOR_MENTIONS,
  type TagActorMentionsParams,
  type TagActorMentionsResult,
  type ViewDemand,
  type ViewStatement,
} from './requests/index.ts';
import type { Session } from './session.ts';

/** Rows of one answer at most, whatever is asked for. */
const MOST_ROWS = 5_000;

/** Answers the requests of the views. Nothing is counted before somebody asks. */
export function serveViews(session: Session): void {
  serveActors(session);
  serveDemands(session);
}

function serveActors(session: Session): void {
  const { connection, workspace } = session;
  const tally = new ActorTally(workspace);
  connection.onRequest(ACTORS, async ({ scope }: ActorsParams, token): Promise<ActorsResult | null> => {
    const document = documentOf(session, scope);
    if (document === undefined) return null;
    if (document === null) await drive(tally.update(), token);
    return { actors: tally.rows(document), hasCodebook: hasCodebook(session, document) };
  });
  connection.onRequest(
    ACTOR_STATEMENTS,
    ({ scope, actor, part, limit }: ActorStatementsParams): ActorStatementsResult => {
      const document = documentOf(session, scope);
      if (document === undefined) return [];
      const documents = tally.documentsOf(actor, document);
      return actorStatements(workspace, documents, part, valid(limit)).map((row) => toView(session, row));
    },
  );
  connection.onRequest(ACTOR_HOVER, ({ scope, actor }: ActorParams): string | null => {
    const document = documentOf(session, scope);
    const [found] = document === undefined ? [] : tally.documentsOf(actor, document);
    return found ? actorHover(workspace, found.document, found.id, session.link) : null;
  });
  connection.onRequest(ACTOR_PLACES, ({ scope, actor }: ActorParams): ActorPlacesResult => {
    const document = documentOf(session, scope);
    const documents = document === undefined ? [] : tally.documentsOf(actor, document);
    for (const { document: each, id } of documents) {
      const { definition, use } = actorPlaces(workspace, each, id);
      if (definition || use) {
        return { definition: toPlace(session, definition), use: toPlace(session, use) };
      }
    }
    return { definition: null, use: null };
  });
  connection.onRequest(
    TAG_ACTOR_MENTIONS,
    async ({ textDocument, actor }: TagActorMentionsParams, token): Promise<TagActorMentionsResult> => {
      const document = session.document(textDocument.uri);
      const names = document && workspace.namesFor(document);
      if (!document || !names) return null;
      const candidates = [...names.actors, ...names.authors.filter(({ id }) => id === AUTHOR)];
      const known = candidates.find(({ id }) => actorKey(workspace, document, id) === actor);
      const meant = known && actorMeant(names, known.id);
      if (!meant) return null;
      const edits = [];
      for (const block of await drive(gathered(mentionEdits(workspace, document, meant)), token)) {
        for (const { start, end, text } of block) {
          edits.push({ range: session.texts.rangeAt(document.location, start, end), newText: text });
        }
      }
      return edits;
    },
  );
}

function serveDemands(session: Session): void {
  const { connection, workspace } = session;
  const index = new DemandIndex(workspace);
  connection.onRequest(
    DEMAND_GROUPS,
    async ({ scope, by, actor }: DemandGroupsParams, token): Promise<DemandGroupsResult | null> => {
      const document = documentOf(session, scope);
      if (document === undefined) return null;
      await drive(index.update(documentsIn(session, document)), token);
      const groups = index.groups(documentsIn(session, document), by, actor);
      return { groups, hasCodebook: hasCodebook(session, document) };
    },
  );
  connection.onRequest(
    DEMANDS,
    async ({ scope, by, actor, group, limit }: DemandsParams, token): Promise<DemandsResult> => {
      const document = documentOf(session, scope);
      if (document === undefined) return [];
      await drive(index.update(documentsIn(session, document)), token);
      return index
        .rows(documentsIn(session, document), by, group, actor, valid(limit))
        .map((row) => toDemand(session, row));
    },
  );
}

/** The document of a scope, null for the whole workspace, undefined if it is not known. */
function documentOf(session: Session, scope: PictureScope): DocumentModel | null | undefined {
  if (scope?.uri === null) return null;
  return session.document(scope?.uri) ?? undefined;
}

/** The documents of a scope, in order of location. */
function documentsIn({ workspace }: Session, document: DocumentModel | null): readonly DocumentModel[] {
  if (document) return [document];
  return [...workspace.documents.values()].sort((a, b) => (a.location < b.location ? -1 : 1));
}

function hasCodebook({ workspace }: Session, document: DocumentModel | null): boolean {
  return document ? workspace.codebookOf(document) !== null : workspace.codebooks.size > 0;
}

/** @throws ResponseError on what is no number of rows */
function valid(limit: number): number {
  if (Number.isInteger(limit) && limit > 0) return Math.min(limit, MOST_ROWS);
  throw new ResponseError(ErrorCodes.InvalidParams, 'A limit is a whole number from 1.');
}

/** All that a generator gives, a step each. */
function* gathered<T>(work: Iterable<T>): Generator<void, T[]> {
  const all: T[] = [];
  for (const each of work) {
    all.push(each);
    yield;
  }
  return all;
}

function toView({ texts, uris }: Session, row: StatementRow): ViewStatement {
  const { location, start, end, wordsStart, wordsEnd } = row.place;
  return {
    ...row,
    place: {
      uri: uris.toUri(location),
      range: texts.rangeAt(location, start, end),
      words: texts.rangeAt(location, wordsStart, wordsEnd),
    },
  };
}

function toDemand(session: Session, row: DemandRow): ViewDemand {
  return {
    ...row,
    ...toView(session, row),
    replies: row.replies.map((reply) => ({ ...reply, ...toView(session, reply) })),
  };
}

function toPlace({ texts, uris }: Session, place: NamedPlace | null): ActorPlace | null {
  if (place === null) return null;
  return { uri: uris.toUri(place.location), range: texts.rangeAt(place.location, place.start, place.end) };
}
