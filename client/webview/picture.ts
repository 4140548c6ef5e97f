/** A picture in the page: kept up to date, chosen from, found in, and in step with the cursor of the editor. */
import type { ToPage } from '../src/pictures/messages.ts';
import { spliced } from '../src/pictures/splice.ts';
import { create } from './elements.ts';
import type { Host } from './host.ts';
import { moveByKeys } from './keyboard.ts';
import { emptyPicture, keyedIn, patch, readPicture } from './svg.ts';
import { differenceOf, type Pieces, piecesOf } from './svgPieces.ts';
import { Zoom } from './zoom.ts';

/** Milliseconds for which the editor's answer to a choice of ours is not followed. */
const ECHO = 150;

/** Pixels beside what is scrolled to. */
const EDGE = 24;

/** Milliseconds after a scroll before it is noted down. */
const REST = 200;

/** Attributes of the page's own: where the cursor of the editor is, and what was found. */
const HERE = 'aria-current';
const FOUND = 'data-found';

const SIZE = ['width', 'height'] as const;

export class PictureView {
  readonly stage: HTMLElement;
  readonly zoom: Zoom;
  readonly #svg = emptyPicture();
  readonly #host: Host;
  readonly #style = new CSSStyleSheet();
  #styleText = '';
  #text = '';
  #state: string | null = null;
  #pieces: Pieces | undefined;
  /** What was read of things, as far as the page is still like that. */
  #former = new Map<string, Element>();
  #query = '';
  #here: readonly string[] = [];
  #isRestored = false;
  #chosenAt = 0;

  /** @param zoomed Told of each new size: 1 is the picture's own. */
  constructor(host: Host, label: string, zoomed: (zoom: number) => void) {
    this.#host = host;
    this.stage = create('main', { class: 'stage', 'aria-label': label });
    this.stage.append(this.#svg);
    document.adoptedStyleSheets.push(this.#style);
    this.zoom = new Zoom(this.stage, this.#svg, host.state.zoom, (zoom) => {
      host.keep({ zoom });
      zoomed(zoom);
    });
    this.#svg.addEventListener('click', (event) => this.#click(event));
    this.#svg.addEventListener('dblclick', (event) => this.#choose(thingAt(event), true));
    this.#svg.addEventListener('focusin', (event) => this.#rove(thingAt(event)));
    this.#svg.addEventListener('keydown', (event) =>
      moveByKeys(
        event,
        this.things(),
        (thing) => this.focus(thing),
        (thing) => this.#choose(thing, true),
      ),
    );
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.stage.addEventListener('scroll', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (this.#isRestored) host.keep({ scroll: [this.stage.scrollLeft, this.stage.scrollTop] });
      }, REST);
    });
  }

  /** What can be chosen, in the order of the texts. */
  things(): Element[] {
    return [...this.#svg.querySelectorAll('[data-key]')];
  }

  /** Shows another state of the picture; what was looked at stays where it is. @returns whether it could be shown */
  show({ state, svg: part, replaces, style }: Extract<ToPage, { type: 'picture' }>): boolean {
    if (replaces !== null && replaces.state !== this.#state) {
      this.#host.post({ type: 'again' });
      return false;
    }
    const svg = replaces === null ? part : spliced(this.#text, part, replaces);
    if (style !== this.#styleText) {
      this.#styleText = style;
      this.#style.replaceSync(style);
    }
    if (svg === this.#text) {
      this.#state = state;
      return true;
    }
    const pieces = piecesOf(svg);
    const isInStep = this.#pieces?.children.length === this.#svg.childNodes.length;
    const difference = isInStep && pieces && this.#pieces && differenceOf(this.#pieces, pieces);
    const wanted = readPicture(difference ? difference.svg : svg);
    if (!wanted) return false;
    const [width, height] = SIZE.map((name) => Number(wanted.getAttribute(name))) as [number, number];
    // The size in the page follows from the zoom.
    for (const name of SIZE) copyAttribute(this.#svg, wanted, name);
    this.#text = svg;
    this.#state = state;
    this.#pieces = pieces;
    const focused = document.activeElement?.getAttribute('data-key') ?? null;
    const anchor = this.#anchor();
    if (difference) {
      patch(this.#svg, wanted, this.#former, difference);
      for (const key of keyedIn(wanted).keys()) this.#former.delete(key);
    } else {
      patch(this.#svg, wanted, this.#former);
      this.#former = keyedIn(wanted);
    }
    this.zoom.resize(width, height);
    this.#rove(this.#thing(this.#host.state.selected) ?? this.things()[0]);
    if (focused !== null && document.activeElement?.getAttribute('data-key') !== focused) {
      this.#focusAfterChange(focused);
    }
    this.#hold(anchor);
    this.#mark();
    return true;
  }

  /** Marks what the editor's cursor stands in. @param reveal whether to scroll to it, if it is out of sight */
  highlight(keys: readonly string[], reveal: boolean): void {
    this.#here = keys;
    this.#mark();
    const [first] = keys;
    const thing = first === undefined ? undefined : this.#thing(first);
    if (!thing || !reveal || Date.now() - this.#chosenAt < ECHO) return;
    if (!this.stage.contains(document.activeElement)) this.#rove(thing);
    scrollTo(thing, 'center');
  }

  /**
   * Marks what has some words in its name; all else steps back.
   *
   * @returns What was found; all if the words are none.
   */
  find(query: string): Element[] {
    this.#query = query.trim().toLocaleLowerCase();
    return this.#mark();
  }

  focus(thing: Element): void {
    this.#rove(thing);
    (thing as SVGElement).focus({ preventScroll: true });
    scrollTo(thing, 'nearest');
  }

  #mark(): Element[] {
    const things = this.things();
    const here = new Set(this.#here);
    this.stage.toggleAttribute('data-finding', this.#query !== '');
    return things.filter((thing) => {
      setFlag(thing, HERE, here.has(keyOf(thing)) ? 'true' : null);
      const isFound = nameOf(thing).toLocaleLowerCase().includes(this.#query);
      setFlag(thing, FOUND, isFound && this.#query !== '' ? 'true' : null);
      return isFound;
    });
  }

  /** Makes one thing the one that Tab leads to. */
  #rove(thing: Element | undefined): void {
    if (!thing) return;
    for (const other of this.things()) setFlag(other, 'tabindex', other === thing ? '0' : '-1');
    if (this.#host.state.selected !== keyOf(thing)) this.#host.keep({ selected: keyOf(thing) });
  }

  #click(event: MouseEvent): void {
    // A statement elsewhere that a card names: it is gone to in the picture.
    const leadsTo =
      event.target instanceof Element && event.target.closest('[data-to]')?.getAttribute('data-to');
    const other = leadsTo ? this.#thing(leadsTo) : undefined;
    if (other) {
      this.focus(other);
      scrollTo(other, 'center');
    } else this.#choose(thingAt(event), false);
  }

  #choose(thing: Element | undefined, focus: boolean): void {
    if (!thing) return;
    this.#chosenAt = Date.now();
    this.#here = [keyOf(thing)];
    this.#mark();
    this.#host.post({ type: 'goTo', key: keyOf(thing), focus });
  }

  #thing(key: string | null): Element | undefined {
    return this.things().find((thing) => keyOf(thing) === key);
  }

  /** What had the focus has moved or is gone: the focus stays with it, or where the picture is entered. */
  #focusAfterChange(key: string): void {
    const thing = this.#thing(key) ?? this.#svg.querySelector('[tabindex="0"]');
    (thing as SVGElement | null)?.focus({ preventScroll: true });
  }

  /** What should stay in its place: what is chosen if it can be seen, else what is nearest to the middle. */
  #anchor(): { key: string; left: number; top: number } | undefined {
    const view = this.stage.getBoundingClientRect();
    const middle = { x: view.left + view.width / 2, y: view.top + view.height / 2 };
    let best: { key: string; left: number; top: number } | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const thing of this.things()) {
      const { left, top, right, bottom } = thing.getBoundingClientRect();
      if (right < view.left || left > view.right || bottom < view.top || top > view.bottom) continue;
      const key = keyOf(thing);
      const isChosen = key === this.#host.state.selected;
      const distance = isChosen
        ? -1
        : Math.hypot((left + right) / 2 - middle.x, (top + bottom) / 2 - middle.y);
      if (distance >= least) continue;
      least = distance;
      best = { key, left, top };
    }
    return best;
  }

  /** Scrolls so that what was looked at is where it was; the first time, to where the page was left. */
  #hold(anchor: { key: string; left: number; top: number } | undefined): void {
    if (!this.#isRestored) {
      this.#isRestored = true;
      const { scroll } = this.#host.state;
      // A picture that runs from right to left begins at its right.
      const title = this.#svg.querySelector('text.document[direction=rtl]');
      const hidden = title
        ? title.getBoundingClientRect().right + EDGE - this.stage.getBoundingClientRect().right
        : 0;
      const [left, top] = scroll ?? [Math.max(0, hidden), 0];
      this.stage.scrollTo({ left, top, behavior: 'instant' });
      return;
    }
    const thing = anchor && this.#thing(anchor.key);
    if (thing) {
      const { left, top } = thing.getBoundingClientRect();
      this.stage.scrollBy({ left: left - anchor.left, top: top - anchor.top, behavior: 'instant' });
    } else if (!this.#anchor()) {
      // Nothing of what is left can be seen.
      this.things()[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    }
  }
}

function thingAt({ target }: Event): Element | undefined {
  return (target instanceof Element && target.closest('[data-key]')) || undefined;
}

function keyOf(thing: Element): string {
  return thing.getAttribute('data-key') ?? '';
}

function nameOf(thing: Element): string {
  return thing.getAttribute('aria-label') ?? '';
}

function copyAttribute(from: Element, to: Element, name: string): void {
  const value = from.getAttribute(name);
  if (value === null) to.removeAttribute(name);
  else to.setAttribute(name, value);
}

function setFlag(thing: Element, name: string, value: string | null): void {
  if (thing.getAttribute(name) === value) return;
  if (value === null) thing.removeAttribute(name);
  else thing.setAttribute(name, value);
}

function scrollTo(thing: Element, block: ScrollLogicalPosition): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // To the middle only of what is out of sight: what can be seen should not move.
  const where = block === 'center' && isInSight(thing) ? 'nearest' : block;
  thing.scrollIntoView({ block: where, inline: where, behavior: isCalm ? 'instant' : 'smooth' });
}

function isInSight(thing: Element): boolean {
  const view = thing.closest('.stage')?.getBoundingClientRect();
  const { left, right, top, bottom } = thing.getBoundingClientRect();
  return !!view && left >= view.left && right <= view.right && top >= view.top && bottom <= view.bottom;
}
