/** What statements meet with, above them. */
import type { CodeLens, Command, ServerCapabilities } from 'vscode-languageserver';
import { type LensContent, lensesOf, resolveLens } from '../features/codeLens.ts';
import { mapped, type Pieces } from '../model/pieces.ts';
import { SHOW_REFERENCES } from './requests/index.ts';
import type { Session } from './session.ts';
import { readDocument, readWorkspace } from './stable.ts';

export const CODE_LENS_CAPABILITIES: ServerCapabilities = { codeLensProvider: { resolveProvider: true } };

/** Answers with lenses, which say nothing until they are seen. */
export function serveCodeLens(session: Session): void {
  const { connection, texts, workspace } = session;
  connection.onCodeLens(({ textDocument }, token) =>
    readDocument(session, textDocument.uri, token, [], function* (document): Pieces<CodeLens[]> {
      const { location } = document;
      if (!session.settingsAt(location).codeLens) return [];
      return yield* mapped(yield* lensesOf(workspace, document), ({ kind, start, anchor }) => {
        return { range: texts.rangeAt(location, start, start), data: { kind, anchor } };
      });
    }),
  );
  connection.onCodeLensResolve((lens, token) =>
    readWorkspace(session, token, function* (): Pieces<CodeLens> {
      const { kind, anchor } = (lens.data ?? {}) as { readonly kind?: unknown; readonly anchor?: unknown };
      const content = yield* resolveLens(workspace, kind === 'references' ? kind : 'argument', anchor);
      const command = content ? yield* commandOf(session, content) : { title: '', command: '' };
      return { ...lens, command };
    }),
  );
}

/** A client that does not know our command is shown the words alone: an empty command does nothing. */
function* commandOf(session: Session, { title, location, start, places }: LensContent): Pieces<Command> {
  const { texts, uris } = session;
  if (places.length === 0 || !session.clientCommands.has(SHOW_REFERENCES)) return { title, command: '' };
  const uri = uris.toUri(location);
  const locations = yield* mapped(places, (place) => ({
    uri: uris.toUri(place.location),
    range: texts.rangeAt(place.location, place.start, place.end),
  }));
  return {
    title,
    command: SHOW_REFERENCES,
    arguments: [uri, texts.rangeAt(location, start, start).start, locations],
  };
}
