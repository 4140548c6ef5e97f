/** The server in a browser: a worker that talks with the extension, and has its files from there. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { start } from './server.ts';

/** A worker's own scope. Types of the browser would be everywhere in the server if they were anywhere. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
start(connection, { files: null, version });
