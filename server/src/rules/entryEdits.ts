/** Writing new actors and topics into a codebook, or into a document's head: the fixes and the tagging commands do. */
import { insertEntry } from '../codebook/insertEntry.ts';
import type { DocumentModel } from '../model/document.ts';
import type { CodebookFile } from '../model/workspace.ts';
import { ComposedEdits } from './composedEdits.ts';
import { applyEdits } from './edits.ts';
import type { FileEdit } from './rule.ts';

/** An actor or topic that is to be defined. */
export interface NewEntry {
  readonly section: 'actors' | 'topics';
  /** One that nobody defines yet. */
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The edits that define entries in a codebook; null where it is written so that it can't be added to. */
export function entriesInCodebook(file: CodebookFile, entries: readonly NewEntry[]): FileEdit[] | null {
  const edits = entriesIn(file.text, entries);
  return edits && edits.map((edit) => ({ ...edit, location: file.location }));
}

/** The same for the head of a document; null also where it is not closed. */
export function entriesInHead(document: DocumentModel, entries: readonly NewEntry[]): FileEdit[] | null {
  const { head, text } = document.source.preamble;
  if (!head?.closed) return null;
  const { yamlStart, yamlEnd } = head;
  const edits = entriesIn(text.slice(yamlStart, yamlEnd), entries);
  return (
    edits &&
    edits.map(({ start, end, text: added }) => ({
      start: start + yamlStart,
      end: end + yamlStart,
      text: added,
      location: document.location,
    }))
  );
}

/** A head with these entries, for a document that has none: it and one blank line are no part of the text. */
export function headWithEntries(document: DocumentModel, entries: readonly NewEntry[]): FileEdit[] | null {
  const { text } = document.source;
  const lineEnd = /\r\n|\n|\r/.exec(text.slice(0, 10_000))?.[0] ?? '\n';
  const yaml = applyEdits('', entriesIn('', entries) ?? []);
  if (yaml === '') return null;
  const place = text.startsWith('\uFEFF') ? 1 : 0;
  const head = `---\n${yaml}---\n\n`.replaceAll('\n', lineEnd);
  return [{ start: place, end: place, text: head, location: document.location }];
}

function entriesIn(yaml: string, entries: readonly NewEntry[]): FileEdit[] | null {
  const composed = new ComposedEdits(yaml.length);
  let text = yaml;
  for (const { section, id, fields } of entries) {
    const edit = insertEntry(text, section, id, fields);
    if (edit === null) return null;
    composed.add([edit]);
    text = applyEdits(text, [edit]);
  }
  return composed.toEdits();
}
