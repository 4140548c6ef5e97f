/** Growing and shrinking the selection by what the text is made of. */
import type { SelectionRange, ServerCapabilities } from 'vscode-languageserver';
import { selectionRangesAt } from '../features/selectionRanges.ts';
import type { Session } from './session.ts';

export const SELECTION_RANGE_CAPABILITIES: ServerCapabilities = { selectionRangeProvider: true };

/** Answers with the ranges around each cursor. */
export function serveSelectionRanges(session: Session): void {
  const { connection, texts } = session;
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const document = session.document(textDocument.uri);
    if (document === null) return null;
    const { location } = document;
    return positions.map((position) => {
      const ranges = selectionRangesAt(document, texts.offsetAt(location, position));
      // The last is the document: there always is one.
      return ranges.reduceRight<SelectionRange | null>((parent, { start, end }) => {
        const range = texts.rangeAt(location, start, end);
        return parent ? { range, parent } : { range };
      }, null) as SelectionRange;
    });
  });
}
