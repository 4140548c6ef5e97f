/** Renaming names, in texts and codebooks alike. */
import {
  type ClientCapabilities,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { prepareRename, rename } from '../features/rename.ts';
import type { Session } from './session.ts';
import { editWorkspace } from './stable.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

/** A client that can't prepare a rename must not be told of it. */
export function renameCapabilities({ textDocument }: ClientCapabilities): ServerCapabilities {
  return { renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true };
}

/** Answers requests to rename. What is refused is an error with the reason: that is what editors show. */
export function serveRename(session: Session): void {
  const { connection, workspace, texts, uris } = session;
  connection.onPrepareRename(({ textDocument, position }) => {
    const location = uris.toLocation(textDocument.uri);
    const prepared = prepareRename(workspace, location, texts.offsetAt(location, position));
    if (prepared.refusal !== null) return refused(prepared.refusal);
    const { start, end, placeholder } = prepared;
    return { range: texts.rangeAt(location, start, end), placeholder };
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
    // A name in a file that was not read yet would keep its old form.
    await session.loaded(token);
    return editWorkspace(session, token, function* () {
      const location = uris.toLocation(textDocument.uri);
      const offset = texts.offsetAt(location, position);
      const { edits, refusal } = yield* rename(workspace, location, offset, newName);
      return refusal !== null ? refused(refusal) : yield* toWorkspaceEdit(session, edits);
    });
  });
}

function refused(reason: string): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
