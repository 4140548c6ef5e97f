/**
 * A tree view of what the server knows: asks only while it can be seen, follows edits, and says in a context key why
 * it is empty, so that package.json can put the right words there (`viewsWelcome`).
 */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import type { PictureScope } from '../requests/views.ts';
import type { ActiveText } from './activeText.ts';
import type { ViewChoices } from './viewChoices.ts';
import type { ViewNode } from './viewNode.ts';

/** Milliseconds without a change before the view follows. */
const PAUSE = 150;

/** Rows below one node at first, and how many more at a time. */
export const PAGE = 200;

/** The uppermost nodes; null where the server does not know the text (any more). */
export interface Roots {
  readonly nodes: ViewNode[];
  readonly hasCodebook: boolean;
}

export interface TreeContent {
  /** The uppermost nodes of a scope. @throws If the server can't be reached, or the request is cancelled */
  roots(scope: PictureScope, token: vscode.CancellationToken): Promise<Roots | null>;
}

type State = 'down' | 'noDocument' | 'empty' | 'filled';

export class ServerTree implements vscode.TreeDataProvider<ViewNode>, vscode.Disposable {
  readonly #id: string;
  readonly #server: LanguageServer;
  readonly #content: TreeContent;
  readonly #text: ActiveText;
  readonly #choices: ViewChoices;
  readonly #changed = new vscode.EventEmitter<ViewNode | undefined>();
  readonly #registrations: vscode.Disposable[];
  readonly #extended = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStale = false;
  #asking: vscode.CancellationTokenSource | undefined;
  #latest: Promise<ViewNode[]> = Promise.resolve([]);

  readonly view: vscode.TreeView<ViewNode>;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    id: string,
    server: LanguageServer,
    content: TreeContent,
    text: ActiveText,
    choices: ViewChoices,
  ) {
    this.#id = id;
    this.#server = server;
    this.#content = content;
    this.#text = text;
    this.#choices = choices;
    this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
    this.#registrations = [
      this.view,
      this.#changed,
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) this.refresh(0);
      }),
      server.onWorkspaceChanged(() => this.refresh()),
      server.onStateChanged(() => this.refresh(0)),
      choices.onChanged(() => this.refresh(0)),
      text.onChanged(() => {
        if (choices.current.scope === 'document') this.refresh(0);
      }),
    ];
  }

  /** Asks anew, soon; a view that is hidden does so when it is shown. */
  refresh(pause = PAUSE): void {
    this.#isStale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.view.visible) return;
      this.#changed.fire(undefined);
    }, pause);
  }

  /** How many rows to ask for below a node. */
  limitFor(id: string): number {
    return this.#extended.get(id) ?? PAGE;
  }

  /** Asks for more rows below a node from now on. */
  extend(id: string): void {
    this.#extended.set(id, this.limitFor(id) + PAGE);
    this.refresh(0);
  }

  getTreeItem({ item }: ViewNode): vscode.TreeItem {
    return item;
  }

  async getChildren(node?: ViewNode): Promise<ViewNode[]> {
    if (node === undefined) {
      this.#latest = this.#roots();
      return this.#latest;
    }
    // A server that ended is told at the top.
    return (await node.children?.().catch(() => [])) ?? [];
  }

  async resolveTreeItem(item: vscode.TreeItem, { tooltip }: ViewNode): Promise<vscode.TreeItem> {
    const shown = await tooltip?.().catch(() => undefined);
    if (shown) item.tooltip = shown;
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    for (const each of this.#registrations) each.dispose();
  }

  async #roots(): Promise<ViewNode[]> {
    this.#asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    this.#isStale = false;
    try {
      const scope = await this.#scope();
      const roots = scope && (await this.#content.roots(scope, asking.token));
      if (asking !== this.#asking) return this.#latest;
      this.#tell(roots ? (roots.nodes.length > 0 ? 'filled' : 'empty') : 'noDocument', roots?.hasCodebook);
      return roots?.nodes ?? [];
    } catch {
      if (asking !== this.#asking) return this.#latest;
      // What went wrong is in the output.
      this.#tell('down');
      return [];
    } finally {
      asking.dispose();
    }
  }

  async #scope(): Promise<PictureScope | undefined> {
    if (this.#choices.current.scope === 'workspace') {
      this.view.description = vscode.l10n.t('all texts');
      return { uri: null };
    }
    const { document } = this.#text;
    this.view.description = document ? nameOf(document) : '';
    return document && { uri: await this.#text.uri(this.#server) };
  }

  #tell(state: State, hasCodebook = true): void {
    void vscode.commands.executeCommand('setContext', `${this.#id}.state`, state);
    void vscode.commands.executeCommand('setContext', 'demarche.hasCodebook', hasCodebook);
  }
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
