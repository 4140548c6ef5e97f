/** The one table of import formats, from which `import --from`, its help and FORMATS.md are made. */
import { decodeText, FileError } from '../model/files.ts';
import { readBrat } from './brat/read.ts';
import { ImportError, type Imported } from './import/imported.ts';
import type { KnownNames } from './import/known.ts';
import { readQdpx } from './qdpx/read.ts';
import { dnaDocuments, readDna } from './readDna.ts';
import { readWebAnnotation } from './readWebAnnotation.ts';

/** A document in a file of another program’s. */
export interface ForeignDocument {
  /** What it is called there; null where the file’s name must do. */
  readonly name: string | null;
  /** The text, if it comes with it. */
  readonly text: string | null;
  /** What is known of it. @param text with LF line ends, without byte order mark @throws ImportError */
  readonly read: (text: string, names: KnownNames) => Imported;
}

export interface ImportFormat {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** The endings of its files, with the dot. */
  readonly endings: readonly string[];
  /** The documents in a file. @throws ImportError */
  readonly documentsIn: (bytes: Uint8Array) => ForeignDocument[];
}

const ROWS: readonly ImportFormat[] = [
  {
    name: 'brat',
    title: 'brat standoff',
    summary: 'an .ann file; its text is the .txt beside it',
    endings: ['.ann'],
    documentsIn: (bytes) => {
      const ann = textFrom(bytes);
      return [{ name: null, text: null, read: (text) => readBrat(ann, text) }];
    },
  },
  {
    name: 'webannotation',
    title: 'Web Annotation',
    summary: 'a page of W3C annotations; its text is the .txt beside it',
    endings: ['.jsonld', '.json'],
    documentsIn: (bytes) => {
      const json = textFrom(bytes);
      return [{ name: null, text: null, read: (text) => readWebAnnotation(json, text) }];
    },
  },
  {
    name: 'dna',
    title: 'Discourse Network Analyzer events',
    summary: 'a table of events; a document’s text is ID.txt beside it',
    endings: ['.csv'],
    documentsIn: (bytes) =>
      [...dnaDocuments(textFrom(bytes))].map(([id, events]) => ({
        name: id === '' ? null : id,
        text: null,
        read: (text, names) => readDna(events, text, names),
      })),
  },
  {
    name: 'qdpx',
    title: 'REFI-QDA project',
    summary: 'a project of NVivo, ATLAS.ti, MAXQDA or QualCoder, with texts',
    endings: ['.qdpx'],
    documentsIn: (bytes) =>
      readQdpx(bytes).map(({ name, text, imported }) => ({ name, text, read: () => imported })),
  },
];

export const IMPORTS: ReadonlyMap<string, ImportFormat> = new Map(ROWS.map((row) => [row.name, row]));

function textFrom(bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    throw error instanceof FileError ? new ImportError(error.message) : error;
  }
}
