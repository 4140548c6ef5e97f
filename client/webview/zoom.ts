/** The size at which a picture is shown, and moving over it. */

const LEAST = 0.1;
const MOST = 4;
const STEP = 1.2;

/** No smaller at first, however large the picture: its words should be read. */
const LEAST_AT_FIRST = 0.75;

/** Pixels that a pointer may tremble before a click becomes a drag. */
const TREMBLE = 4;

export class Zoom {
  readonly #stage: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #changed: (zoom: number) => void;
  #size = { width: 0, height: 0 };
  #zoom: number | null;

  /**
   * @param stage Scrolls over the picture.
   * @param zoom The size to begin with; null for one that fits the window's width.
   * @param changed Told of each new size: 1 is the picture's own.
   */
  constructor(stage: HTMLElement, svg: SVGSVGElement, zoom: number | null, changed: (zoom: number) => void) {
    this.#stage = stage;
    this.#svg = svg;
    this.#zoom = zoom;
    this.#changed = changed;
    stage.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    stage.addEventListener('pointerdown', (event) => this.#press(event));
  }

  /** The picture has another size of its own. */
  resize(width: number, height: number): void {
    this.#size = { width, height };
    if (width === 0 || height === 0) return;
    // A page that is hidden has no size yet; the first that is seen decides.
    if (this.#zoom === null && this.#stage.clientWidth > 0) {
      this.#zoom = clamp(Math.max(LEAST_AT_FIRST, Math.min(1, this.#stage.clientWidth / width)));
    }
    this.#apply();
  }

  in(): void {
    this.#to((this.#zoom ?? 1) * STEP);
  }

  out(): void {
    this.#to((this.#zoom ?? 1) / STEP);
  }

  reset(): void {
    this.#to(1);
  }

  /** Shows all of the picture. */
  fit(): void {
    const { width, height } = this.#size;
    const { clientWidth, clientHeight } = this.#stage;
    this.#to(Math.min(clientWidth / width, clientHeight / height, 1));
  }

  /** @param at What stays where it is, in pixels of the stage; its middle if not given. */
  #to(zoom: number, at?: { x: number; y: number }): void {
    if (this.#size.width === 0) return;
    const former = this.#zoom ?? 1;
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = this.#stage;
    const { x, y } = at ?? { x: clientWidth / 2, y: clientHeight / 2 };
    this.#zoom = clamp(zoom);
    this.#apply();
    const ratio = this.#zoom / former;
    this.#stage.scrollTo({
      left: (scrollLeft + x) * ratio - x,
      top: (scrollTop + y) * ratio - y,
      behavior: 'instant',
    });
  }

  #apply(): void {
    const zoom = this.#zoom ?? 1;
    this.#set('width', Math.round(this.#size.width * zoom));
    this.#set('height', Math.round(this.#size.height * zoom));
    this.#changed(zoom);
  }

  /** Setting a size, even the same, has all words of a picture laid out anew. */
  #set(name: 'width' | 'height', value: number): void {
    if (this.#svg.getAttribute(name) !== String(value)) this.#svg.setAttribute(name, String(value));
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.#stage.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    this.#to((this.#zoom ?? 1) * Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 200), at);
  }

  /** Drags the picture by the mouse; fingers scroll by themselves. */
  #press(press: PointerEvent): void {
    if (press.button !== 0 || press.pointerType !== 'mouse' || press.target === this.#stage.parentElement)
      return;
    const stage = this.#stage;
    const { scrollLeft, scrollTop } = stage;
    let isDrag = false;
    const ending = new AbortController();
    const options = { signal: ending.signal };
    const move = (event: PointerEvent): void => {
      const x = event.clientX - press.clientX;
      const y = event.clientY - press.clientY;
      if (!isDrag && Math.hypot(x, y) < TREMBLE) return;
      isDrag = true;
      stage.setPointerCapture(press.pointerId);
      stage.toggleAttribute('data-dragging', true);
      stage.scrollTo({ left: scrollLeft - x, top: scrollTop - y, behavior: 'instant' });
    };
    const end = (): void => {
      ending.abort();
      stage.removeAttribute('data-dragging');
      // The click that ends a drag chooses nothing.
      if (isDrag) window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    };
    window.addEventListener('pointermove', move, options);
    window.addEventListener('pointerup', end, options);
    window.addEventListener('pointercancel', end, options);
  }
}

function swallow(event: Event): void {
  event.stopPropagation();
}

function clamp(zoom: number): number {
  return Math.max(LEAST, Math.min(MOST, zoom));
}
