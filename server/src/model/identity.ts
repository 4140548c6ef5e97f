/** Names for statements that have none, and the fingerprint of a text. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DocumentModel, Statement } from './document.ts';
import { spansOf } from './spans.ts';

/** SHA-256 of a text in UTF-8, as hexadecimal digits. */
export function fingerprint(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * A document's statements with the ids that exports use: their own, or `~` and eight digits of the SHA-256 of
 * kind, line feed and words (then `-2`, …). Of several statements with one id, the later ones are numbered too.
 * Those of unknown kind are left out.
 */
export function identify(document: DocumentModel): Map<string, Statement> {
  const identified = new Map<string, Statement>();
  for (const statement of document.statements()) {
    const { kind, id } = statement.fact;
    if (kind === 'unknown') continue;
    const base = id ?? `~${fingerprint(`${kind}\n${wordsOf(statement)}`).slice(0, 8)}`;
    let unique = base;
    for (let number = 2; identified.has(unique); number++) unique = `${base}-${number}`;
    identified.set(unique, statement);
  }
  return identified;
}

function wordsOf(statement: Statement): string {
  return spansOf(statement)
    .map((span) => span.text)
    .join(' ');
}
