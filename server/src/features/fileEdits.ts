/** Edits of several files at once: what renaming answers with. */
import type { Pieces } from '../model/pieces.ts';

/** New text for a range of a file. Offsets are from its start. */
export interface PlacedEdit {
  readonly location: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits by file and place, each place once: one entry of YAML may be reached by several ways. */
export function* inOrder(edits: Iterable<PlacedEdit>): Pieces<PlacedEdit[]> {
  const byLocation = new Map<string, PlacedEdit[]>();
  let count = 0;
  for (const edit of edits) {
    const own = byLocation.get(edit.location);
    if (own) own.push(edit);
    else byLocation.set(edit.location, [edit]);
    if (++count % 16 === 0) yield;
  }
  const ordered: PlacedEdit[] = [];
  for (const location of [...byLocation.keys()].sort()) {
    let last: PlacedEdit | null = null;
    for (const edit of (byLocation.get(location) ?? []).sort(byPlace)) {
      if (last === null || byPlace(last, edit) !== 0) ordered.push(edit);
      last = edit;
    }
    yield;
  }
  return ordered;
}

function byPlace(a: PlacedEdit, b: PlacedEdit): number {
  return a.start - b.start || a.end - b.end;
}

/** A value of YAML whose source is cut into what opens it, its words, and what closes it. */
const PARTS = /^(["']?@?)([^]*?)(["']?)$/;

/** Plain words that YAML takes for no value at all. */
const NOTHING = /^(?:null|Null|NULL)$/;

/**
 * Puts an id in the place of another in a head or codebook; quotes, and an `@` that somebody wrote, stay.
 *
 * @param text the file's text
 * @param place where the value stands, its quotes included
 */
export function yamlIdEdit(
  text: string,
  location: string,
  place: { readonly start: number; readonly end: number },
  before: string,
  after: string,
): PlacedEdit {
  const { start, end } = place;
  const [, open = '', words = '', close = ''] = PARTS.exec(text.slice(start, end)) ?? [];
  if (open === '' && NOTHING.test(after)) return { location, start, end, text: `"${after}"` };
  // Words that an escape in the quotes spells: the quotes go with them.
  if (words.normalize('NFC') !== before) return { location, start, end, text: after };
  return { location, start: start + open.length, end: end - close.length, text: after };
}
