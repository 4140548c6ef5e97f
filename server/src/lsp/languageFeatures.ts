/** The features of the language as the protocol's requests: offsets become positions, and nothing else happens. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  type Location,
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
  type FilePlace,
  highlightsIn,
  referencesFrom,
  referencesOfEntry,
} from '../features/places.ts';
import { nameAt, nameInCodebook } from '../features/target.ts';
import { contentOf } from './content.ts';
import { symbolKind } from './kinds.ts';
import type { Session } from './session.ts';

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
  connection.onDocumentSymbol(({ textDocument }) => {
    const document = session.document(textDocument.uri);
    if (document === null) return null;
    const { outlineMentions } = session.settingsAt(document.location);
    const items = outlineOf(session.workspace, document, { mentions: outlineMentions });
    const symbols = items.map((item) => toSymbol(session, document.location, item));
    const isTree = session.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
    return isTree ? symbols : symbols.flatMap((symbol) => toFlat(symbol, textDocument.uri));
  });
  connection.onDefinition((params) => places(session, params, 'definition'));
  connection.onReferences((params) => {
    const found = placesAt(session, params, 'references');
    return toLocations(
      session,
      params.context.includeDeclaration ? found : found.filter((each) => !each.isDefinition),
    );
  });
  connection.onDocumentHighlight((params) => highlights(session, params));
  connection.onFoldingRanges(({ textDocument }) => foldingRanges(session, textDocument.uri));
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

function toSymbol(session: Session, location: string, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: symbolKind(SYMBOL_KINDS[item.kind], session.capabilities.textDocument?.documentSymbol?.symbolKind),
    range: session.texts.rangeAt(location, item.start, item.end),
    selectionRange: session.texts.rangeAt(location, item.selectionStart, item.selectionEnd),
    children: item.children.map((child) => toSymbol(session, location, child)),
  };
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

function places(
  session: Session,
  params: TextDocumentPositionParams,
  what: 'definition' | 'references',
): Location[] {
  return toLocations(session, placesAt(session, params, what));
}

function placesAt(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
  what: 'definition' | 'references',
): FilePlace[] {
  const { workspace, texts, uris } = session;
  const location = uris.toLocation(textDocument.uri);
  const offset = texts.offsetAt(location, position);
  const document = workspace.document(location);
  if (document) {
    const name = nameAt(document, offset);
    if (name === null) return [];
    return what === 'definition'
      ? definitionsOf(workspace, document, name)
      : referencesFrom(workspace, document, name);
  }
  const file = workspace.codebooks.get(location);
  const name = file ? nameInCodebook(file, offset) : null;
  if (!file || name === null) return [];
  const all = referencesOfEntry(workspace, file, name);
  return what === 'definition' ? all.filter((place) => place.isDefinition) : all;
}

function toLocations({ texts, uris }: Session, found: readonly FilePlace[]): Location[] {
  return found.map(({ location, start, end }) => ({
    uri: uris.toUri(location),
    range: texts.rangeAt(location, start, end),
  }));
}

function highlights(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): DocumentHighlight[] {
  const document = session.document(textDocument.uri);
  if (document === null) return [];
  const { location } = document;
  const name = nameAt(document, session.texts.offsetAt(location, position));
  if (name === null) return [];
  return highlightsIn(session.workspace, document, name).map(({ start, end, isDefinition }) => ({
    range: session.texts.rangeAt(location, start, end),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function foldingRanges(session: Session, uri: string): FoldingRange[] {
  const document = session.document(uri);
  if (document === null) return [];
  return foldsOf(document).flatMap(({ kind, start, end }) => {
    const range = session.texts.rangeAt(document.location, start, end);
    if (range.start.line === range.end.line) return [];
    const isAside = kind === 'memo' || kind === 'head';
    return [
      {
        startLine: range.start.line,
        endLine: range.end.line,
        ...(isAside
          ? { kind: FoldingRangeKind.Comment }
          : kind === 'section'
            ? { kind: FoldingRangeKind.Region }
            : {}),
      },
    ];
  });
}
