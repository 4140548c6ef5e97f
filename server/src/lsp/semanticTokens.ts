/** Semantic tokens in the protocol's encoding: whole, a range, or what changed since the last time. */
import {
  type SemanticTokensBuilder as Builder,
  SemanticTokensBuilder,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensIn } from '../features/semanticTokens.ts';
import type { DocumentModel } from '../model/document.ts';
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
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const document = session.document(textDocument.uri);
    if (document === null) return { data: [] };
    const builder = builderOf(document);
    builder.previousResult('');
    push(session, document, builder);
    return builder.build();
  });
  connection.languages.semanticTokens.onDelta(({ textDocument, previousResultId }) => {
    const document = session.document(textDocument.uri);
    if (document === null) return { edits: [] };
    const builder = builderOf(document);
    builder.previousResult(previousResultId);
    push(session, document, builder);
    return builder.buildEdits();
  });
  connection.languages.semanticTokens.onRange(({ textDocument, range }) => {
    const document = session.document(textDocument.uri);
    if (document === null) return { data: [] };
    const { texts } = session;
    const builder = new SemanticTokensBuilder();
    push(
      session,
      document,
      builder,
      texts.offsetAt(document.location, range.start),
      texts.offsetAt(document.location, range.end),
    );
    return builder.build();
  });
  session.onClosed((location) => builders.delete(location));
}

/** A token ends with its line: one of several lines, a memo, is one token per line. */
function push(session: Session, document: DocumentModel, builder: Builder, from?: number, to?: number): void {
  const { texts, workspace } = session;
  const text = texts.at(document.location);
  if (text === null) return;
  for (const { start, end, type, modifier } of tokensIn(workspace, document, from, to)) {
    const typeIndex = TOKEN_TYPES.indexOf(type);
    const modifiers = modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier);
    const first = text.positionAt(start);
    const last = text.positionAt(end);
    for (let { line, character } = first; line <= last.line; line++, character = 0) {
      const isLast = line === last.line;
      const lineEnd = isLast ? end : text.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
      const length = lineEnd - text.offsetAt({ line, character });
      if (length > 0) builder.push(line, character, length, typeIndex, modifiers);
    }
  }
}
