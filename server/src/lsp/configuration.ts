/** Settings, as the client has them: for each folder of the workspace where it can tell them apart. */
import type { DidChangeConfigurationParams } from 'vscode-languageserver';
import type { Session } from './session.ts';
import { readSettings, type Settings } from './settings.ts';

const SECTION = 'demarche';

export class Configuration {
  readonly #session: Session;
  /** Goes up with each question: of two that are under way, the later one counts. */
  #asked = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Asks the client for its settings. One that does not answer leaves them as they are. */
  async ask(): Promise<void> {
    const { connection, capabilities, roots, uris } = this.#session;
    if (!capabilities.workspace?.configuration) return;
    const asked = ++this.#asked;
    const folders = [...roots];
    const scopes = folders.map((root) => ({ section: SECTION, scopeUri: uris.toUri(root) }));
    try {
      const answers: unknown = await connection.workspace.getConfiguration([{ section: SECTION }, ...scopes]);
      if (asked !== this.#asked || !Array.isArray(answers)) return;
      const [ofAll, ...ofFolders] = answers as unknown[];
      const settings = new Map<string, Settings>();
      folders.forEach((root, index) => settings.set(root, readSettings(ofFolders[index] ?? ofAll)));
      this.#session.configure(readSettings(ofAll), settings);
    } catch (error) {
      connection.console.warn(`settings: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** After a change: clients that can't be asked send what it now is. */
  async changed({ settings }: DidChangeConfigurationParams): Promise<void> {
    if (this.#session.capabilities.workspace?.configuration) return this.ask();
    this.#session.configure(readSettings((settings as Record<string, unknown> | null)?.[SECTION]));
  }
}
