/**
 * What is to be painted where, worked out without an editor: ranges by layer. The source shows its marks dimmed or
 * hidden; the text view shows the same words where they stand in the published text.
 */
import { CLAIM, DEMAND, MENTION } from '../../../server/src/lsp/requests/index.ts';
import type { MarkedText, TagMarks } from './markedText.ts';

/** How marks are shown in the source. */
export type MarksShown = 'plain' | 'dimmed' | 'hidden';

/** Statements inside others are told apart down to this depth; deeper ones look like it. */
export const DEPTHS = 3;

/**
 * Each has a look of its own; one more for each kind and depth: `claim0`. Badges stand for what is hidden (`More` for
 * a continuation), rulers are marks beside the scroll bar.
 */
export type Layer =
  | `${'claim' | 'demand'}${number}`
  | 'mention'
  | 'mentionBox'
  | 'memo'
  | 'memoSign'
  | 'dimmed'
  | 'hidden'
  | 'claimBadge'
  | 'demandBadge'
  | 'claimMore'
  | 'demandMore'
  | 'claimRuler'
  | 'demandRuler';

/** All layers, in the order in which they are painted. */
export const LAYERS: readonly Layer[] = [
  ...(['claim', 'demand'] as const).flatMap((kind) =>
    Array.from({ length: DEPTHS }, (_, depth): Layer => `${kind}${depth}`),
  ),
  'mention',
  'mentionBox',
  'memo',
  'memoSign',
  'dimmed',
  'hidden',
  'claimBadge',
  'demandBadge',
  'claimMore',
  'demandMore',
  'claimRuler',
  'demandRuler',
];

/** Ranges as `[start, end, start, end, …]`, by layer; a layer without any is left out. */
export type Plan = ReadonlyMap<Layer, readonly number[]>;

/** So far around a mention it is looked which way the words run. */
const NEAR = 40;

/** A range of offsets. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is painted in the source, within a stretch of it. */
export function planSource(
  text: MarkedText,
  { from, to }: Stretch,
  { colours, marks }: { colours: boolean; marks: MarksShown },
): Plan {
  const plan = new Ranges();
  for (const tag of text.tags(from, to)) {
    if (colours) addSpan(plan, tag, tag.bodyStart, tag.bodyEnd);
    if (marks === 'plain') continue;
    plan.add(marks, tag.start, tag.bodyStart);
    plan.add(marks, tag.bodyEnd, tag.end);
    const badge = marks === 'hidden' && badgeOf(tag);
    if (badge) plan.add(badge, tag.start, tag.start + 1);
  }
  for (const { start, end, closed } of text.memos(from, to)) {
    if (colours) plan.add('memo', start, end);
    if (marks !== 'hidden') continue;
    plan.add('hidden', start, start + 3);
    if (closed) plan.add('hidden', Math.max(end - 3, start + 3), end);
  }
  if (marks !== 'plain') for (const place of text.escapes(from, to)) plan.add(marks, place, place + 1);
  return plan.ranges;
}

/** Hebrew, Arabic and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/**
 * What is painted in the text view; offsets are of the published text, the stretch is of the source.
 *
 * @param published the published text
 */
export function planPublished(
  text: MarkedText,
  { from, to }: Stretch,
  { colours, published }: { colours: boolean; published: string },
): Plan {
  const plan = new Ranges();
  for (const tag of colours ? text.tags(from, to) : []) {
    const start = text.toPublished(tag.bodyStart);
    const end = text.toPublished(tag.bodyEnd);
    // Words with a colour of their own are apart for the editor, and it would put such parts from left to right.
    if (tag.kind === MENTION && RIGHT_TO_LEFT.test(wordsAround(published, start, end)))
      plan.add('mentionBox', start, end);
    else addSpan(plan, tag, start, end);
  }
  for (const { start } of text.memos(from, to)) {
    const place = text.toPublished(start);
    plan.add('memoSign', Math.max(0, place - 1), place);
  }
  return plan.ranges;
}

/**
 * What is painted beside the scroll bar, for the whole text.
 *
 * @param toPlace maps offsets of the source
 * @param grain ranges of a kind that are nearer to each other, in offsets, are one: the editor draws all of them anew
 *   after each key, and so near they can't be told apart
 */
export function planRulers(text: MarkedText, toPlace: (offset: number) => number, grain = 0): Plan {
  const plan = new Ranges();
  for (const { kind, bodyStart, bodyEnd } of text.tags()) {
    const layer = kind === CLAIM ? 'claimRuler' : kind === DEMAND ? 'demandRuler' : null;
    if (layer === null) continue;
    const start = toPlace(bodyStart);
    const end = toPlace(bodyEnd);
    const ranges = plan.ranges.get(layer);
    const last = ranges?.at(-1);
    if (ranges && last !== undefined && start - last < grain) ranges[ranges.length - 1] = Math.max(last, end);
    else plan.add(layer, start, end);
  }
  return plan.ranges;
}

/** The marks to open where the cursors are: those of the innermost tag around each. */
export function planRevealed(text: MarkedText, cursors: readonly number[]): readonly number[] {
  const revealed = new Map<number, readonly number[]>();
  for (const cursor of cursors) {
    const tag = text.tagAt(cursor);
    if (tag) revealed.set(tag.start, [tag.start, tag.bodyStart, tag.bodyEnd, tag.end]);
    for (const { start, end } of text.memos(cursor, cursor)) {
      if (start <= cursor && cursor <= end) revealed.set(start, [start, end]);
    }
  }
  return [...revealed.values()].flat();
}

/** Some of the line that a range is in: lines may be very long, and mentions many. */
function wordsAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  return (
    before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1) +
    text.slice(start, end) +
    (/^[^\r\n]*/.exec(after)?.[0] ?? '')
  );
}

function addSpan(plan: Ranges, { kind, depth }: TagMarks, start: number, end: number): void {
  if (kind === MENTION) plan.add('mention', start, end);
  else if (kind === CLAIM) plan.add(`claim${Math.min(depth, DEPTHS - 1)}`, start, end);
  else if (kind === DEMAND) plan.add(`demand${Math.min(depth, DEPTHS - 1)}`, start, end);
}

/** Mentions have none: their words look like one already. */
function badgeOf({ kind, continues }: TagMarks): Layer | null {
  if (kind === MENTION) return null;
  if (kind === DEMAND) return continues ? 'demandMore' : 'demandBadge';
  return continues ? 'claimMore' : 'claimBadge';
}

class Ranges {
  readonly ranges = new Map<Layer, number[]>();

  /** Adds a range; an empty one shows nothing. */
  add(layer: Layer, start: number, end: number): void {
    if (start >= end) return;
    const ranges = this.ranges.get(layer);
    if (ranges) ranges.push(start, end);
    else this.ranges.set(layer, [start, end]);
  }
}
