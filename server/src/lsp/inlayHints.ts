/** The names of ids, beside them, if the settings ask for it. */
import type { InlayHint, ServerCapabilities } from 'vscode-languageserver';
import { hintsIn } from '../features/inlayHints.ts';
import { mapped, type Pieces } from '../model/pieces.ts';
import type { Session } from './session.ts';
import { readDocument } from './stable.ts';

export const INLAY_HINT_CAPABILITIES: ServerCapabilities = { inlayHintProvider: true };

/** Answers with the hints of a range. */
export function serveInlayHints(session: Session): void {
  const { connection, texts, workspace } = session;
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    readDocument(session, textDocument.uri, token, [], function* (document): Pieces<InlayHint[]> {
      const { location } = document;
      if (!session.settingsAt(location).inlayHintNames) return [];
      const start = texts.offsetAt(location, range.start);
      const end = texts.offsetAt(location, range.end);
      return yield* mapped(yield* hintsIn(workspace, document, start, end), ({ offset, label }) => {
        return { position: texts.positionAt(location, offset), label, paddingLeft: true };
      });
    }),
  );
}
