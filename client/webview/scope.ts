/** The switch between the text that is being read and the whole workspace. */
import type { Words } from '../src/pictures/words.ts';
import { create } from './elements.ts';

export class ScopeSwitch {
  readonly element: HTMLElement;
  readonly #buttons: readonly [text: HTMLButtonElement, workspace: HTMLButtonElement];

  constructor(words: Words, workspace: boolean, changed: (workspace: boolean) => void) {
    const make = (name: string, isWorkspace: boolean) => {
      const button = create('button', { type: 'button' }, name);
      button.addEventListener('click', () => {
        this.show(isWorkspace);
        changed(isWorkspace);
      });
      return button;
    };
    this.#buttons = [make(words.thisText, false), make(words.workspace, true)];
    this.element = create(
      'div',
      { class: 'switch', role: 'group', 'aria-label': words.scope },
      ...this.#buttons,
    );
    this.show(workspace);
  }

  show(workspace: boolean): void {
    const [text, all] = this.#buttons;
    text.setAttribute('aria-pressed', String(!workspace));
    all.setAttribute('aria-pressed', String(workspace));
  }
}
