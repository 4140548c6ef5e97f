/** How actors, topics and statements are put in words, wherever they are shown. */

import type { Statement } from '../model/document.ts';
import type { Names } from '../model/names.ts';
import { type Meaning, resolveStatement } from '../model/resolve.ts';
import { wordsOf } from '../model/words.ts';
import { stripRange } from '../syntax/strip.ts';

/** An actor's name; for one that nobody knows, its id with the sign. */
export function actorName(names: Names, id: string): string {
  return names.actor(id)?.name ?? `@${id}`;
}

export function actorNames(names: Names, ids: readonly string[]): string {
  return ids.map((id) => actorName(names, id)).join(', ');
}

/** `Russia → NATO, United States · NATO's eastward enlargement` */
export function whoToWhom(names: Names, meaning: Meaning): string {
  const addressees = meaning.to.length > 0 ? ` → ${actorNames(names, meaning.to)}` : '';
  const topics = meaning.topics.map((id) => names.topic(id)?.name ?? id).join(', ');
  return `${actorNames(names, meaning.by)}${addressees}${topics && ` · ${topics}`}`;
}

/** The same for a statement, with its meaning worked out. */
export function summaryOf(names: Names, statement: Statement): string {
  return whoToWhom(names, resolveStatement(statement));
}

/** How a statement's words begin: so many characters of its first piece, marks counted. Costs the same for any statement. */
export function openingWords({ block, tag }: Statement, length: number): string {
  const words = stripRange(block, tag.bodyStart, Math.min(tag.bodyEnd, tag.bodyStart + length));
  return words.replace(/\s+/g, ' ').trim();
}

/** `#halt`, or the first words of a statement without an id. */
export function nameOfStatement(statement: Statement, length = 48): string {
  return statement.fact.id === null
    ? shorten(wordsOf(statement), length) || '(empty)'
    : `#${statement.fact.id}`;
}

/** A text cut to so many characters, at a word's end where there is one near, never within a character. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = [...new Intl.Segmenter().segment(text.slice(0, length * 8))].map((each) => each.segment);
  if (characters.length <= length) return text;
  const cut = characters.slice(0, length - 1).join('');
  const space = cut.lastIndexOf(' ');
  const words = space > cut.length * 0.6 ? cut.slice(0, space) : cut;
  // Where it is cut between two pieces, one ellipsis will do.
  return `${words.replace(/[\s…]+$/u, '')}…`;
}
