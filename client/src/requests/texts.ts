/** Published texts: made into documents, had back, exported, looked through. */
import * as vscode from 'vscode';
import {
  EXPORT,
  EXPORT_FORMATS,
  type ExportedFile,
  type ExportFormat,
  type ExportResult,
  FIND_IN_TEXT,
  type FindInTextParams,
  type FindInTextResult,
  GUESS_HEAD,
  type GuessHeadResult,
  NEW_DOCUMENT,
  type NewDocumentParams,
  type NewDocumentResult,
  PASTE,
  type PasteResult,
  PUBLISHED_TEXT,
  type PublishedTextResult,
  READ_DATE,
  type ReadDateResult,
} from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';

// All of these throw if the server can't be reached.

export async function guessHead(server: LanguageServer, text: string): Promise<GuessHeadResult> {
  return (await server.client()).sendRequest(GUESS_HEAD, { text });
}

/** A date as the language writes it; null where it is none, or can be read in two ways. */
export async function readDate(server: LanguageServer, text: string): Promise<string | null> {
  return (await (await server.client()).sendRequest<ReadDateResult>(READ_DATE, { text })).date;
}

export async function newDocument(
  server: LanguageServer,
  params: NewDocumentParams,
): Promise<NewDocumentResult> {
  return (await server.client()).sendRequest(NEW_DOCUMENT, params);
}

/** The published words of ranges, or of the whole document without any; undefined if the server does not know it. */
export async function publishedTexts(
  server: LanguageServer,
  document: vscode.TextDocument,
  ranges?: readonly vscode.Range[],
): Promise<readonly string[] | undefined> {
  const client = await server.client();
  const { asTextDocumentIdentifier, asRange } = client.code2ProtocolConverter;
  const answer = await client.sendRequest<PublishedTextResult | null>(PUBLISHED_TEXT, {
    textDocument: asTextDocumentIdentifier(document),
    ranges: ranges?.map((range) => asRange(range)),
  });
  return answer?.texts;
}

export async function exportFormats(server: LanguageServer): Promise<readonly ExportFormat[]> {
  return (await server.client()).sendRequest(EXPORT_FORMATS);
}

export type { ExportedFile, ExportFormat };

/** @returns undefined if the server does not know the document */
export async function exported(
  server: LanguageServer,
  document: vscode.TextDocument,
  format: string,
): Promise<ExportResult | undefined> {
  const client = await server.client();
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  return (await client.sendRequest<ExportResult | null>(EXPORT, { textDocument, format })) ?? undefined;
}

/** A place where words were found. */
export interface FoundWords extends Omit<FindInTextResult['found'][number], 'uri' | 'range'> {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

export async function findInText(
  server: LanguageServer,
  document: vscode.TextDocument,
  query: string,
  token: vscode.CancellationToken,
): Promise<{ readonly found: readonly FoundWords[]; readonly hasMore: boolean }> {
  const client = await server.client();
  const { uri } = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const params: FindInTextParams = { uri, query };
  const { found, hasMore } = await client.sendRequest<FindInTextResult>(FIND_IN_TEXT, params, token);
  const { asUri, asRange } = client.protocol2CodeConverter;
  return {
    found: found.map((each) => ({ ...each, uri: asUri(each.uri), range: asRange(each.range) })),
    hasMore,
  };
}

/** Marked-up text with ids that the document does not have yet; undefined if it can be pasted as it is. */
export async function textToPaste(
  server: LanguageServer,
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  text: string,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const client = await server.client();
  const { asTextDocumentIdentifier, asRange } = client.code2ProtocolConverter;
  const params = {
    textDocument: asTextDocumentIdentifier(document),
    ranges: ranges.map((range) => asRange(range)),
    text,
  };
  return (await client.sendRequest<PasteResult | null>(PASTE, params, token))?.text;
}
