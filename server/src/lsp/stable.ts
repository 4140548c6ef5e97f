/**
 * Long work on what must not change under it. An answer made of two states of a text would be wrong in ways that no
 * client can see, so when an edit comes in between, reading begins anew with the new state. Edits that the client is
 * to make are for the text that it asked about: then it is told that its text is no longer that.
 */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { DocumentModel } from '../model/document.ts';
import type { Pieces } from '../model/pieces.ts';
import { drive } from './longWork.ts';
import type { Session } from './session.ts';

/** How often reading begins. Somebody who types as fast as we read asks again anyway. */
const ATTEMPTS = 3;

/** Remembers a state; what it returns tells whether things are still so. */
type Watch = () => () => boolean;

/** Reads the workspace. @throws ResponseError (ContentModified) if it changes again and again */
export function readWorkspace<T>(
  { workspace }: Session,
  token: CancellationToken,
  begin: () => Pieces<T>,
): Promise<T> {
  return drive(stable(workspaceWatch(workspace), begin, ATTEMPTS), token);
}

/** Reads one document; what else changes does not matter. `none` without one. @throws ResponseError as above */
export function readDocument<T, N>(
  session: Session,
  uri: string,
  token: CancellationToken,
  none: N,
  begin: (document: DocumentModel) => Pieces<T>,
): Promise<T | N> {
  return drive(ofDocument(session, uri, none, begin, ATTEMPTS), token);
}

/** Works out edits of the workspace. @throws ResponseError (ContentModified) once it changes */
export function editWorkspace<T>(
  { workspace }: Session,
  token: CancellationToken,
  begin: () => Pieces<T>,
): Promise<T> {
  return drive(stable(workspaceWatch(workspace), begin, 1), token);
}

/** Works out edits of one document; `none` without one. @throws ResponseError (ContentModified) once it changes */
export function editDocument<T, N>(
  session: Session,
  uri: string,
  token: CancellationToken,
  none: N,
  begin: (document: DocumentModel) => Pieces<T>,
): Promise<T | N> {
  return drive(ofDocument(session, uri, none, begin, 1), token);
}

/** Works out edits from one document or codebook on. @throws ResponseError (ContentModified) once it changes */
export function editFile<T>(
  session: Session,
  uri: string,
  token: CancellationToken,
  begin: () => Pieces<T>,
): Promise<T> {
  return drive(stable(fileWatch(session, session.uris.toLocation(uri)), begin, 1), token);
}

function* ofDocument<T, N>(
  session: Session,
  uri: string,
  none: N,
  begin: (document: DocumentModel) => Pieces<T>,
  attempts: number,
): Pieces<T | N> {
  const location = session.uris.toLocation(uri);
  const work = function* (): Pieces<T | N> {
    const document = session.workspace.document(location);
    return document ? yield* begin(document) : none;
  };
  return yield* stable(fileWatch(session, location), work, attempts);
}

/** Watches one document or codebook. */
export function fileWatch({ workspace }: Session, location: string): Watch {
  return () => {
    const document = workspace.document(location);
    const version = document?.version;
    const codebook = workspace.codebooks.get(location);
    return () =>
      workspace.document(location) === document &&
      document?.version === version &&
      workspace.codebooks.get(location) === codebook;
  };
}

function workspaceWatch(workspace: Session['workspace']): Watch {
  return () => {
    const { version } = workspace;
    return () => workspace.version === version;
  };
}

/**
 * Work as part of longer work, begun anew when what is watched has changed in a pause.
 *
 * @throws ResponseError (ContentModified) after so many attempts
 */
export function* stable<T>(watch: Watch, begin: () => Pieces<T>, attempts = ATTEMPTS): Pieces<T> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const isSame = watch();
    const work = begin();
    do {
      const { done, value } = work.next();
      if (done) return value;
      yield;
    } while (isSame());
  }
  throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
}
