/** What the views of actors and demands show. Positions stay the protocol's until somebody goes there. */
import * as vscode from 'vscode';
import {
  ACTOR_HOVER,
  ACTOR_PLACES,
  ACTOR_STATEMENTS,
  ACTORS,
  type ActorPlace,
  type ActorPlacesResult,
  type ActorStatementsParams,
  type ActorStatementsResult,
  type ActorsResult,
  DEMAND_GROUPS,
  DEMANDS,
  type DemandGroupsParams,
  type DemandGroupsResult,
  type DemandsParams,
  type DemandsResult,
  type PicturePlace,
  type PictureScope,
  TAG_ACTOR_MENTIONS,
  type TagActorMentionsResult,
} from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';

export type {
  ActorStatementsParams,
  DemandGroupsParams,
  DemandsGrouping,
  DemandsParams,
  ViewActor,
  ViewDemand,
  ViewReply,
  ViewStatement,
} from '../../../server/src/lsp/requests/index.ts';
export type { ActorsResult, DemandGroupsResult, PicturePlace, PictureScope };

/** The actors of a scope; null if the server does not know its document. @throws If the server can't be reached */
export async function actorsOf(
  server: LanguageServer,
  scope: PictureScope,
  token: vscode.CancellationToken,
): Promise<ActorsResult | null> {
  const client = await server.client();
  return client.sendRequest<ActorsResult | null>(ACTORS, { scope }, token);
}

/** Rows below an actor. @throws If the server can't be reached */
export async function statementsOf(
  server: LanguageServer,
  params: ActorStatementsParams,
): Promise<ActorStatementsResult> {
  return (await server.client()).sendRequest<ActorStatementsResult>(ACTOR_STATEMENTS, params);
}

/** The groups of a scope's demands; null as for `actorsOf`. @throws If the server can't be reached */
export async function demandGroupsOf(
  server: LanguageServer,
  params: DemandGroupsParams,
  token: vscode.CancellationToken,
): Promise<DemandGroupsResult | null> {
  return (await server.client()).sendRequest<DemandGroupsResult | null>(DEMAND_GROUPS, params, token);
}

/** The demands of a group. @throws If the server can't be reached */
export async function demandsOf(server: LanguageServer, params: DemandsParams): Promise<DemandsResult> {
  return (await server.client()).sendRequest<DemandsResult>(DEMANDS, params);
}

/** Who an actor is and what it does. @throws If the server can't be reached */
export async function actorHover(
  server: LanguageServer,
  scope: PictureScope,
  actor: string,
): Promise<vscode.MarkdownString | undefined> {
  const markdown = await (await server.client()).sendRequest<string | null>(ACTOR_HOVER, { scope, actor });
  return markdown === null ? undefined : new vscode.MarkdownString(markdown);
}

/** What a hover says of the tag at a place. @throws If the server can't be reached */
export async function tagHover(
  server: LanguageServer,
  { uri, range }: PicturePlace,
): Promise<vscode.MarkdownString | undefined> {
  const client = await server.client();
  const params = { textDocument: { uri }, position: range.start };
  const hover = client.protocol2CodeConverter.asHover(
    await client.sendRequest<Parameters<typeof client.protocol2CodeConverter.asHover>[0]>(
      'textDocument/hover',
      params,
    ),
  );
  const [content] = hover?.contents ?? [];
  return content instanceof vscode.MarkdownString ? content : undefined;
}

/** Where an actor is defined, and a place that names it. @throws If the server can't be reached */
export async function placesOfActor(
  server: LanguageServer,
  scope: PictureScope,
  actor: string,
): Promise<{ definition?: vscode.Location; use?: vscode.Location }> {
  const client = await server.client();
  const { definition, use } = await client.sendRequest<ActorPlacesResult>(ACTOR_PLACES, { scope, actor });
  const { asUri, asRange } = client.protocol2CodeConverter;
  const toLocation = ({ uri, range }: ActorPlace) => new vscode.Location(asUri(uri), asRange(range));
  return { ...(definition && { definition: toLocation(definition) }), ...(use && { use: toLocation(use) }) };
}

/** The edits that tag an actor's mentions in a document; undefined if the document does not know it. */
export async function mentionEditsOf(
  server: LanguageServer,
  document: vscode.TextDocument,
  actor: string,
): Promise<vscode.TextEdit[] | undefined> {
  const client = await server.client();
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const edits = await client.sendRequest<TagActorMentionsResult>(TAG_ACTOR_MENTIONS, { textDocument, actor });
  return edits?.map(
    ({ range, newText }) => new vscode.TextEdit(client.protocol2CodeConverter.asRange(range), newText),
  );
}

/** How the server calls a document. */
export async function uriFor(server: LanguageServer, document: vscode.TextDocument): Promise<string> {
  const client = await server.client();
  return client.code2ProtocolConverter.asTextDocumentIdentifier(document).uri;
}
