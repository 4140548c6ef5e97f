/** The formats in which the editor exports a document: a new one is a row here. */
import type { DocumentModel } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { describeDocument } from './json.ts';

export interface DocumentFormat {
  readonly id: string;
  readonly name: string;
  /** What it is for. */
  readonly note: string;
  /** Of the file, without a dot. */
  readonly ending: string;
  readonly write: (workspace: Workspace, document: DocumentModel) => string;
}

export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [
  {
    id: 'json',
    name: 'JSON',
    note: 'What the document means, with its text: for scripts in any language',
    ending: 'json',
    write: (workspace, document) => `${JSON.stringify(describeDocument(workspace, document), null, 2)}\n`,
  },
];
