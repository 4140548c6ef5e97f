/** What is wrong inside the head of a tag that is otherwise whole. */
import type { TagHead } from '../../../grammar/events.ts';
import type { SyntaxProblem, TagKind } from './tree.ts';

/** The signs that are read as the ASCII sign they look like, and white space that is read as a space. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['：', ':'],
  ['＝', '='],
  ['＠', '@'],
  ['＃', '#'],
  ['，', ','],
  ['、', ','],
  ['،', ','],
  ['\u00A0', ' '],
  ['\u3000', ' '],
]);

const LOOKALIKE = new RegExp(`[${[...LOOKALIKES.keys()].join('')}]`, 'gu');

/**
 * Problems inside a head, in order of kind, then place.
 *
 * @param content the block's content
 * @param start where the tag's `{` stands
 * @param tag the tag's index in its tree
 */
export function findHeadProblems(
  content: string,
  start: number,
  head: TagHead,
  kind: TagKind,
  tag: number,
): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const report = (code: SyntaxProblem['code'], from: number, to: number) => {
    problems.push({ code, start: from, end: to, tag, partner: -1 });
  };
  if (kind === 'unknown') report('unknown-tag', head.start, head.start + head.word.length);
  let seen: Set<string> | null = null;
  for (const attribute of head.attributes) {
    if (attribute.malformed) report('malformed-attribute', attribute.start, attribute.end);
    if (head.attributes.length > 1 && attribute.name !== '') {
      seen ??= new Set();
      const name = attribute.name.normalize('NFC');
      if (seen.has(name)) report('duplicate-attribute', attribute.start, attribute.end);
      seen.add(name);
    }
  }
  for (const place of lookalikesIn(content, start, head)) report('lookalike-sign', place, place + 1);
  return problems;
}

/** Where a look-alike stands in a head as a sign: not in a quoted string, nor inside a word (`a＠b`). */
function lookalikesIn(content: string, start: number, head: TagHead): number[] {
  const text = content.slice(start, head.colon + 1);
  if (text.search(LOOKALIKE) < 0) return [];
  const opaque = head.attributes
    .flatMap((attribute) => attribute.values)
    .filter((value) => value.type === 'string' || value.type === 'word');
  const places: number[] = [];
  let next = 0;
  for (const match of text.matchAll(LOOKALIKE)) {
    const place = start + match.index;
    while ((opaque[next]?.end ?? Infinity) <= place) next++;
    if ((opaque[next]?.start ?? Infinity) > place) places.push(place);
  }
  return places;
}
