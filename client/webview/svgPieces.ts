/**
 * A picture as text, in pieces: the elements that stand side by side in it. After an edit most are the same, and only
 * those that differ have to be read and compared, which for half a megabyte is most of the work.
 */

export interface Pieces {
  /** The opening tag of the picture. */
  readonly opening: string;
  readonly children: readonly string[];
}

/** What of a picture differs from another: so many children are the same before and after it. */
export interface Difference {
  readonly before: number;
  readonly after: number;
  /** A picture with nothing in it but the children that differ. */
  readonly svg: string;
}

/** A tag. In what the server writes, no attribute has a `>` in it. */
const TAG = /<(\/?)[a-zA-Z][^<>]*?(\/?)>/g;
const END = '</svg>';

/** The pieces of a picture; undefined where it is not made of elements alone, so that it is to be taken as a whole. */
export function piecesOf(svg: string): Pieces | undefined {
  const opening = /^<svg [^<>]*>/.exec(svg)?.[0];
  if (opening === undefined || !svg.endsWith(END)) return undefined;
  const children: string[] = [];
  const last = svg.length - END.length;
  let start = opening.length;
  let depth = 0;
  TAG.lastIndex = start;
  while (start < last) {
    const tag = TAG.exec(svg);
    // Words beside the elements, or something that is no element.
    if (tag === null || (depth === 0 && tag.index !== start)) return undefined;
    if (tag[1] === '/') depth--;
    else if (tag[2] !== '/') depth++;
    if (depth < 0) return undefined;
    if (depth > 0) continue;
    children.push(svg.slice(start, TAG.lastIndex));
    start = TAG.lastIndex;
  }
  return start === last ? { opening, children } : undefined;
}

/** What differs, by comparing the children from both ends. */
export function differenceOf(former: Pieces, { opening, children }: Pieces): Difference {
  const most = Math.min(former.children.length, children.length);
  let before = 0;
  while (before < most && former.children[before] === children[before]) before++;
  let after = 0;
  while (after < most - before && former.children.at(-1 - after) === children.at(-1 - after)) after++;
  const differing = children.slice(before, children.length - after).join('');
  return { before, after, svg: `${opening}${differing}${END}` };
}
