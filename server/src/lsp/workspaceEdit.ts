/** Edits of several files as the protocol has them. */
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { PlacedEdit } from '../features/fileEdits.ts';
import type { Pieces } from '../model/pieces.ts';
import type { Session } from './session.ts';

/** Edits by file, with the versions that they are for where the client can tell them. */
export function* toWorkspaceEdit(session: Session, edits: readonly PlacedEdit[]): Pieces<WorkspaceEdit> {
  const { texts, uris, capabilities } = session;
  const byLocation = new Map<string, TextEdit[]>();
  for (const { location, start, end, text } of edits) {
    const list = byLocation.get(location) ?? [];
    list.push({ range: texts.rangeAt(location, start, end), newText: text });
    byLocation.set(location, list);
    yield;
  }
  if (!capabilities.workspace?.workspaceEdit?.documentChanges) {
    const changes = [...byLocation].map(([location, list]) => [uris.toUri(location), list] as const);
    return { changes: Object.fromEntries(changes) };
  }
  return {
    documentChanges: [...byLocation].map(([location, list]): TextDocumentEdit => {
      const version = texts.open.get(location)?.version ?? null;
      return { textDocument: { uri: uris.toUri(location), version }, edits: list };
    }),
  };
}
