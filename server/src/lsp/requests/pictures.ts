/** Pictures of what texts say: the argument map, the actor network, and the ledger of demands. */
import type { Range } from 'vscode-languageserver-types';

/** What a picture is of: one document, or all that the workspace has. */
export interface PictureScope {
  /** Null for the workspace. */
  readonly uri: string | null;
}

/** Leaves out what does not fit; an empty list leaves nothing out. */
export interface PictureFilter {
  /** Ids of actors: statements by or to one of them. */
  readonly actors: readonly string[];
  /** Ids of topics: these, and those that belong to them. */
  readonly topics: readonly string[];
  readonly kinds: readonly ('claim' | 'demand')[];
}

/** A drawing of the scope; null if its document is not known. */
export const PICTURE = 'demarche/picture';

export interface PictureParams {
  readonly kind: 'argument' | 'network';
  readonly scope: PictureScope;
  readonly filter: PictureFilter;
  /** The `state` of the picture that the client has: what is told may then be how this one differs. */
  readonly known?: string | null;
}

export interface PictureResult {
  /** Names the picture, to be given as `known`; the same as that where nothing differs. */
  readonly state: string;
  /**
   * An `<svg>` element without style: its looks follow from its classes. Everything in it that is somebody's words is
   * escaped. Each thing to choose is a `<g role="button" tabindex="…" data-key="…">` with an `aria-label`. Where `replaces`
   * is not null, it is only what stands in place of that part of the known one.
   */
  readonly svg: string;
  /** Offsets in the known `<svg>`, in UTF-16 units. */
  readonly replaces: { readonly start: number; readonly end: number } | null;
  /**
   * The style sheet for it, to go into a `<style>` with the page's nonce: VS Code's colours, and our own by the classes
   * that VS Code gives to the body of a webview. All are variables, `--picture-…`.
   */
  readonly style: string;
  readonly items: readonly PictureItem[];
  /** What there is to filter by, before any filter. */
  readonly choices: PictureChoices;
  /** What the picture could not show, in words, or null. */
  readonly note: string | null;
}

/** Something in the picture that stands for places in texts. */
export interface PictureItem {
  /** Stays the same over edits as long as the thing does. */
  readonly key: string;
  readonly places: readonly PicturePlace[];
}

export interface PicturePlace {
  readonly uri: string;
  /** The whole tag. */
  readonly range: Range;
  /** The first words of its body: where the cursor goes. */
  readonly words: Range;
}

export interface PictureChoices {
  readonly actors: readonly PictureChoice[];
  readonly topics: readonly PictureChoice[];
}

export interface PictureChoice {
  readonly id: string;
  readonly name: string;
  /** How many statements it has. */
  readonly count: number;
}

/** The demands of the scope with what became of them; null if its document is not known. */
export const LEDGER = 'demarche/ledger';

export interface LedgerParams {
  readonly scope: PictureScope;
  readonly filter: PictureFilter;
}

export interface LedgerResult {
  readonly rows: readonly LedgerRow[];
  readonly choices: PictureChoices;
}

/** One demand and one addressee; a demand without any is one row. */
export interface LedgerRow {
  /** Stays the same over edits as long as the demand does. */
  readonly key: string;
  /** The demand's id, or its first words. */
  readonly demand: string;
  /** All its words. */
  readonly words: string;
  readonly document: string;
  readonly claimants: readonly LedgerName[];
  readonly addressee: LedgerName | null;
  readonly topics: readonly LedgerName[];
  readonly strength: string | null;
  readonly date: string | null;
  readonly until: string | null;
  /** The response that decides, or null while there is none. */
  readonly state: string | null;
  /** All replies of this addressee, and the sender's own withdrawals, in the order in which they count. */
  readonly replies: readonly LedgerReply[];
  readonly place: PicturePlace;
}

export interface LedgerName {
  readonly id: string;
  readonly name: string;
}

export interface LedgerReply {
  readonly by: readonly LedgerName[];
  readonly response: string;
  readonly words: string;
  readonly date: string | null;
  readonly place: PicturePlace;
}

/** A picture or the ledger as a file that stands for itself; null if its document is not known. */
export const PICTURE_FILE = 'demarche/pictureFile';

export interface PictureFileParams {
  /** The ledger is a page: it has no `svg`. */
  readonly kind: 'argument' | 'network' | 'demands';
  readonly format: 'svg' | 'html';
  readonly scope: PictureScope;
  readonly filter: PictureFilter;
  /** The colours of an SVG; light if not given. A page has both and follows its reader. */
  readonly theme?: 'light' | 'dark';
}

export interface PictureFileResult {
  readonly text: string;
  /** A name for the file, with its ending. */
  readonly name: string;
  /** For an SVG, its size in pixels: what a bitmap of it needs. Null for a page. */
  readonly size: { readonly width: number; readonly height: number } | null;
}
