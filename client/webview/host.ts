/** The editor, as the page's script sees it. */
import type { FromPage, Kept, ToPage } from '../src/pictures/messages.ts';
import { NO_FILTER, readToPage } from '../src/pictures/messages.ts';

interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** What a page keeps while it is hidden or the window is reloaded; the panel reads its part of it. */
export interface PageState extends Kept {
  readonly zoom: number | null;
  /** Null for a page that nobody has scrolled yet. */
  readonly scroll: readonly [left: number, top: number] | null;
  readonly selected: string | null;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly states: readonly string[];
}

const FRESH: PageState = {
  workspace: false,
  uri: null,
  filter: NO_FILTER,
  zoom: null,
  scroll: null,
  selected: null,
  sort: null,
  states: [],
};

export class Host {
  readonly #api = acquireVsCodeApi();
  #state: PageState;

  constructor() {
    const kept = this.#api.getState();
    // Written by this script, maybe by an older version of it: what is missing is as in a fresh page.
    this.#state = { ...FRESH, ...(typeof kept === 'object' ? kept : null) };
  }

  get state(): PageState {
    return this.#state;
  }

  keep(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.#api.setState(this.#state);
  }

  post(message: FromPage): void {
    this.#api.postMessage(message);
  }

  onMessage(receive: (message: ToPage) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readToPage(data);
      if (message) receive(message);
    });
  }
}
