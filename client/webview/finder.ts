/** The field to find something in a view. */
import type { Words } from '../src/pictures/words.ts';
import { create, fill } from './elements.ts';

/** What is looked through. */
export interface Findable {
  find(query: string): Element[];
  focus(thing: Element): void;
}

export class Finder {
  readonly element: HTMLInputElement;
  readonly #view: Findable;
  readonly #words: Words;
  readonly #tell: (text: string) => void;
  #next = 0;

  /** @param tell Is told in words what was found; nothing where nothing is looked for. */
  constructor(view: Findable, words: Words, tell: (text: string) => void) {
    this.#view = view;
    this.#words = words;
    this.#tell = tell;
    this.element = create('input', {
      type: 'search',
      class: 'find',
      placeholder: words.findHint,
      'aria-label': words.find,
      spellcheck: 'false',
    });
    this.element.addEventListener('input', () => this.#look());
    this.element.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Looks once more, after what is looked through has changed. */
  again(): void {
    if (this.element.value !== '') this.#tellFound(this.#view.find(this.element.value));
  }

  #look(): void {
    this.#next = 0;
    this.#tellFound(this.#view.find(this.element.value));
  }

  /** Enter goes from one to the next; Escape looks for nothing. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      const found = this.#view.find(this.element.value);
      const thing = found[this.#next % found.length];
      this.#next++;
      if (thing) this.#view.focus(thing);
    } else if (event.key === 'Escape' && this.element.value !== '') {
      event.stopPropagation();
      this.element.value = '';
      this.#look();
    }
  }

  #tellFound(found: readonly Element[]): void {
    const { foundNone, foundOne, foundCount } = this.#words;
    if (this.element.value.trim() === '') this.#tell('');
    else if (found.length === 0) this.#tell(foundNone);
    else this.#tell(found.length === 1 ? foundOne : fill(foundCount, found.length));
  }
}
