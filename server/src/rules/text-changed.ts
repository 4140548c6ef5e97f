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
    if (sourceHash === null) return;
    const text = strip(document.source);
    const expected = sourceHash.value.toLowerCase();
    // Git may have changed line ends, and an editor the byte order mark: those are no words.
    const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    if (fingerprint(plain) === expected || fingerprint(text) === expected) return;
    yield {
      start: sourceHash.start,
      end: sourceHash.end,
      message:
        'The published text has changed since this source-hash was taken. Compare it with the original and undo the change, so that all coders read the same words.',
    };
  },
};
