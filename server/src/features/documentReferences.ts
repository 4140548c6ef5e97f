/** References such as `#document/id`, with the places of both names in them. */
import type { DocumentModel } from '../model/document.ts';
import { nameKey } from '../model/facts.ts';

/** A reference to a statement of a document by that document's id. Offsets are from the start of its file. */
export interface DocumentReference {
  /** NFC. */
  readonly documentId: string;
  readonly id: string;
  readonly document: { readonly start: number; readonly end: number };
  readonly statement: { readonly start: number; readonly end: number };
}

const DIRECTION_AT_END = /[\u200E\u200F\u061C]*$/;

/** The references in one document that name another (or itself) by this id, in no order. */
export function* documentReferences(
  document: DocumentModel,
  documentId: string,
): Generator<DocumentReference> {
  for (const block of document.blocksUsing(nameKey('document', documentId))) {
    const base = document.startOf(block);
    for (const tag of block.tree.tags) {
      for (const value of tag.head.attributes.flatMap(({ values }) => values)) {
        if (value.type !== 'statement' || value.document?.normalize('NFC') !== documentId) continue;
        // Marks of direction may stand on either side of the slash.
        const before = block.text.slice(value.start, block.text.lastIndexOf('/', value.end));
        const end = base + value.start + before.replace(DIRECTION_AT_END, '').length;
        yield {
          documentId,
          id: value.id.normalize('NFC'),
          document: { start: end - value.document.length, end },
          statement: { start: base + value.end - value.id.length, end: base + value.end },
        };
      }
    }
  }
}
