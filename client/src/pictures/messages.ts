/**
 * What a panel and the script of its page say to each other. Each side checks what it is told before it believes it:
 * the page shows others' words, and the panel opens files.
 */
import type {
  LedgerName,
  LedgerRow,
  PictureChoices,
  PictureFilter,
} from '../../../server/src/lsp/requests/index.ts';
import type { Words } from './words.ts';

export const VIEWS = ['argument', 'network', 'demands'] as const;
export type View = (typeof VIEWS)[number];

export const FORMATS = ['svg', 'png', 'html', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** A row as the page has it: its places stay with the panel, which is told keys. */
export type PageRow = Omit<LedgerRow, 'place' | 'replies'> & { readonly replies: readonly PageReply[] };

export interface PageReply {
  /** Leads to the reply's words. */
  readonly key: string;
  readonly by: readonly LedgerName[];
  readonly response: string;
  readonly words: string;
  readonly date: string | null;
}

/**
 * How what is shown stands: as the texts are; the last that was known, since the server is away; of no text, since none is
 * open.
 */
export type Standing = 'current' | 'away' | 'empty';

/** What the page is of. */
export interface Subject {
  readonly workspace: boolean;
  /** The document's file name; null for the workspace, and where there is none. */
  readonly document: string | null;
  /** Kept by the page for a reload, and told to nobody. */
  readonly uri: string | null;
}

export type ToPage =
  | {
      readonly type: 'start';
      readonly view: View;
      readonly words: Words;
      readonly language: string;
      readonly filter: PictureFilter;
    }
  | {
      readonly type: 'picture';
      /** Names the picture. */
      readonly state: string;
      /** Where `replaces` is not null, only what stands in place of that part of the picture that it names. */
      readonly svg: string;
      readonly replaces: { readonly state: string; readonly start: number; readonly end: number } | null;
      readonly style: string;
      readonly choices: PictureChoices;
      readonly note: string | null;
      readonly subject: Subject;
    }
  | {
      readonly type: 'ledger';
      readonly rows: readonly PageRow[];
      readonly choices: PictureChoices;
      readonly subject: Subject;
    }
  | { readonly type: 'standing'; readonly standing: Standing; readonly subject: Subject }
  /** What the cursor in the editor stands in. */
  | { readonly type: 'highlight'; readonly keys: readonly string[]; readonly reveal: boolean }
  /** A drawing that stands by itself, to be made into pixels; `drawn` answers. */
  | { readonly type: 'draw'; readonly svg: string }
  /** The rows as they are shown, to be made into a table of commas; `table` answers. */
  | { readonly type: 'makeTable' };

export type FromPage =
  | { readonly type: 'ready' }
  /** A part came for a picture that the page does not have: the whole is wanted. */
  | { readonly type: 'again' }
  /** Goes to the words of what has the key; `focus`: and stays there. */
  | { readonly type: 'goTo'; readonly key: string; readonly focus: boolean }
  | { readonly type: 'scope'; readonly workspace: boolean }
  | { readonly type: 'filter'; readonly filter: PictureFilter }
  | { readonly type: 'save' }
  /** A PNG in base64; null if it could not be drawn. */
  | { readonly type: 'drawn'; readonly png: string | null }
  /** A table with commas between its cells. */
  | { readonly type: 'table'; readonly csv: string }
  /** Puts a text in the clipboard, where the page could not. */
  | { readonly type: 'copy'; readonly text: string };

/** What a panel keeps over a reload of the window, beside what the page keeps for itself. */
export interface Kept {
  readonly workspace: boolean;
  readonly uri: string | null;
  readonly filter: PictureFilter;
}

export const NO_FILTER: PictureFilter = { actors: [], topics: [], kinds: [] };

/** More than this is nobody's choice by hand. */
const MOST_CHOICES = 10_000;

/** A message of the page's; undefined if it has not the form of one. */
export function readFromPage(value: unknown): FromPage | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'ready':
      return { type: 'ready' };
    case 'again':
      return { type: 'again' };
    case 'save':
      return { type: 'save' };
    case 'goTo': {
      const { key, focus } = value;
      return typeof key === 'string' && typeof focus === 'boolean' ? { type: 'goTo', key, focus } : undefined;
    }
    case 'scope': {
      const { workspace } = value;
      return typeof workspace === 'boolean' ? { type: 'scope', workspace } : undefined;
    }
    case 'filter': {
      const filter = readFilter(value['filter']);
      return filter && { type: 'filter', filter };
    }
    case 'drawn': {
      const { png } = value;
      const isPng = png === null || (typeof png === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(png));
      return isPng ? { type: 'drawn', png } : undefined;
    }
    case 'table': {
      const { csv } = value;
      return typeof csv === 'string' ? { type: 'table', csv } : undefined;
    }
    case 'copy': {
      const { text } = value;
      return typeof text === 'string' ? { type: 'copy', text } : undefined;
    }
    default:
      return undefined;
  }
}

/** The types of messages to the page; their contents are built by our own panel. */
const TO_PAGE: readonly string[] = [
  'start',
  'picture',
  'ledger',
  'standing',
  'highlight',
  'draw',
  'makeTable',
] satisfies ToPage['type'][];

/** A message of the panel's; undefined for what others (the editor itself) send to the page. */
export function readToPage(value: unknown): ToPage | undefined {
  if (!isRecord(value) || !TO_PAGE.includes(String(value['type']))) return undefined;
  return value as unknown as ToPage;
}

/** What a panel had kept, as far as it still can be read. */
export function readKept(value: unknown): Kept {
  const kept = isRecord(value) ? value : {};
  return {
    workspace: kept['workspace'] === true,
    uri: typeof kept['uri'] === 'string' ? kept['uri'] : null,
    filter: readFilter(kept['filter']) ?? NO_FILTER,
  };
}

function readFilter(value: unknown): PictureFilter | undefined {
  if (!isRecord(value)) return undefined;
  const { actors, topics, kinds } = value;
  if (!isTexts(actors) || !isTexts(topics) || !isTexts(kinds)) return undefined;
  const known = kinds.filter((kind) => kind === 'claim' || kind === 'demand');
  return { actors, topics, kinds: known };
}

function isTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.length <= MOST_CHOICES && value.every((each) => typeof each === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
