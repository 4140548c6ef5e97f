/** The language server: wires the connection to the session. Node and the browser start it in a few lines. */
import { type Connection, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import type { FileSystem } from '../model/files.ts';
import { tellChanges } from './changes.ts';
import { filesOf } from './clientFiles.ts';
import { CODE_ACTION_CAPABILITIES, serveCodeActions } from './codeActions.ts';
import { Configuration } from './configuration.ts';
import { DiagnosticsService } from './diagnosticsService.ts';
import { editorCapabilities, serveEditorFeatures } from './editorFeatures.ts';
import { negotiateEncoding } from './encodings.ts';
import { FILE_OPERATIONS } from './fileRename.ts';
import { Files } from './files.ts';
import { FORMATTING_CAPABILITIES, serveFormatting } from './formatting.ts';
import { guard } from './guard.ts';
import { LANGUAGE_CAPABILITIES, serveLanguageFeatures } from './languageFeatures.ts';
import { serveMarks } from './marks.ts';
import { serveOwnRequests } from './ownRequests.ts';
import { servePictures } from './pictures.ts';
import { servePublishedTexts } from './publishedTexts.ts';
import { register } from './registration.ts';
import { SEMANTIC_TOKENS_CAPABILITIES, serveSemanticTokens } from './semanticTokens.ts';
import { Session } from './session.ts';
import { isCodebook, SYNC, synchronize } from './synchronization.ts';
import { serveTagging } from './tagging.ts';
import { serveViews } from './views.ts';

/** What the server needs from where it runs. */
export interface Host {
  /** The disk's files by location (decoded `file:` URI); null where there is no disk. */
  readonly files: FileSystem | null;
  readonly version: string;
}

/** Serves a connection until it closes. */
export function start(unguarded: Connection, host: Host): void {
  const connection = guard(unguarded);
  const session = new Session(connection);
  const diagnostics = new DiagnosticsService(session);
  const files = new Files(session, filesOf(session, host.files), () => diagnostics.workspaceChanged());

  const configuration = new Configuration(session);
  session.onConfigured(() => diagnostics.workspaceChanged());

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session.capabilities = params.capabilities;
    session.texts.encoding = negotiateEncoding(params.capabilities.general?.positionEncodings);
    session.readClientOptions(params.initializationOptions);
    const folders =
      params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
    session.roots = folders.map((uri) => session.uris.toLocation(uri).replace(/\/$/, ''));
    diagnostics.start();
    return {
      serverInfo: { name: 'demarche', version: host.version },
      capabilities: {
        positionEncoding: session.texts.encoding,
        textDocumentSync: SYNC,
        ...LANGUAGE_CAPABILITIES,
        ...editorCapabilities(params.capabilities),
        ...SEMANTIC_TOKENS_CAPABILITIES,
        ...CODE_ACTION_CAPABILITIES,
        ...FORMATTING_CAPABILITIES,
        diagnosticProvider: {
          identifier: 'demarche',
          interFileDependencies: true,
          workspaceDiagnostics: true,
        },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: FILE_OPERATIONS,
        },
      },
    };
  });

  connection.onInitialized(async () => {
    if (session.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map((folder) => session.uris.toLocation(folder.uri).replace(/\/$/, '')));
        session.roots = session.roots.filter((root) => !gone.has(root));
        session.roots.push(...added.map((folder) => session.uris.toLocation(folder.uri).replace(/\/$/, '')));
        void files.loadAll();
        void configuration.ask();
      });
    }
    await Promise.all([register(session), configuration.ask(), files.loadAll()]);
  });
  connection.onDidChangeConfiguration((params) => configuration.changed(params));

  synchronize(session, {
    opened: (location) => void files.loadCodebooksOf(location),
    // A client looks again at the text that it shows changing; a codebook may change out of sight, by a quick fix.
    changed: (location) =>
      isCodebook(location) ? diagnostics.workspaceChanged() : diagnostics.textChanged(),
    closed: (location, uri) => {
      session.closed(location);
      diagnostics.closed(uri);
      void files.changed([location]);
    },
  });
  connection.onDidChangeWatchedFiles(({ changes }) =>
    files.changed(changes.map(({ uri }) => session.uris.toLocation(uri))),
  );
  serveLanguageFeatures(session);
  serveEditorFeatures(session);
  serveSemanticTokens(session);
  serveCodeActions(session);
  serveFormatting(session);
  serveOwnRequests(session);
  serveMarks(session);
  serveTagging(session);
  servePublishedTexts(session);
  serveViews(session);
  servePictures(session);
  tellChanges(session);
  connection.listen();
}
