/** The names of ids, beside them, if the settings ask for it. */
import type { InlayHint, ServerCapabilities } from 'vscode-languageserver';
import { hintsIn } from '../features/inlayHints.ts';
import type { Session } from './session.ts';

export const INLAY_HINT_CAPABILITIES: ServerCapabilities = { inlayHintProvider: true };

/** Answers with the hints of a range. */
export function serveInlayHints(session: Session): void {
  const { connection, texts, workspace } = session;
  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const document = session.document(textDocument.uri);
    if (document === null || !session.settingsAt(document.location).inlayHintNames) return [];
    const { location } = document;
    const start = texts.offsetAt(location, range.start);
    const end = texts.offsetAt(location, range.end);
    return hintsIn(workspace, document, start, end).map(({ offset, label }): InlayHint => {
      const position = texts.rangeAt(location, offset, offset).start;
      return { position, label, paddingLeft: true };
    });
  });
}
