/** The three views of what texts say: argument map, actor network, demands; one panel of each. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import type { TextViews } from '../textView/textViews.ts';
import { type Kept, readKept, VIEWS, type View } from './messages.ts';
import { resourceRoot } from './page.ts';
import { PicturePanel } from './panel.ts';

/** The types of the panels, as package.json has them. */
const TYPES: Record<View, string> = {
  argument: 'demarche.argumentMap',
  network: 'demarche.actorNetwork',
  demands: 'demarche.demands',
};

export class Pictures implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #server: LanguageServer;
  readonly #views: TextViews;
  readonly #output: vscode.LogOutputChannel;
  readonly #panels = new Map<View, PicturePanel>();
  readonly #serializers: vscode.Disposable;

  /** Panels that were open when the window was closed or reloaded come back. */
  constructor(
    context: vscode.ExtensionContext,
    server: LanguageServer,
    views: TextViews,
    output: vscode.LogOutputChannel,
  ) {
    this.#context = context;
    this.#server = server;
    this.#views = views;
    this.#output = output;
    this.#serializers = vscode.Disposable.from(
      ...VIEWS.map((view) =>
        vscode.window.registerWebviewPanelSerializer(TYPES[view], {
          deserializeWebviewPanel: async (panel, state) => this.#take(view, panel, readKept(state)),
        }),
      ),
    );
  }

  /** Shows a view beside the editor, or the one that there is. */
  show(view: View): void {
    const there = this.#panels.get(view);
    if (there) {
      there.reveal();
      return;
    }
    // Where another view is already, so that they do not crowd out the text.
    const [other] = this.#panels.values();
    const column = other?.column ?? vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(TYPES[view], titleOf(view), column);
    this.#take(view, panel, readKept(undefined));
  }

  /** Saves what the active view shows. */
  async save(): Promise<void> {
    const panel = [...this.#panels.values()].find(({ isActive }) => isActive);
    if (panel) await panel.save();
    else {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Show the argument map, the actor network or the demand ledger first.'),
      );
    }
  }

  dispose(): void {
    this.#serializers.dispose();
  }

  #take(view: View, panel: vscode.WebviewPanel, kept: Kept): void {
    const { extensionUri } = this.#context;
    panel.title = titleOf(view);
    panel.iconPath = iconOf(view, extensionUri);
    panel.webview.options = { enableScripts: true, localResourceRoots: [resourceRoot(extensionUri)] };
    const picture = new PicturePanel(
      view,
      panel,
      kept,
      this.#server,
      this.#views,
      this.#context,
      this.#output,
    );
    this.#panels.set(view, picture);
    picture.onDidDispose(() => {
      if (this.#panels.get(view) === picture) this.#panels.delete(view);
    });
  }
}

function titleOf(view: View): string {
  const { t } = vscode.l10n;
  return { argument: t('Argument Map'), network: t('Actor Network'), demands: t('Demand Ledger') }[view];
}

function iconOf(view: View, extension: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
  const icon = (shade: string) => vscode.Uri.joinPath(extension, 'client', 'images', `${view}-${shade}.svg`);
  return { light: icon('light'), dark: icon('dark') };
}
