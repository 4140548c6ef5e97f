/** Published texts: made into documents, had back, looked through, exported. */
import type { Range } from 'vscode-languageserver-types';

/** What a text that is to become a document seems to be called, and when and where it was published. */
export const GUESS_HEAD = 'demarche/guessHead';

export interface GuessHeadParams {
  readonly text: string;
}

/** Null for what the text does not show. */
export interface GuessHeadResult {
  readonly title: string | null;
  /** As the language writes dates. */
  readonly date: string | null;
  /** A web address that stands alone on one of the first or last lines. */
  readonly source: string | null;
}

/** A date as the language writes it. */
export const READ_DATE = 'demarche/readDate';

export interface ReadDateParams {
  readonly text: string;
}

export interface ReadDateResult {
  /** Null where it is no date, or can be read in two ways. */
  readonly date: string | null;
}

/** A document made of a plain text. */
export const NEW_DOCUMENT = 'demarche/newDocument';

export interface NewDocumentParams {
  readonly text: string;
  readonly title?: string;
  readonly author?: readonly string[];
  readonly date?: string;
  readonly source?: string;
}

export interface NewDocumentResult {
  readonly text: string;
  /** Where its first paragraph starts: UTF-16 units from the text's beginning. */
  readonly cursor: number;
}

/** The published text of a document, or of parts of it; null if it is not known. */
export const PUBLISHED_TEXT = 'demarche/publishedText';

export interface PublishedTextParams {
  readonly textDocument: { readonly uri: string };
  /** In order of place; without, the whole document. */
  readonly ranges?: readonly Range[];
}

export interface PublishedTextResult {
  readonly texts: readonly string[];
}

/** The formats that a document can be exported in. */
export const EXPORT_FORMATS = 'demarche/exportFormats';

export interface ExportFormat {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Of the file, without a dot. */
  readonly ending: string;
  /** It makes several files, for a folder. */
  readonly isFolder: boolean;
}

/** A document in a format; null if document or format are not known. */
export const EXPORT = 'demarche/export';

export interface ExportParams {
  readonly textDocument: { readonly uri: string };
  readonly format: string;
}

export interface ExportResult {
  readonly files: readonly ExportedFile[];
  /** What the format does not hold of the document, a phrase each. */
  readonly losses: readonly string[];
}

/** A file's content, as text or as bytes. Its name may have folders in it, with `/`. */
export type ExportedFile = { readonly name: string } & (
  | { readonly text: string }
  | { readonly base64: string }
);

/** Where words stand in published texts, whatever marks stand between them. */
export const FIND_IN_TEXT = 'demarche/findInText';

export interface FindInTextParams {
  /** The document that is looked through first; null for none. */
  readonly uri: string | null;
  readonly query: string;
}

export interface FoundInText {
  readonly uri: string;
  readonly document: string;
  readonly range: Range;
  /** The words around it, on one line, and where in them the found ones stand. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

export interface FindInTextResult {
  readonly found: readonly FoundInText[];
  /** There are more than are listed. */
  readonly hasMore: boolean;
}

/** Marked-up text as it can be pasted: new ids in the place of those that the document has; null if it can be as it is. */
export const PASTE = 'demarche/paste';

export interface PasteParams {
  readonly textDocument: { readonly uri: string };
  /** What is replaced. */
  readonly ranges: readonly Range[];
  readonly text: string;
}

export interface PasteResult {
  readonly text: string;
}
