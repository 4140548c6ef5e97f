/** Links in heads and codebooks. */
import type { DocumentLink, ServerCapabilities } from 'vscode-languageserver';
import { type Link, linksIn, linksInCodebook } from '../features/links.ts';
import type { Session } from './session.ts';

export const DOCUMENT_LINK_CAPABILITIES: ServerCapabilities = { documentLinkProvider: {} };

/** Answers with the links of a document or codebook. */
export function serveDocumentLinks(session: Session): void {
  session.connection.onDocumentLinks(({ textDocument }) => {
    const document = session.document(textDocument.uri);
    const file = session.codebook(textDocument.uri);
    const links = document ? linksIn(session.workspace, document) : file ? linksInCodebook(file) : [];
    const location = document?.location ?? file?.location ?? '';
    return links.map((link) => toDocumentLink(session, location, link));
  });
}

function toDocumentLink(
  session: Session,
  location: string,
  { start, end, target, tooltip }: Link,
): DocumentLink {
  const { texts, uris, capabilities } = session;
  return {
    range: texts.rangeAt(location, start, end),
    target: 'url' in target ? target.url : uris.toUri(target.location),
    ...(capabilities.textDocument?.documentLink?.tooltipSupport ? { tooltip } : {}),
  };
}
