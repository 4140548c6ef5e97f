/** Files that are renamed or moved in the editor: what points to them follows. */
import type { FileOperationOptions } from 'vscode-languageserver';
import { editsForMoves } from '../features/fileRename.ts';
import { DOCUMENT_ENDING } from '../model/discovery.ts';
import { CODEBOOK_NAME } from '../model/workspace.ts';
import type { Session } from './session.ts';
import { editWorkspace } from './stable.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

export const FILE_OPERATIONS: FileOperationOptions = {
  willRename: {
    filters: [
      { pattern: { glob: `**/*${DOCUMENT_ENDING}`, matches: 'file' } },
      { pattern: { glob: `**/${CODEBOOK_NAME}`, matches: 'file' } },
      { pattern: { glob: '**', matches: 'folder' } },
    ],
  },
};

/** Answers with the edits to make before files move. */
export function serveFileRename(session: Session): void {
  const { connection, workspace } = session;
  connection.workspace.onWillRenameFiles(async ({ files }, token) => {
    // A reference in a file that was not read yet would be left behind.
    await session.loaded(token);
    const moves = files.map(({ oldUri, newUri }) => ({
      from: toFolder(session, oldUri),
      to: toFolder(session, newUri),
    }));
    return editWorkspace(session, token, function* () {
      const edits = yield* editsForMoves(workspace, moves);
      return edits.length === 0 ? null : yield* toWorkspaceEdit(session, edits);
    });
  });
}

/** A location, of a folder without the slash that some clients end it with. */
function toFolder({ uris }: Session, uri: string): string {
  return uris.toLocation(uri.replace(/\/$/, ''));
}
