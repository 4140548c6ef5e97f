/** Statements, actors and topics of the whole workspace by name. */
import {
  type Location,
  type ServerCapabilities,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { findAnchored, startOf } from '../features/statementAnchor.ts';
import { findSymbols, type WorkspaceSymbolEntry } from '../features/workspaceSymbols.ts';
import { symbolKind } from './kinds.ts';
import { drive } from './longWork.ts';
import type { Session } from './session.ts';

export const WORKSPACE_SYMBOL_CAPABILITIES: ServerCapabilities = {
  workspaceSymbolProvider: { resolveProvider: true },
};

const KINDS = {
  claim: SymbolKind.Constant,
  demand: SymbolKind.Event,
  unknown: SymbolKind.Null,
  actor: SymbolKind.Variable,
  topic: SymbolKind.Namespace,
} as const;

/** Answers searches for symbols. Where they are is worked out for the one that is opened, if the client can ask. */
export function serveWorkspaceSymbols(session: Session): void {
  const { connection, workspace } = session;
  connection.onWorkspaceSymbol(async ({ query }, token): Promise<SymbolInformation[] | WorkspaceSymbol[]> => {
    const found = await drive(findSymbols(workspace, query), token);
    const properties = session.capabilities.workspace?.symbol?.resolveSupport?.properties;
    if (!properties?.includes('location.range')) {
      return found.map((entry) => ({ ...toSymbol(session, entry), location: locationOf(session, entry) }));
    }
    return found.map((entry): WorkspaceSymbol => {
      // An entry of YAML has no anchor: it is placed at once.
      if (entry.anchor === null) return { ...toSymbol(session, entry), location: locationOf(session, entry) };
      return {
        ...toSymbol(session, entry),
        location: { uri: session.uris.toUri(entry.location) },
        data: entry.anchor,
      };
    });
  });
  connection.onWorkspaceSymbolResolve((symbol) => {
    const statement = findAnchored(workspace, symbol.data);
    if (statement === null) return symbol;
    const start = startOf(statement);
    const end = start + statement.tag.end - statement.tag.start;
    return {
      ...symbol,
      location: locationOf(session, { location: statement.document.location, start, end }),
    };
  });
}

function toSymbol({ capabilities }: Session, { name, kind, container }: WorkspaceSymbolEntry) {
  const known = symbolKind(KINDS[kind], capabilities.workspace?.symbol?.symbolKind);
  return { name, kind: known, containerName: container };
}

function locationOf(
  { texts, uris }: Session,
  { location, start, end }: { readonly location: string; readonly start: number; readonly end: number },
): Location {
  return { uri: uris.toUri(location), range: texts.rangeAt(location, start, end) };
}
