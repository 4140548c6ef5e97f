/** The server in Node: over the standard streams, or over what the editor gives it. */
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageJson from '../../../package.json' with { type: 'json' };
import { nodeFiles } from '../cli/nodeFiles.ts';
import type { FileSystem } from '../model/files.ts';
import { type Host, start } from './server.ts';

/** Files by decoded `file:` URI. */
function filesByUri(): FileSystem {
  const path = (location: string) => fileURLToPath(encodeURI(location).replace(/[?#]/g, encodeURIComponent));
  return {
    stat: (location) => nodeFiles.stat(path(location)),
    read: (location) => nodeFiles.read(path(location)),
    list: (location) => nodeFiles.list(path(location)),
  };
}

const host: Host = { files: filesByUri(), version: packageJson.version };

/** Serves the connection that the process's arguments name (`--node-ipc`, `--stdio`, `--pipe`). */
export function serve(): void {
  start(createConnection(ProposedFeatures.all), host);
}

/** Serves the standard streams. */
export function startStdioServer(): void {
  start(createConnection(ProposedFeatures.all, process.stdin, process.stdout), host);
}
