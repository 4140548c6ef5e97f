/** Formatting requests: of a document, of ranges, and of the tag that is being typed. */
import type {
  CancellationToken,
  Range,
  ServerCapabilities,
  TextDocumentIdentifier,
  TextEdit,
} from 'vscode-languageserver';
import { formatDocument, formatRange, formatTyped, type HeadEdit } from '../features/formatHeads.ts';
import type { DocumentModel } from '../model/document.ts';
import { mapped, type Pieces } from '../model/pieces.ts';
import type { Session } from './session.ts';
import { editDocument } from './stable.ts';

export const FORMATTING_CAPABILITIES: ServerCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: { rangesSupport: true },
  // The full-width colon is the one that an input method for Chinese types.
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: [':', '：'] },
};

/** Answers requests for formatting. The options that editors send are about indentation: there is none. */
export function serveFormatting(session: Session): void {
  const { connection, texts } = session;
  const edits = async (
    { uri }: TextDocumentIdentifier,
    token: CancellationToken,
    format: (document: DocumentModel) => Pieces<HeadEdit[]>,
  ): Promise<TextEdit[]> =>
    editDocument(session, uri, token, [], function* (document) {
      return yield* mapped(yield* format(document), ({ start, end, text }) => ({
        range: texts.rangeAt(document.location, start, end),
        newText: text,
      }));
    });
  const formatAt = (document: DocumentModel, { start, end }: Range) => {
    const { location } = document;
    return formatRange(document, texts.offsetAt(location, start), texts.offsetAt(location, end));
  };
  connection.onDocumentFormatting(({ textDocument }, token) => edits(textDocument, token, formatDocument));
  connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
    edits(textDocument, token, (document) => formatAt(document, range)),
  );
  connection.onDocumentRangesFormatting(({ textDocument, ranges }, token) =>
    edits(textDocument, token, function* (document) {
      // A head that two ranges touch is formatted once.
      const found = new Map<number, HeadEdit>();
      for (const range of ranges)
        for (const edit of yield* formatAt(document, range)) found.set(edit.start, edit);
      return [...found.values()];
    }),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position }, token) =>
    edits(textDocument, token, (document) =>
      formatTyped(document, texts.offsetAt(document.location, position)),
    ),
  );
}
