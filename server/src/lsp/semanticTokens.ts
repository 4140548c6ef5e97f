/** Semantic tokens in the protocol's encoding: whole, a range, or what changed since the last time. */
import {
  type SemanticTokensBuilder as Builder,
  SemanticTokensBuilder,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensIn } from '../features/semanticTokens.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Pieces } from '../model/pieces.ts';
import type { Session } from './session.ts';
import { readDocument } from './stable.ts';

export const SEMANTIC_TOKENS_CAPABILITIES: ServerCapabilities = {
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: { delta: true },
    range: true,
  },
};

/** Answers requests for semantic tokens. */
export function serveSemanticTokens(session: Session): void {
  const { connection } = session;
  const builders = new Map<string, Builder>();
  const builderOf = (location: string): Builder => {
    let builder = builders.get(location);
    if (builder === undefined) {
      builder = new SemanticTokensBuilder();
      builders.set(location, builder);
    }
    return builder;
  };
  const { semanticTokens } = connection.languages;
  semanticTokens.on(async ({ textDocument }, token) => {
    const tokens = await readDocument(session, textDocument.uri, token, null, (document) =>
      collect(session, document),
    );
    if (tokens === null) return { data: [] };
    const builder = builderOf(session.uris.toLocation(textDocument.uri));
    builder.previousResult('');
    for (const each of tokens) builder.push(...each);
    return builder.build();
  });
  semanticTokens.onDelta(async ({ textDocument, previousResultId }, token) => {
    const tokens = await readDocument(session, textDocument.uri, token, null, (document) =>
      collect(session, document),
    );
    if (tokens === null) return { edits: [] };
    const builder = builderOf(session.uris.toLocation(textDocument.uri));
    builder.previousResult(previousResultId);
    for (const each of tokens) builder.push(...each);
    return builder.buildEdits();
  });
  semanticTokens.onRange(async ({ textDocument, range }, token) => {
    const tokens = await readDocument(session, textDocument.uri, token, null, (document) => {
      const { location } = document;
      const [start, end] = [range.start, range.end].map((each) => session.texts.offsetAt(location, each));
      return collect(session, document, start, end);
    });
    const builder = new SemanticTokensBuilder();
    for (const each of tokens ?? []) builder.push(...each);
    return builder.build();
  });
  session.onClosed((location) => builders.delete(location));
}

/** Line, character, length, type, modifiers. */
type LineToken = [number, number, number, number, number];

/** The tokens of a document. A token ends with its line: one of several lines, a memo, is one token per line. */
function* collect(
  { texts, workspace }: Session,
  document: DocumentModel,
  from?: number,
  to?: number,
): Pieces<LineToken[]> {
  const found: LineToken[] = [];
  let count = 0;
  for (const { start, end, type, modifier } of tokensIn(workspace, document, from, to)) {
    const typeIndex = TOKEN_TYPES.indexOf(type);
    const modifiers = modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier);
    for (const { line, character, length } of texts.piecesOf(document.location, start, end)) {
      found.push([line, character, length, typeIndex, modifiers]);
    }
    if (++count % 16 === 0) yield;
  }
  return found;
}
