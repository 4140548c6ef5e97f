/** What the views show and in which order: chosen in their title bars, kept for the folder that is open. */
import * as vscode from 'vscode';

export interface Choices {
  /** The active text, or all texts. */
  readonly scope: 'document' | 'workspace';
  readonly groupActors: 'kind' | 'affiliation' | 'none';
  readonly sortActors: 'name' | 'count';
  readonly groupDemands: 'state' | 'addressee' | 'claimant';
}

const FIRST: Choices = {
  scope: 'document',
  groupActors: 'kind',
  sortActors: 'name',
  groupDemands: 'state',
};
const KEY = 'demarche.views';

export class ViewChoices {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #choices: Choices;

  /** Fires after each choice. */
  readonly onChanged = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#choices = { ...FIRST, ...memory.get<Partial<Choices>>(KEY) };
    this.#tellMenus(this.#choices);
  }

  get current(): Choices {
    return this.#choices;
  }

  /** Chooses something, and keeps it. */
  async choose(choice: Partial<Choices>): Promise<void> {
    this.#choices = { ...this.#choices, ...choice };
    this.#tellMenus(choice);
    this.#changed.fire();
    await this.#memory.update(KEY, this.#choices);
  }

  /** Menus offer what is not chosen yet. */
  #tellMenus(choice: Partial<Choices>): void {
    for (const [name, value] of Object.entries(choice)) {
      void vscode.commands.executeCommand('setContext', `demarche.views.${name}`, value);
    }
  }
}
