/** The line at the bottom: what is shown, and how it stands. Changes of it are read out. */
import { create } from './elements.ts';

export class Status {
  readonly element = create('footer', { class: 'status' });
  readonly #words = create('span', { role: 'status', 'aria-live': 'polite' });
  #text = '';

  constructor() {
    this.element.append(this.#words);
  }

  /** @param isQuiet Whether it is something to be patient about. */
  say(text: string, isQuiet = false): void {
    this.element.toggleAttribute('data-waiting', isQuiet);
    if (text === this.#text) return;
    this.#text = text;
    this.#words.textContent = text;
    this.#words.title = text;
  }
}
