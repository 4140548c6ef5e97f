/** The server in Node: over the standard streams, or over what the editor gives it. */
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { nodeFiles } from '../files/nodeFiles.ts';
import { FileError, type FileSystem } from '../model/files.ts';
import { type Host, start } from './server.ts';

/** Files by decoded `file:` URI. What is no file's (another scheme, what stands above the root) is not found. */
const filesByUri: FileSystem = {
  stat: async (location) => {
    const path = pathOf(location);
    return path === null ? null : nodeFiles.stat(path);
  },
  read: async (location) => nodeFiles.read(pathOf(location) ?? notFound(location)),
  list: async (location) => nodeFiles.list(pathOf(location) ?? notFound(location)),
};

function pathOf(location: string): string | null {
  if (!/^file:\/\/[^/]*\/./.test(location)) return null;
  try {
    return fileURLToPath(encodeURI(location).replace(/[?#]/g, encodeURIComponent));
  } catch {
    return null;
  }
}

function notFound(location: string): never {
  throw new FileError('not-found', `${location} is no file`);
}

const host: Host = { files: filesByUri, version };

/** Serves the connection that the process's arguments name (`--node-ipc`, `--stdio`, `--pipe`). */
export function serve(): void {
  start(createConnection(ProposedFeatures.all), host);
}

/** Serves the standard streams. */
export function startStdioServer(): void {
  start(createConnection(ProposedFeatures.all, process.stdin, process.stdout), host);
}
