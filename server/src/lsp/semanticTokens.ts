/** Semantic tokens in the protocol's encoding: whole, a range, or what changed since the last time. */
import {
  type SemanticTokensBuilder as Builder,
  LSPErrorCodes,
  ResponseError,
  SemanticTokensBuilder,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensIn } from '../features/semanticTokens.ts';
import type { DocumentModel } from '../model/document.ts';
import { drive } from './longWork.ts';
import type { Session } from './session.ts';

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
  const builderOf = (document: DocumentModel): Builder => {
    let builder = builders.get(document.location);
    if (builder === undefined) {
      builder = new SemanticTokensBuilder();
      builders.set(document.location, builder);
    }
    return builder;
  };
  connection.languages.semanticTokens.on(async ({ textDocument }, token) => {
    const document = session.document(textDocument.uri);
    if (document === null) return { data: [] };
    const tokens = await drive(collect(session, document), token);
    const builder = builderOf(document);
    builder.previousResult('');
    for (const each of tokens) builder.push(...each);
    return builder.build();
  });
  connection.languages.semanticTokens.onDelta(async ({ textDocument, previousResultId }, token) => {
    const document = session.document(textDocument.uri);
    if (document === null) return { edits: [] };
    const tokens = await drive(collect(session, document), token);
    const builder = builderOf(document);
    builder.previousResult(previousResultId);
    for (const each of tokens) builder.push(...each);
    return builder.buildEdits();
  });
  connection.languages.semanticTokens.onRange(async ({ textDocument, range }, token) => {
    const document = session.document(textDocument.uri);
    if (document === null) return { data: [] };
    const { texts } = session;
    const builder = new SemanticTokensBuilder();
    const start = texts.offsetAt(document.location, range.start);
    const end = texts.offsetAt(document.location, range.end);
    for (const each of await drive(collect(session, document, start, end), token)) builder.push(...each);
    return builder.build();
  });
  session.onClosed((location) => builders.delete(location));
}

/** Line, character, length, type, modifiers. */
type LineToken = [number, number, number, number, number];

/**
 * The tokens of a document, in pieces. A token ends with its line: one of several lines, a memo, is one token per line.
 *
 * @throws ResponseError if the text changes meanwhile
 */
function* collect(
  { texts, workspace }: Session,
  document: DocumentModel,
  from?: number,
  to?: number,
): Generator<void, LineToken[]> {
  const { location, version } = document;
  const found: LineToken[] = [];
  let count = 0;
  for (const { start, end, type, modifier } of tokensIn(workspace, document, from, to)) {
    const typeIndex = TOKEN_TYPES.indexOf(type);
    const modifiers = modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier);
    for (const { line, character, length } of texts.piecesOf(location, start, end)) {
      found.push([line, character, length, typeIndex, modifiers]);
    }
    if (++count % 100 > 0) continue;
    yield;
    if (document.version !== version || workspace.document(location) !== document)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
  }
  return found;
}
