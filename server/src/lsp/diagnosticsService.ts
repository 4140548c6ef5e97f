/** Diagnostics are pulled by clients that can, and pushed to the others. */
import { diagnosticsAt } from './diagnostics.ts';
import { Reports } from './reports.ts';
import type { Session } from './session.ts';
import { serveWorkspaceDiagnostics, toDocumentReport } from './workspaceDiagnostics.ts';

/** Serves diagnostics. Call before listening; `start` once the client's capabilities are known. */
export class DiagnosticsService {
  readonly #session: Session;
  #pulls = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(session: Session) {
    this.#session = session;
    const reports = new Reports(session);
    session.connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
      const location = session.uris.toLocation(textDocument.uri);
      return toDocumentReport(reports.report(location, previousResultId));
    });
    serveWorkspaceDiagnostics(session, reports);
  }

  start(): void {
    this.#pulls = this.#session.capabilities.textDocument?.diagnostic !== undefined;
  }

  /** After a change of one text: who pulls asks by itself. */
  textChanged(): void {
    if (!this.#pulls) this.#schedule(() => this.#push());
  }

  /** After a change of something else that diagnostics hang on: files, codebooks, settings. */
  workspaceChanged(): void {
    const { connection, capabilities } = this.#session;
    if (!this.#pulls) this.#schedule(() => this.#push());
    else if (capabilities.workspace?.diagnostics?.refreshSupport) {
      // A client that promises to refresh and then does not is no reason to fall.
      const refused = (error: Error) => connection.console.warn(`refresh: ${error.message}`);
      this.#schedule(() => connection.languages.diagnostics.refresh().catch(refused));
    }
  }

  /** A closed file keeps no diagnostics of a client that is pushed to. */
  closed(uri: string): void {
    if (!this.#pulls) void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #push(): void {
    const { connection, texts } = this.#session;
    for (const [location, text] of texts.open) {
      const diagnostics = diagnosticsAt(this.#session, location);
      void connection.sendDiagnostics({ uri: text.uri, version: text.version, diagnostics });
    }
  }

  /** Once for all changes that come in one go. */
  #schedule(work: () => void): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      work();
    }, 50);
  }
}
