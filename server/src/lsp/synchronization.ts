/** Open documents and codebooks, kept as the client has them: each change is an edit of the model. */
import {
  type DidChangeTextDocumentParams,
  type DidOpenTextDocumentParams,
  type Disposable,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { nameOf } from '../model/location.ts';
import { CODEBOOK_NAME } from '../model/workspace.ts';
import type { Session } from './session.ts';

export const SYNC = { openClose: true, change: TextDocumentSyncKind.Incremental, save: false } as const;

/** Who wants to know of changes. */
export interface SynchronizationEvents {
  readonly opened: (location: string) => void;
  readonly changed: (location: string) => void;
  /** A file is no longer open: what is on disk counts again. */
  readonly closed: (location: string, uri: string) => void;
}

/** Follows the client's open texts. */
export function synchronize(session: Session, events: SynchronizationEvents): Disposable[] {
  const { connection, texts, uris, workspace } = session;
  return [
    connection.onDidOpenTextDocument(({ textDocument }: DidOpenTextDocumentParams) => {
      const location = uris.toLocation(textDocument.uri);
      const { uri, languageId, version, text } = textDocument;
      texts.setOpen(location, TextDocument.create(uri, languageId, version, text));
      if (isCodebook(location)) workspace.setCodebook(location, text);
      else if (languageId === 'demarche' || location.endsWith('.demarche'))
        setDocument(session, location, text);
      events.opened(location);
      events.changed(location);
    }),
    connection.onDidChangeTextDocument((params: DidChangeTextDocumentParams) => {
      const location = uris.toLocation(params.textDocument.uri);
      if (texts.open.has(location)) change(session, location, params);
      events.changed(location);
    }),
    connection.onDidCloseTextDocument(({ textDocument }) => {
      const location = uris.toLocation(textDocument.uri);
      texts.close(location);
      events.closed(location, textDocument.uri);
    }),
  ];
}

export function isCodebook(location: string): boolean {
  return nameOf(location) === CODEBOOK_NAME;
}

/** A text that is known as it is stays the document that it is. */
function setDocument({ workspace }: Session, location: string, text: string): void {
  if (workspace.document(location)?.source.text !== text) workspace.setDocument(location, text);
}

function change(session: Session, location: string, params: DidChangeTextDocumentParams): void {
  const { texts, workspace } = session;
  const isDocument = workspace.document(location) !== null;
  for (const each of params.contentChanges) {
    const { start, end, text } = texts.change(location, each, params.textDocument.version);
    if (isDocument) workspace.editDocument(location, start, end, text);
  }
  if (isCodebook(location)) workspace.setCodebook(location, texts.open.get(location)?.getText() ?? '');
}
