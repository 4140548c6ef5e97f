/**
 * What has to be written of a statement so that it means what it should: all that the statement around it, or the
 * language’s defaults, do not give it. The reverse of `model/resolve.ts`.
 */
import { AUTHOR, type Meaning } from '../../model/resolve.ts';

export interface Surroundings {
  readonly kind: 'claim' | 'demand';
  /** What the statement around it means; null where none is. */
  readonly outer: Meaning | null;
  /** The actors that `@author` stands for. */
  readonly authors: readonly string[];
  readonly documentDate: string | null;
}

const IN_DEMANDS = ['strength', 'if', 'until'] as const;

/** The attributes to be written for a meaning. */
export function ownMeaning(meaning: Meaning, { kind, outer, authors, documentDate }: Surroundings): Meaning {
  const asAuthor = (ids: readonly string[]) => withAuthor(ids, authors);
  const by = asAuthor(meaning.by);
  const via = asAuthor(meaning.via);
  const date = meaning.date === (outer === null ? documentDate : outer.date) ? null : meaning.date;
  if (outer === null) {
    const usual = by.length === 0 || by.includes(AUTHOR) ? [] : [AUTHOR];
    return { ...meaning, by: isSame(by, [AUTHOR]) ? [] : by, via: isSame(via, usual) ? [] : via, date };
  }
  const place = meaning.place === outer.place ? null : meaning.place;
  if (by.length > 0 && !takesOver(meaning, kind, outer))
    return { ...meaning, by, via: isSame(meaning.via, outer.by) ? [] : via, date, place };
  const own = {
    ...meaning,
    by: [],
    via: [],
    to: isSame(meaning.to, outer.to) ? [] : meaning.to,
    form: meaning.form === outer.form ? null : meaning.form,
    date,
    place,
  };
  if (kind === 'claim') return own;
  const same = IN_DEMANDS.filter((name) => meaning[name] === outer[name]);
  return { ...own, ...Object.fromEntries(same.map((name) => [name, null])) };
}

/**
 * What a statement would take over from the one around it, though it has none of its own: words for a message. (Of a
 * reporter, programs that know of none say nothing, so there is nothing to tell.)
 */
export function takenOver(meaning: Meaning, outer: Meaning | null): string[] {
  if (outer === null) return [];
  return [
    ...(meaning.by.length === 0 && outer.by.length > 0 ? ['claimant'] : []),
    ...(meaning.date === null && outer.date !== null ? ['date'] : []),
    ...(meaning.place === null && outer.place !== null ? ['place'] : []),
  ];
}

/** Whether a statement that says nothing of its claimant would come to mean this. */
function takesOver(meaning: Meaning, kind: 'claim' | 'demand', outer: Meaning): boolean {
  return (
    isSame(meaning.by, outer.by) &&
    isSame(meaning.via, outer.via) &&
    (meaning.to.length > 0 || outer.to.length === 0) &&
    (meaning.form !== null || outer.form === null) &&
    (kind === 'claim' || IN_DEMANDS.every((name) => meaning[name] !== null || outer[name] === null))
  );
}

/** Ids with `author` in the place of all that it stands for. */
function withAuthor(ids: readonly string[], authors: readonly string[]): readonly string[] {
  if (authors.length === 0) return ids;
  const at = ids.findIndex((_, index) => isSame(ids.slice(index, index + authors.length), authors));
  return at < 0 ? ids : [...ids.slice(0, at), AUTHOR, ...ids.slice(at + authors.length)];
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}
