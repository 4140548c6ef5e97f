/** What the server asks a client for that offers it: to be told of changed settings, and of changed files. */
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { DOCUMENT_ENDING, IGNORE_FILE } from '../model/discovery.ts';
import { CODEBOOK_NAME } from '../model/workspace.ts';
import type { Session } from './session.ts';

/** Registers with the client, if it offers to; one that refuses then is left as it is. */
export async function register({ connection, capabilities }: Session): Promise<void> {
  const { didChangeConfiguration, didChangeWatchedFiles } = capabilities.workspace ?? {};
  const wanted: Promise<unknown>[] = [];
  if (didChangeConfiguration?.dynamicRegistration) {
    wanted.push(connection.client.register(DidChangeConfigurationNotification.type, { section: 'demarche' }));
  }
  if (didChangeWatchedFiles?.dynamicRegistration) {
    const patterns = [`**/*${DOCUMENT_ENDING}`, `**/${CODEBOOK_NAME}`, `**/${IGNORE_FILE}`];
    const watchers = patterns.map((globPattern) => ({ globPattern }));
    wanted.push(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }
  for (const result of await Promise.allSettled(wanted)) {
    if (result.status === 'rejected') connection.console.warn(`register: ${result.reason}`);
  }
}
