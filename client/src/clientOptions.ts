/** What language clients are told, in whatever editor. */
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import {
  FILE_REQUESTS,
  SHOW_REFERENCES,
  SUGGEST,
  WORKSPACE_CHANGED,
} from '../../server/src/lsp/requests/index.ts';
import { CrashHandler } from './crashHandler.ts';
import { documentSchemes, documentSelector } from './documents.ts';
import type { ClientParts } from './languageServer.ts';

export function clientOptions({ output }: ClientParts, isRunning: () => boolean): LanguageClientOptions {
  return {
    documentSelector: documentSelector(documentSchemes()),
    initializationOptions: {
      commands: [SHOW_REFERENCES, SUGGEST],
      notifications: [WORKSPACE_CHANGED],
      requests: FILE_REQUESTS,
    },
    outputChannel: output,
    // A request that failed is written to the output; a message for each would only be in the way.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Told by the crash handler, in better words.
    initializationFailedHandler: () => false,
    errorHandler: new CrashHandler(output, isRunning),
    // Texts are others' words: what looks like a command link in them is none.
    markdown: { isTrusted: false, supportHtml: false },
  };
}
