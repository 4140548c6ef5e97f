/** Editing a statement's own id and, as it is typed, its uses in the same document. */
import type { TextRange } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import { nameAt } from './target.ts';

/**
 * The places that change together with the one at an offset; null where nothing does.
 *
 * Only from the statement itself: who edits a use most often wants to point elsewhere. Not where two statements have
 * the id: who edits one of them wants to tell them apart.
 */
export function linkedRangesAt(document: DocumentModel, offset: number): TextRange[] | null {
  const name = nameAt(document, offset);
  // At the sign a character would come before it, and be no part of the id.
  if (name === null || name.kind !== 'statement' || offset < name.start) return null;
  const places = [...document.occurrences(name.key)];
  const definitions = places.filter((place) => place.isDefinition);
  if (definitions.length !== 1 || definitions[0]?.start !== name.start) return null;
  // The client demands the same characters everywhere: an id may be composed in two ways.
  const length = name.end - name.start;
  const written = textAt(document, name);
  const same = places.filter(
    (each) => each.end - each.start === length && textAt(document, each) === written,
  );
  return same.length < 2 ? null : same.map(({ start, end }) => ({ start, end }));
}

function textAt({ source }: DocumentModel, { start, end }: TextRange): string {
  const index = source.blockAt(start);
  const base = source.startOf(index);
  return source.blocks[index]?.text.slice(start - base, end - base) ?? '';
}
