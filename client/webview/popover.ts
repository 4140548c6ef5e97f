/** A button that opens a panel under it, and closes it again. */
import { create } from './elements.ts';

export class Popover {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;

  /** @param button What opens the panel. */
  constructor(button: HTMLButtonElement, panelId: string, label: string) {
    this.button = button;
    this.panel = create('div', {
      class: 'popover',
      id: panelId,
      role: 'dialog',
      'aria-label': label,
      hidden: true,
    });
    this.element = create('div', { class: 'popover-anchor' }, button, this.panel);
    button.setAttribute('aria-expanded', 'false');
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-controls', panelId);
    button.addEventListener('click', () => this.#toggle(this.panel.hasAttribute('hidden')));
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.panel.hidden) return;
      event.stopPropagation();
      this.#toggle(false);
      button.focus();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.element.contains(target as Node)) this.#toggle(false);
    });
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      // Null when the whole window loses the focus: then it stays.
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) this.#toggle(false);
    });
  }

  #toggle(open: boolean): void {
    if (this.panel.hasAttribute('hidden') !== open) return;
    this.panel.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
    // It begins at its button, but does not end beyond the window.
    if (open) {
      const room = document.documentElement.clientWidth - this.panel.offsetWidth - 8;
      const left = Math.max(8, Math.min(this.button.getBoundingClientRect().left, room));
      this.panel.style.left = `${left}px`;
    }
    if (open) this.panel.querySelector<HTMLElement>('input, button')?.focus();
  }
}
