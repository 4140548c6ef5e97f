/** What statements meet with, above them. */
import type { CodeLens, Command, ServerCapabilities } from 'vscode-languageserver';
import { type LensContent, lensesOf, resolveLens } from '../features/codeLens.ts';
import { SHOW_REFERENCES } from './requests/index.ts';
import type { Session } from './session.ts';

export const CODE_LENS_CAPABILITIES: ServerCapabilities = { codeLensProvider: { resolveProvider: true } };

/** Answers with lenses, which say nothing until they are seen. */
export function serveCodeLens(session: Session): void {
  const { connection, texts, workspace } = session;
  connection.onCodeLens(({ textDocument }) => {
    const document = session.document(textDocument.uri);
    if (document === null || !session.settingsAt(document.location).codeLens) return [];
    return lensesOf(workspace, document).map(({ kind, start, anchor }): CodeLens => {
      return { range: texts.rangeAt(document.location, start, start), data: { kind, anchor } };
    });
  });
  connection.onCodeLensResolve((lens) => {
    const { kind, anchor } = (lens.data ?? {}) as { readonly kind?: unknown; readonly anchor?: unknown };
    const content = resolveLens(workspace, kind === 'references' ? kind : 'argument', anchor);
    return { ...lens, command: content ? commandOf(session, content) : { title: '', command: '' } };
  });
}

/** A client that does not know our command is shown the words alone: an empty command does nothing. */
function commandOf(session: Session, { title, location, start, places }: LensContent): Command {
  const { texts, uris } = session;
  if (places.length === 0 || !session.clientCommands.has(SHOW_REFERENCES)) return { title, command: '' };
  const uri = uris.toUri(location);
  const locations = places.map((place) => ({
    uri: uris.toUri(place.location),
    range: texts.rangeAt(place.location, place.start, place.end),
  }));
  return {
    title,
    command: SHOW_REFERENCES,
    arguments: [uri, texts.rangeAt(location, start, start).start, locations],
  };
}
