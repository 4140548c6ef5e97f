/** Diagnostics are pulled by clients that can, and pushed to the others. */
import { CancellationToken } from 'vscode-languageserver';
import { drive } from './longWork.ts';
import { Reports } from './reports.ts';
import type { Session } from './session.ts';
import { serveWorkspaceDiagnostics, toDocumentReport } from './workspaceDiagnostics.ts';

/** Serves diagnostics. Call before listening; `start` once the client's capabilities are known. */
export class DiagnosticsService {
  readonly #session: Session;
  readonly #reports: Reports;
  #pulls = false;
  /** Counts pushes: a later one takes over from those that are not done. */
  #pushes = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(session: Session) {
    this.#session = session;
    this.#reports = new Reports(session);
    session.connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      const location = session.uris.toLocation(textDocument.uri);
      return toDocumentReport(await drive(this.#reports.report(location, previousResultId), token));
    });
    serveWorkspaceDiagnostics(session, this.#reports);
  }

  start(): void {
    this.#pulls = this.#session.capabilities.textDocument?.diagnostic !== undefined;
  }

  /** After a change of one text: who pulls asks by itself. */
  textChanged(): void {
    if (!this.#pulls) this.#schedule(() => void this.#push());
  }

  /** After a change of something else that diagnostics hang on: files, codebooks, settings. */
  workspaceChanged(): void {
    const { connection, capabilities } = this.#session;
    if (!this.#pulls) this.#schedule(() => void this.#push());
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

  async #push(): Promise<void> {
    const { connection, texts } = this.#session;
    const push = ++this.#pushes;
    for (const [location] of [...texts.open]) {
      const { items } = await drive(this.#reports.report(location, undefined), CancellationToken.None);
      const text = texts.open.get(location);
      if (push !== this.#pushes) return;
      if (text)
        void connection.sendDiagnostics({ uri: text.uri, version: text.version, diagnostics: items ?? [] });
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
