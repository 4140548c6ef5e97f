/** The features of the language as the protocol's requests: offsets become positions, and nothing else happens. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  type Location,
  type Position,
  type ServerCapabilities,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { foldsOf } from '../features/folding.ts';
import { hoverAt, hoverInCodebook } from '../features/hover.ts';
import { type OutlineItem, outlineOf } from '../features/outline.ts';
import {
  definitionsOf,
  definitionsOfEntry,
  type FilePlace,
  highlightsIn,
  referencesFrom,
  referencesOfEntry,
} from '../features/places.ts';
import { nameAt, nameInCodebook } from '../features/target.ts';
import type { DocumentModel } from '../model/document.ts';
import type { NamePlace } from '../model/facts.ts';
import { mapped, type Pieces } from '../model/pieces.ts';
import type { CodebookFile } from '../model/workspace.ts';
import { contentOf } from './content.ts';
import { symbolKind } from './kinds.ts';
import type { Session } from './session.ts';
import { readDocument, readWorkspace } from './stable.ts';

export const LANGUAGE_CAPABILITIES: ServerCapabilities = {
  hoverProvider: true,
  documentSymbolProvider: { label: 'Demarche' },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  foldingRangeProvider: true,
};

/** Answers the requests of the capabilities above. */
export function serveLanguageFeatures(session: Session): void {
  const { connection } = session;
  connection.onHover((params) => hover(session, params));
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    readDocument(session, uri, token, null, (document) => symbols(session, uri, document)),
  );
  connection.onDefinition((params) => definitions(session, params));
  connection.onReferences(async (params, token) => {
    // Some of the references would look like all of them.
    await session.loaded(token);
    const { includeDeclaration } = params.context;
    return readWorkspace(session, token, () => references(session, params, includeDeclaration));
  });
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    readDocument(session, textDocument.uri, token, [], (document) => highlights(session, document, position)),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    readDocument(session, uri, token, [], (document) => foldingRanges(session, document)),
  );
}

function hover(session: Session, { textDocument, position }: TextDocumentPositionParams): Hover | null {
  const { workspace, texts, uris } = session;
  const location = uris.toLocation(textDocument.uri);
  const offset = texts.offsetAt(location, position);
  const document = workspace.document(location);
  const file = workspace.codebooks.get(location);
  const found = document
    ? hoverAt(workspace, document, offset, session.link)
    : file
      ? hoverInCodebook(workspace, file, offset, session.link)
      : null;
  if (found === null) return null;
  const able = session.capabilities.textDocument?.hover;
  return {
    contents: contentOf(found.markdown, able?.contentFormat, able !== undefined),
    range: texts.rangeAt(location, found.start, found.end),
  };
}

const SYMBOL_KINDS = {
  heading: SymbolKind.String,
  claim: SymbolKind.Constant,
  demand: SymbolKind.Event,
  unknown: SymbolKind.Null,
  mention: SymbolKind.Variable,
} as const;

function* symbols(
  session: Session,
  uri: string,
  document: DocumentModel,
): Pieces<DocumentSymbol[] | SymbolInformation[]> {
  const { outlineMentions } = session.settingsAt(document.location);
  const items = yield* outlineOf(session.workspace, document, { mentions: outlineMentions });
  const isTree = session.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
  const tree = yield* toSymbols(session, document.location, items);
  return isTree ? tree : tree.flatMap((symbol) => toFlat(symbol, uri));
}

/** Symbols and those in them: no deeper than headings and tags nest. */
function* toSymbols(
  session: Session,
  location: string,
  items: readonly OutlineItem[],
): Pieces<DocumentSymbol[]> {
  const { texts, capabilities } = session;
  const known = capabilities.textDocument?.documentSymbol?.symbolKind;
  const made: DocumentSymbol[] = [];
  for (const item of items) {
    made.push({
      name: item.name,
      detail: item.detail,
      kind: symbolKind(SYMBOL_KINDS[item.kind], known),
      range: texts.rangeAt(location, item.start, item.end),
      selectionRange: texts.rangeAt(location, item.selectionStart, item.selectionEnd),
      children: item.children.length > 0 ? yield* toSymbols(session, location, item.children) : [],
    });
    yield;
  }
  return made;
}

/** A symbol and those in it, for clients that know no trees. */
function toFlat(
  { name, kind, range, children }: DocumentSymbol,
  uri: string,
  container = '',
): SymbolInformation[] {
  const symbol = { name, kind, location: { uri, range }, ...(container ? { containerName: container } : {}) };
  return [symbol, ...(children ?? []).flatMap((child) => toFlat(child, uri, name))];
}

/** The document or codebook at a position, and the name there. */
function nameAtPosition(
  { workspace, texts, uris }: Session,
  { textDocument, position }: TextDocumentPositionParams,
): { document: DocumentModel | null; file: CodebookFile | null; name: NamePlace | null } {
  const location = uris.toLocation(textDocument.uri);
  const offset = texts.offsetAt(location, position);
  const document = workspace.document(location);
  const file = workspace.codebooks.get(location) ?? null;
  const name = document ? nameAt(document, offset) : file && nameInCodebook(file, offset);
  return { document, file, name };
}

function definitions(session: Session, params: TextDocumentPositionParams): Location[] {
  const { document, file, name } = nameAtPosition(session, params);
  if (name === null) return [];
  const found = document
    ? definitionsOf(session.workspace, document, name)
    : file
      ? definitionsOfEntry(file, name)
      : [];
  return found.map((place) => toLocation(session, place));
}

function* references(
  session: Session,
  params: TextDocumentPositionParams,
  includeDeclaration: boolean,
): Pieces<Location[]> {
  const { workspace } = session;
  const { document, file, name } = nameAtPosition(session, params);
  if (name === null) return [];
  const found = document
    ? yield* referencesFrom(workspace, document, name)
    : file
      ? yield* referencesOfEntry(workspace, file, name)
      : [];
  return yield* mapped(found, (place) =>
    includeDeclaration || !place.isDefinition ? toLocation(session, place) : null,
  );
}

function toLocation({ texts, uris }: Session, { location, start, end }: FilePlace): Location {
  return { uri: uris.toUri(location), range: texts.rangeAt(location, start, end) };
}

function* highlights(
  { workspace, texts }: Session,
  document: DocumentModel,
  position: Position,
): Pieces<DocumentHighlight[]> {
  const { location } = document;
  const name = nameAt(document, texts.offsetAt(location, position));
  if (name === null) return [];
  return yield* mapped(yield* highlightsIn(workspace, document, name), ({ start, end, isDefinition }) => ({
    range: texts.rangeAt(location, start, end),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function* foldingRanges({ texts }: Session, document: DocumentModel): Pieces<FoldingRange[]> {
  return yield* mapped(yield* foldsOf(document), ({ kind, start, end }): FoldingRange | null => {
    const range = texts.rangeAt(document.location, start, end);
    if (range.start.line === range.end.line) return null;
    const isAside = kind === 'memo' || kind === 'head';
    return {
      startLine: range.start.line,
      endLine: range.end.line,
      ...(isAside
        ? { kind: FoldingRangeKind.Comment }
        : kind === 'section'
          ? { kind: FoldingRangeKind.Region }
          : {}),
    };
  });
}
