/** The views in the side bar, *Actors* and *Demands*, and what is chosen in them. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { ActiveText } from './activeText.ts';
import { ActorsContent } from './actors.ts';
import { DemandsContent } from './demands.ts';
import { ServerTree } from './serverTree.ts';
import { ViewChoices } from './viewChoices.ts';
import type { ActorOfView } from './viewNode.ts';

export const ACTORS_VIEW = 'demarche.actors';
export const DEMANDS_VIEW = 'demarche.demands';

export class SideViews implements vscode.Disposable {
  readonly choices: ViewChoices;
  readonly text = new ActiveText();
  readonly actors: ServerTree;
  readonly demands: ServerTree;
  readonly #demandsContent: DemandsContent;

  constructor(context: vscode.ExtensionContext, server: LanguageServer) {
    this.choices = new ViewChoices(context.workspaceState);
    const current = () => this.choices.current;
    const actors = new ActorsContent(server, current, (id) => this.actors.limitFor(id));
    this.#demandsContent = new DemandsContent(server, current, (id) => this.demands.limitFor(id));
    this.actors = new ServerTree(ACTORS_VIEW, server, actors, this.text, this.choices);
    this.demands = new ServerTree(DEMANDS_VIEW, server, this.#demandsContent, this.text, this.choices);
  }

  /** Shows only the demands by and to an actor, or all again. */
  async filterDemands(actor: ActorOfView | undefined): Promise<void> {
    this.#demandsContent.filter = actor;
    this.demands.view.message = actor ? vscode.l10n.t('Only demands by or to {0}', actor.name) : '';
    await vscode.commands.executeCommand('setContext', 'demarche.demands.filtered', actor !== undefined);
    if (actor) await vscode.commands.executeCommand(`${DEMANDS_VIEW}.focus`);
    this.demands.refresh(0);
  }

  /** Asks for more rows below a node of either view. */
  showMore(id: string): void {
    // Ids say which tree they are of, but the other one takes no harm.
    this.actors.extend(id);
    this.demands.extend(id);
  }

  dispose(): void {
    this.actors.dispose();
    this.demands.dispose();
    this.text.dispose();
  }
}
