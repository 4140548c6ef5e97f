/** Our own requests beyond the protocol (requests/). */

import { adjacentStatement, countsOf } from '../features/navigation.ts';
import {
  COUNTS,
  type CountsParams,
  type CountsResult,
  NEXT_STATEMENT,
  type NextStatementParams,
  type NextStatementResult,
} from './requests/index.ts';
import type { Session } from './session.ts';

/** Answers our own requests. */
export function serveOwnRequests(session: Session): void {
  const { connection, texts } = session;
  connection.onRequest(NEXT_STATEMENT, (params: NextStatementParams): NextStatementResult | null => {
    const document = session.document(params.textDocument.uri);
    if (document === null) return null;
    const { location } = document;
    const found = adjacentStatement(document, texts.offsetAt(location, params.position), params.direction);
    if (found === null) return null;
    return {
      range: texts.rangeAt(location, found.start, found.end),
      words: texts.rangeAt(location, found.wordsStart, found.wordsEnd),
    };
  });
  connection.onRequest(COUNTS, (params: CountsParams): CountsResult | null => {
    const document = session.document(params.textDocument.uri);
    return document && countsOf(document);
  });
}
