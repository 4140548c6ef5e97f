/** Formatting requests: of a document, of ranges, and of the tag that is being typed. */
import type { ServerCapabilities, TextEdit } from 'vscode-languageserver';
import { formatDocument, formatRange, formatTyped, type HeadEdit } from '../features/formatHeads.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Session } from './session.ts';

export const FORMATTING_CAPABILITIES: ServerCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: { rangesSupport: true },
  // The full-width colon is the one that an input method for Chinese types.
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: [':', '：'] },
};

/** Answers requests for formatting. The options that editors send are about indentation: there is none. */
export function serveFormatting(session: Session): void {
  const { connection, texts } = session;
  const edits = (uri: string, format: (document: DocumentModel) => readonly HeadEdit[]): TextEdit[] => {
    const document = session.document(uri);
    if (document === null) return [];
    return format(document).map(({ start, end, text }) => ({
      range: texts.rangeAt(document.location, start, end),
      newText: text,
    }));
  };
  connection.onDocumentFormatting(({ textDocument }) => edits(textDocument.uri, formatDocument));
  connection.onDocumentRangeFormatting(({ textDocument, range }) =>
    edits(textDocument.uri, (document) => {
      const { location } = document;
      return formatRange(
        document,
        texts.offsetAt(location, range.start),
        texts.offsetAt(location, range.end),
      );
    }),
  );
  connection.onDocumentRangesFormatting(({ textDocument, ranges }) =>
    edits(textDocument.uri, (document) => {
      const { location } = document;
      const found = ranges.flatMap(({ start, end }) =>
        formatRange(document, texts.offsetAt(location, start), texts.offsetAt(location, end)),
      );
      // A head that two ranges touch is formatted once.
      return [...new Map(found.map((edit) => [edit.start, edit])).values()];
    }),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position }) =>
    edits(textDocument.uri, (document) => formatTyped(document, texts.offsetAt(document.location, position))),
  );
}
