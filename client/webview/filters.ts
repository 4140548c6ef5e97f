/** What is shown and what is left out: one button with lists of choices. */

import type { Words } from '../src/pictures/words.ts';
import { create, fill } from './elements.ts';
import { icon } from './icons.ts';
import { Popover } from './popover.ts';

/** One list of choices. */
export interface ChoiceList {
  /** For the page alone. */
  readonly name: string;
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly chosen: ReadonlySet<string>;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** How many there are; null where it is not known. */
  readonly count: number | null;
}

/** From this many choices on, a list has a field to find one. */
const MANY = 12;

export class Filters {
  readonly element: HTMLElement;
  readonly #popover: Popover;
  readonly #words: Words;
  readonly #changed: (name: string, chosen: readonly string[]) => void;
  readonly #cleared: () => void;
  readonly #queries = new Map<string, string>();
  #lists: readonly ChoiceList[] = [];
  #shown = '';

  constructor(words: Words, changed: (name: string, chosen: readonly string[]) => void, cleared: () => void) {
    this.#words = words;
    this.#changed = changed;
    this.#cleared = cleared;
    const button = create('button', { type: 'button', class: 'icon', title: words.filter });
    this.#popover = new Popover(button, 'filters', words.filter);
    this.#popover.panel.addEventListener('keydown', (event) => this.#moveByKeys(event));
    this.element = this.#popover.element;
    this.#name();
  }

  show(lists: readonly ChoiceList[]): void {
    const form = JSON.stringify(lists.map((list) => [list.name, list.choices, [...list.chosen]]));
    if (form === this.#shown) return;
    this.#shown = form;
    this.#lists = lists;
    this.#name();
    this.#fill();
  }

  /** The button says how much is chosen. */
  #name(): void {
    const count = this.#lists.reduce((sum, { chosen }) => sum + chosen.size, 0);
    const { button } = this.#popover;
    const name = count === 0 ? this.#words.filter : fill(this.#words.filterCount, count);
    button.setAttribute('aria-label', name);
    button.title = name;
    button.replaceChildren(icon('filter'));
    if (count > 0) button.append(create('span', { class: 'badge', 'aria-hidden': true }, String(count)));
  }

  #fill(): void {
    const { panel } = this.#popover;
    const focused = (document.activeElement as HTMLElement | null)?.dataset['choice'];
    const scrolled = panel.scrollTop;
    const clear = create(
      'button',
      { type: 'button', class: 'plain', 'data-choice': 'clear' },
      this.#words.clearFilter,
    );
    clear.disabled = this.#lists.every(({ chosen }) => chosen.size === 0);
    clear.addEventListener('click', () => this.#cleared());
    panel.replaceChildren(...this.#lists.map((list) => this.#list(list)), clear);
    panel.scrollTop = scrolled;
    if (focused === undefined) return;
    const again = [...panel.querySelectorAll<HTMLElement>('[data-choice]:enabled')].find(
      ({ dataset }) => dataset['choice'] === focused,
    );
    // The focus must not be lost with what had it, or Escape would no longer close the panel.
    (again ?? panel.querySelector('input') ?? this.#popover.button).focus({ preventScroll: true });
  }

  #list(list: ChoiceList): HTMLElement {
    const rows = list.choices.map((choice) => this.#row(list, choice));
    const body = create('div', { class: 'choices' }, ...rows);
    if (rows.length === 0) body.append(create('p', { class: 'quiet' }, this.#words.noChoices));
    const parts: HTMLElement[] = [create('legend', {}, list.title)];
    if (rows.length >= MANY) parts.push(this.#finder(list, rows));
    return create('fieldset', {}, ...parts, body);
  }

  #row(list: ChoiceList, { id, name, count }: Choice): HTMLElement {
    const box = create('input', { type: 'checkbox', 'data-choice': `${list.name} ${id}` });
    box.checked = list.chosen.has(id);
    box.addEventListener('change', () => {
      const chosen = new Set(list.chosen);
      if (box.checked) chosen.add(id);
      else chosen.delete(id);
      this.#changed(list.name, [...chosen]);
    });
    const label = create('label', { class: 'choice' }, box, create('bdi', { class: 'name' }, name));
    if (count !== null) label.append(create('span', { class: 'count' }, String(count)));
    return label;
  }

  #finder(list: ChoiceList, rows: readonly HTMLElement[]): HTMLElement {
    const { findChoice } = this.#words;
    const field = create('input', {
      type: 'search',
      placeholder: findChoice,
      'aria-label': `${list.title}: ${findChoice}`,
      'data-choice': `${list.name} \tfind`,
    });
    const apply = (): void => {
      const query = field.value.trim().toLocaleLowerCase();
      this.#queries.set(list.name, field.value);
      for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase().includes(query);
    };
    field.value = this.#queries.get(list.name) ?? '';
    field.addEventListener('input', apply);
    apply();
    return field;
  }

  #moveByKeys(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [...this.#popover.panel.querySelectorAll<HTMLElement>('input, button:enabled')].filter(
      (each) => each.offsetParent !== null,
    );
    const index = stops.indexOf(document.activeElement as HTMLElement);
    stops[index + step]?.focus();
    event.preventDefault();
  }
}
