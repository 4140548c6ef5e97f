/** What an exchange format is: a row of the table in index.ts. */
import type { AttributeDefinition } from '../codebook/attributes.ts';
import type { FacetName } from './facets.ts';
import type { JsonDocument } from './json.ts';

/** A document to be exported. */
export interface ExportDocument {
  /** Its file, as the user is told of it. */
  readonly path: string;
  /** Path of the files that are made of it, without ending and with `/`; no two documents have the same. */
  readonly name: string;
  readonly meaning: JsonDocument;
  /** The attributes that its statements may have, by name. */
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
}

/** What is known of all documents before the first is written. */
export interface ExportContext {
  /** Whether the user named one file, no folder and no list. */
  readonly isOne: boolean;
  /** The attributes of all codebooks, by name. */
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
}

/** A file to be written: its path below the folder, with `/`, and what is in it. */
export interface NamedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * How a format is written. `text`: one text for all documents, in pieces. `each`: one text for each document.
 * `files`: several files, in a folder. `archive`: one file that is no text.
 */
export type Writer =
  | {
      readonly makes: 'text';
      readonly write: (documents: Iterable<ExportDocument>, context: ExportContext) => Iterable<string>;
    }
  | { readonly makes: 'each'; readonly write: (document: ExportDocument) => string }
  | {
      readonly makes: 'files';
      readonly write: (documents: Iterable<ExportDocument>, context: ExportContext) => Iterable<NamedFile>;
    }
  | {
      readonly makes: 'archive';
      readonly write: (documents: Iterable<ExportDocument>, context: ExportContext) => Uint8Array;
    };

export interface Format {
  /** As `--to` takes it. */
  readonly name: string;
  /** Its name in full. */
  readonly title: string;
  /** What is in it and what for, in some words: for the help and the page. */
  readonly summary: string;
  /** The ending of its files, with the dot. */
  readonly ending: string;
  readonly writer: Writer;
  /** What of a document it does not hold. */
  readonly lacks: readonly FacetName[];
  /** What its readers may take amiss. */
  readonly doubts: readonly FacetName[];
  /** Which reader that others wrote opens it in the tests; null for none. */
  readonly checkedWith: string | null;
}
