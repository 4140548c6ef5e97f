/** Ids made from words. */
import type { DocumentModel } from '../model/document.ts';
import { nameKey } from '../model/facts.ts';

const LONGEST = 24;

/** An id made of the first words of a text; `x` if there is not one letter or digit in it. */
export function slugOf(words: string): string {
  const parts =
    words
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu) ?? [];
  let id = '';
  for (const part of parts) {
    if (id !== '' && id.length + part.length >= LONGEST) break;
    id += id === '' ? [...part].slice(0, LONGEST).join('') : `-${part}`;
  }
  return id || 'x';
}

/**
 * The wanted id, or with the first number that makes it free in a document: `halt`, `halt-2`, … One that is used
 * and nowhere defined is not free: whoever used it meant something else.
 */
export function freeStatementId(document: DocumentModel, wanted: string): string {
  const isTaken = (id: string) => document.statement(id) !== null || document.uses(nameKey('statement', id));
  let id = wanted;
  for (let number = 2; isTaken(id); number++) id = `${wanted}-${number}`;
  return id;
}
