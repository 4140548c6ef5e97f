/** The ledger of demands: a table that is sorted, filtered, copied, and in step with the cursor of the editor. */
import type { PageRow } from '../src/pictures/messages.ts';
import type { Words } from '../src/pictures/words.ts';
import { create } from './elements.ts';
import type { Host } from './host.ts';
import { icon } from './icons.ts';
import { columnWord, makeRow, searchTextOf, textsOf } from './ledgerRow.ts';
import { COLUMNS, type Column, type Sort, sortRows } from './sorting.ts';

/** Rows that are there at once; the rest comes while nothing else is to be done. */
const FIRST = 60;
const CHUNK = 120;

/** Milliseconds for which the editor's answer to a choice of ours is not followed. */
const ECHO = 150;

interface Made {
  readonly form: string;
  readonly body: HTMLTableSectionElement;
}

export class LedgerView {
  readonly stage: HTMLElement;
  readonly #host: Host;
  readonly #words: Words;
  readonly #language: string;
  readonly #table = create('table');
  readonly #made = new Map<string, Made>();
  #rows: readonly PageRow[] = [];
  #columns: readonly Column[] = [];
  #states: ReadonlySet<string>;
  #query = '';
  #sort: Sort | null;
  #here: readonly string[] = [];
  #chosenAt = 0;
  /** The work that is put off: adding the rest of the rows. */
  #rest = 0;
  #isRestored = false;

  constructor(host: Host, words: Words, language: string) {
    this.#host = host;
    this.#words = words;
    this.#language = language;
    this.#states = new Set(host.state.states);
    const { sort } = host.state;
    const column = COLUMNS.find((each) => each === sort?.column);
    this.#sort = sort && column ? { column, descending: sort.descending } : null;
    this.stage = create('main', { class: 'stage', 'aria-label': words.demands }, this.#table);
    this.#table.addEventListener('click', (event) => this.#click(event));
    this.#table.addEventListener('keydown', (event) => this.#moveByKeys(event));
    this.#table.addEventListener('focusin', ({ target }) => this.#rove(target as HTMLElement));
    this.stage.addEventListener('scrollend', () => {
      if (this.#isRestored) host.keep({ scroll: [this.stage.scrollLeft, this.stage.scrollTop] });
    });
  }

  /** @param withDocuments Whether the rows are of several texts, so that each says of which. */
  show(rows: readonly PageRow[], withDocuments: boolean): void {
    const columns = COLUMNS.filter((column) => withDocuments || column !== 'document');
    if (columns.length !== this.#columns.length) {
      this.#columns = columns;
      this.#made.clear();
      this.#table.replaceChildren(this.#makeHead());
    }
    this.#rows = rows;
    this.#draw();
    if (this.#isRestored) return;
    this.#isRestored = true;
    const [left, top] = this.#host.state.scroll ?? [0, 0];
    this.stage.scrollTo({ left, top, behavior: 'instant' });
  }

  /** How many rows are in each state. */
  counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { state } of this.#rows) counts.set(state ?? 'open', (counts.get(state ?? 'open') ?? 0) + 1);
    return counts;
  }

  get states(): ReadonlySet<string> {
    return this.#states;
  }

  /** Shows only rows in some states; all if they are none. */
  choose(states: readonly string[]): void {
    this.#states = new Set(states);
    this.#host.keep({ states });
    this.#draw();
  }

  /** Shows only rows with some words. @returns the buttons of those that are shown */
  find(query: string): Element[] {
    this.#query = query.trim().toLocaleLowerCase();
    this.#draw();
    return [...this.#table.querySelectorAll('th .go')];
  }

  /** The rows that are shown, in their order. */
  visible(): readonly PageRow[] {
    const rows = this.#rows.filter(
      (row) =>
        (this.#states.size === 0 || this.#states.has(row.state ?? 'open')) &&
        (this.#query === '' || searchTextOf(row, this.#columns, this.#words).includes(this.#query)),
    );
    return sortRows(rows, this.#sort, this.#language);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** How many demands some rows are of: one that is put to several has a row for each. */
  static demandsOf(rows: readonly PageRow[]): number {
    return new Set(rows.map(({ document, demand, words }) => JSON.stringify([document, demand, words]))).size;
  }

  /** How many demands there are, shown or not. */
  get demands(): number {
    return LedgerView.demandsOf(this.#rows);
  }

  /** What is shown as a table of texts, its head first. */
  texts(): string[][] {
    const head = [...this.#columns.map((column) => columnWord(column, this.#words)), this.#words.replies];
    return [head, ...this.visible().map((row) => textsOf(row, this.#columns, this.#words))];
  }

  /** Marks what the editor's cursor stands in. @param reveal whether to scroll to it, if it is out of sight */
  highlight(keys: readonly string[], reveal: boolean): void {
    this.#here = keys;
    this.#mark();
    if (!reveal || Date.now() - this.#chosenAt < ECHO) return;
    const first = this.#table.querySelector<HTMLElement>('[aria-current]');
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    first?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'instant' : 'smooth' });
  }

  focus(thing: Element): void {
    (thing as HTMLElement).focus();
    thing.scrollIntoView({ block: 'nearest' });
  }

  #makeHead(): HTMLElement {
    const cells = this.#columns.map((column) => {
      const button = create(
        'button',
        { type: 'button', 'data-sort': column },
        columnWord(column, this.#words),
      );
      button.append(icon('up'));
      return create('th', { scope: 'col', class: column }, button);
    });
    return create('thead', {}, create('tr', {}, ...cells));
  }

  /** Puts the rows in their places; those that are as they were keep their elements. */
  #draw(): void {
    cancelIdleCallback(this.#rest);
    const focused = (document.activeElement as HTMLElement | null)?.dataset['key'];
    this.#showSort();
    const rows = this.visible();
    const keys = new Set(rows.map(({ key }) => key));
    for (const body of [...this.#table.tBodies]) {
      if (!keys.has(body.dataset['row'] ?? '')) body.remove();
    }
    // What is there already is put right at once, so that what is looked at does not jump.
    this.#place(rows, 0, Math.max(FIRST, this.#table.tBodies.length), focused);
  }

  #place(rows: readonly PageRow[], from: number, to: number, focused?: string): void {
    const bodies = this.#table.tBodies;
    for (const [offset, row] of rows.slice(from, to).entries()) {
      const body = this.#bodyOf(row);
      const next = bodies[from + offset] ?? null;
      if (body !== next) this.#table.insertBefore(body, next);
    }
    this.#mark();
    if (focused !== undefined && document.activeElement === document.body) {
      this.#buttons()
        .find(({ dataset }) => dataset['key'] === focused)
        ?.focus({ preventScroll: true });
    }
    if (to < rows.length) {
      this.#rest = requestIdleCallback(() => this.#place(rows, to, to + CHUNK, focused));
    } else this.#dropFormer(rows);
  }

  #bodyOf(row: PageRow): HTMLTableSectionElement {
    const form = JSON.stringify(row);
    const made = this.#made.get(row.key);
    if (made?.form === form) return made.body;
    const body = makeRow(row, this.#columns, this.#words);
    made?.body.replaceWith(body);
    this.#made.set(row.key, { form, body });
    return body;
  }

  /** Elements of demands that are in no text any more are kept no longer. */
  #dropFormer(rows: readonly PageRow[]): void {
    if (this.#made.size <= rows.length) return;
    const known = new Set(this.#rows.map(({ key }) => key));
    for (const key of this.#made.keys()) if (!known.has(key)) this.#made.delete(key);
  }

  #showSort(): void {
    for (const button of this.#table.querySelectorAll<HTMLElement>('[data-sort]')) {
      const isSorted = button.dataset['sort'] === this.#sort?.column;
      const order = !isSorted ? 'none' : this.#sort?.descending ? 'descending' : 'ascending';
      button.closest('th')?.setAttribute('aria-sort', order);
    }
  }

  #sortBy(name: string | undefined): void {
    const column = COLUMNS.find((each) => each === name);
    if (!column) return;
    const isSame = this.#sort?.column === column;
    // Once up, once down, and then as in the texts.
    if (isSame && this.#sort?.descending) this.#sort = null;
    else this.#sort = { column, descending: isSame };
    this.#host.keep({ sort: this.#sort });
    this.#draw();
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    const sort = target.closest<HTMLElement>('[data-sort]');
    if (sort) {
      this.#sortBy(sort.dataset['sort']);
      return;
    }
    // Words that are being selected, to be copied, are not a choice.
    if (getSelection()?.type === 'Range') return;
    const button = target.closest('.go') ?? target.closest('tr.demand')?.querySelector('.go');
    const key = (button as HTMLElement | null | undefined)?.dataset['key'];
    if (key === undefined) return;
    this.#chosenAt = Date.now();
    this.#here = [key];
    this.#mark();
    // A click by the keyboard has no count.
    this.#host.post({ type: 'goTo', key, focus: event.detail === 0 || event.detail > 1 });
  }

  #moveByKeys(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (!target.matches('.go') || event.ctrlKey || event.metaKey || event.altKey) return;
    const buttons = this.#buttons();
    const index = buttons.indexOf(target);
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const button = buttons[to];
    if (button) this.focus(button);
  }

  #buttons(): HTMLElement[] {
    return [...this.#table.querySelectorAll<HTMLElement>('.go')];
  }

  /** One of the buttons is the one that Tab leads to. */
  #rove(target: HTMLElement): void {
    if (!target.matches('.go')) return;
    for (const other of this.#table.querySelectorAll('.go[tabindex="0"]'))
      other.setAttribute('tabindex', '-1');
    target.setAttribute('tabindex', '0');
    this.#host.keep({ selected: target.dataset['key'] ?? null });
  }

  #mark(): void {
    const here = new Set(this.#here);
    for (const marked of this.#table.querySelectorAll('[aria-current]'))
      marked.removeAttribute('aria-current');
    let stop: Element | undefined;
    for (const button of this.#buttons()) {
      const key = button.dataset['key'] ?? '';
      if (here.has(key)) button.closest('tr.demand, li')?.setAttribute('aria-current', 'true');
      if (key === this.#host.state.selected) stop = button;
    }
    if (this.#table.querySelector('.go[tabindex="0"]')) return;
    (stop ?? this.#table.querySelector('.go'))?.setAttribute('tabindex', '0');
  }
}
