/** Ids made from words. */
import type { DocumentModel } from '../model/document.ts';

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

/** The wanted id, or with the first number that makes it free in a document: `halt`, `halt-2`, … */
export function freeStatementId(document: DocumentModel, wanted: string): string {
  let id = wanted;
  for (let number = 2; document.statement(id) !== null; number++) id = `${wanted}-${number}`;
  return id;
}
