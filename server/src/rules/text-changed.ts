import type { DocumentModel } from '../model/document.ts';
import { fingerprint } from '../model/identity.ts';
import { strip } from '../syntax/strip.ts';
import type { Rule } from './rule.ts';

export const textChanged: Rule = {
  name: 'text-changed',
  group: 'Coder',
  severity: 'error',
  summary: 'The published text is not the one whose source-hash the head keeps.',
  mends: [],
  *checkDocument({ document }) {
    const { sourceHash } = document.head;
    if (sourceHash === null || isOriginal(document, sourceHash.value.toLowerCase())) return;
    yield {
      start: sourceHash.start,
      end: sourceHash.end,
      message:
        'The published text has changed since this source-hash was taken. Compare it with the original and undo the change, so that all coders read the same words.',
    };
  },
};

/** The text that has a hash, once it was met: as long as a document is edited, others need only be compared with it. */
const originals = new WeakMap<DocumentModel, { readonly hash: string; readonly text: string }>();

function isOriginal(document: DocumentModel, hash: string): boolean {
  const text = strip(document.source);
  // Git may have changed line ends, and an editor the byte order mark: those are no words.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const known = originals.get(document);
  if (known?.hash === hash) return plain === known.text || text === known.text;
  const original = [plain, text].find((each) => fingerprint(each) === hash);
  if (original !== undefined && document.version > 0) originals.set(document, { hash, text: original });
  return original !== undefined;
}
