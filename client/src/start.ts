/** What the desktop's and the browser's extension share: the parts of the client, put together. */
import * as vscode from 'vscode';
import { registerCommands } from './commands/index.ts';
import { documentSchemes } from './documents.ts';
import { type CreateClient, LanguageServer } from './languageServer.ts';
import { MarkedTexts } from './marks/markedTexts.ts';
import { Painter } from './marks/painter.ts';
import { providePaste } from './pasting.ts';
import { Recent } from './pickers/recent.ts';
import { Pictures } from './pictures/index.ts';
import { enterHeadOfSurround } from './surrounding.ts';
import { MarkingHistory } from './textView/markingHistory.ts';
import { registerTextViewFeatures } from './textView/textViewFeatures.ts';
import { TextViews } from './textView/textViews.ts';
import { showCounts } from './views/counts.ts';
import { SideViews } from './views/sideViews.ts';

export interface Extension {
  /** Ends the language server. */
  stop(): Promise<void>;
}

/**
 * Starts the extension; gives way at once, and the server follows.
 *
 * @param loadClient Loads the module with the language client for this kind of editor. It is called in the next
 *   turn, since the module is large and nothing in the window should wait for it.
 */
export function startExtension(
  context: vscode.ExtensionContext,
  loadClient: () => Promise<CreateClient>,
): Extension {
  const output = vscode.window.createOutputChannel('Demarche', { log: true });
  const server = new LanguageServer(context, { output }, loadClient);
  const marks = new MarkedTexts(server);
  const views = new TextViews(marks);
  const sideViews = new SideViews(context, server);
  const pictures = new Pictures(context, server, views, output);
  const history = new MarkingHistory(marks);
  context.subscriptions.push(
    output,
    registerCommands({
      server,
      marks,
      views,
      sideViews,
      pictures,
      history,
      recent: new Recent(context.workspaceState),
      output,
    }),
    showCounts(server, views),
    marks,
    views,
    sideViews,
    pictures,
    new Painter(marks, views),
    registerTextViewFeatures(views),
    providePaste(server),
    enterHeadOfSurround(),
    followSchemes(server),
  );
  setTimeout(() => server.start(), 0);
  return server;
}

/** A client's documents are chosen when it is made: a folder of another kind than those before needs a new one. */
function followSchemes(server: LanguageServer): vscode.Disposable {
  let known = documentSchemes();
  return vscode.workspace.onDidChangeWorkspaceFolders(() => {
    const schemes = documentSchemes();
    const isNew = schemes.some((scheme) => !known.includes(scheme));
    known = schemes;
    if (isNew) void server.restart();
  });
}
