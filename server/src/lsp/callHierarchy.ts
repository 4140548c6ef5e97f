/** The argument as a call hierarchy: who supports, rebuts, rephrases or answers a statement, and what it does so to. */
import { type CallHierarchyItem, type ServerCapabilities, SymbolKind } from 'vscode-languageserver';
import {
  type ArgumentCall,
  type ArgumentItem,
  argumentAt,
  incomingArguments,
  outgoingArguments,
} from '../features/callHierarchy.ts';
import { mapped } from '../model/pieces.ts';
import type { Session } from './session.ts';
import { readWorkspace } from './stable.ts';

export const CALL_HIERARCHY_CAPABILITIES: ServerCapabilities = { callHierarchyProvider: true };

const KINDS = { claim: SymbolKind.Constant, demand: SymbolKind.Event, unknown: SymbolKind.Null } as const;

/** Answers requests for the hierarchy. */
export function serveCallHierarchy(session: Session): void {
  const { connection, texts, uris, workspace } = session;
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(({ textDocument, position }) => {
    const document = session.document(textDocument.uri);
    if (document === null) return null;
    const item = argumentAt(workspace, document, texts.offsetAt(document.location, position));
    return item ? [toItem(session, item)] : null;
  });
  const rangesIn = (location: string, { from }: ArgumentCall) =>
    from.map(({ start, end }) => texts.rangeAt(location, start, end));
  callHierarchy.onIncomingCalls(({ item }, token) =>
    readWorkspace(session, token, function* () {
      const calls = yield* incomingArguments(workspace, item.data);
      return yield* mapped(calls, (call) => ({
        from: toItem(session, call.item),
        fromRanges: rangesIn(call.item.location, call),
      }));
    }),
  );
  callHierarchy.onOutgoingCalls(({ item }, token) =>
    readWorkspace(session, token, function* () {
      // These places are in the statement that was asked about, not in those that it points to.
      const location = uris.toLocation(item.uri);
      const calls = yield* outgoingArguments(workspace, item.data);
      return yield* mapped(calls, (call) => ({
        to: toItem(session, call.item),
        fromRanges: rangesIn(location, call),
      }));
    }),
  );
}

function toItem({ texts, uris }: Session, item: ArgumentItem): CallHierarchyItem {
  const { name, detail, location, range, selection, anchor } = item;
  return {
    name,
    detail,
    kind: KINDS[item.kind],
    uri: uris.toUri(location),
    range: texts.rangeAt(location, range.start, range.end),
    selectionRange: texts.rangeAt(location, selection.start, selection.end),
    data: anchor,
  };
}
