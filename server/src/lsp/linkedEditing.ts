/** Editing a statement's id together with its uses. */
import type { ServerCapabilities } from 'vscode-languageserver';
import { linkedRangesAt } from '../features/linkedEditing.ts';
import type { Session } from './session.ts';

export const LINKED_EDITING_CAPABILITIES: ServerCapabilities = { linkedEditingRangeProvider: true };

/** What ends an id. Clients read it without Unicode classes, so it says what no id holds. */
const WORD_PATTERN = '[^\\s,，、،:：=＝#＃@＠/{}"\\\\]+';

/** Answers with the places that change together. */
export function serveLinkedEditing(session: Session): void {
  const { connection, texts } = session;
  connection.languages.onLinkedEditingRange(({ textDocument, position }) => {
    const document = session.document(textDocument.uri);
    if (document === null) return null;
    const { location } = document;
    const places = linkedRangesAt(document, texts.offsetAt(location, position));
    if (places === null) return null;
    const ranges = places.map(({ start, end }) => texts.rangeAt(location, start, end));
    return { ranges, wordPattern: WORD_PATTERN };
  });
}
