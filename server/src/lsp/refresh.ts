/** Asks the client to look again at what another file or a setting has changed: inlay hints, lenses, tokens. */
import {
  CodeLensRefreshRequest,
  type Connection,
  ConnectionError,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { Touched } from '../model/workspace.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';

/** Changes come in bursts: a whole workspace that is being read, a word that is being typed. */
const PAUSE = 300;

/** Follows changes and settings for as long as the session lives. */
export function refreshLate(session: Session): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isConfigured = false;
  const schedule = () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      refresh(session, isConfigured);
      isConfigured = false;
    }, PAUSE);
  };
  session.onConfigured(() => {
    isConfigured = true;
    schedule();
  });
  session.workspace.onTouched((touched) => {
    if (reachesOthers(touched)) schedule();
  });
}

/** Whether more than one document is concerned: after an edit of its own text a client asks by itself. */
function reachesOthers({ documents, uses }: Touched): boolean {
  if (documents.size > 1) return true;
  for (const key of uses) if (key.includes('/')) return true;
  return false;
}

function refresh(session: Session, isConfigured: boolean): void {
  const { connection } = session;
  const { workspace } = session.capabilities;
  // What is switched off has not changed; what has just been switched off has.
  const wants = (test: (settings: Settings) => boolean) => isConfigured || session.someSettings(test);
  if (workspace?.semanticTokens?.refreshSupport)
    void ask(connection, () => connection.sendRequest(SemanticTokensRefreshRequest.type));
  if (workspace?.inlayHint?.refreshSupport && wants(({ inlayHintNames }) => inlayHintNames))
    void ask(connection, () => connection.languages.inlayHint.refresh());
  if (workspace?.codeLens?.refreshSupport && wants(({ codeLens }) => codeLens))
    void ask(connection, () => connection.sendRequest(CodeLensRefreshRequest.type));
}

/** A client that promises to refresh and then does not, or is gone, is no reason to fall. */
async function ask(connection: Connection, request: () => Promise<void>): Promise<void> {
  try {
    await request();
  } catch (error) {
    if (!(error instanceof ConnectionError)) connection.console.warn(`refresh: ${error}`);
  }
}
