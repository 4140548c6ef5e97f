/**
 * Which `}` belongs to which `{`: the events of a block, paired.
 *
 * Every `{` pairs with its `}`, a broken one too (it opens nothing, has no colon, or is the 65th level). Only
 * where a sound tag would stay without its `}` does a broken one inside it give up its own. So a half-typed tag
 * never takes a sound one's `}`, nor the words after it. Linear: one pass with a stack; where that leaves a sound tag
 * open, one pass backwards that counts, and the first again.
 */
import { type BlockEvent, EventType } from '../../../grammar/events.ts';

/** Tags nest this deep and no deeper. */
export const MAX_DEPTH = 64;

const OPENS_NOTHING = -2;
const UNPAIRED = -1;

/** What became of the braces of a block, by the index of their events. */
export interface Pairing {
  /** The event at the other end of a pair, or negative. */
  readonly partner: readonly number[];
  /** 1 where a `{` is beyond the deepest level. Too short, and undefined, where none is. */
  readonly tooDeep: Uint8Array;
}

const NONE_TOO_DEEP = new Uint8Array(0);

/** Pairs the braces of a block. @param events as the grammar yields them, in order of place */
export function pairBraces(events: readonly BlockEvent[]): Pairing {
  const tooDeep = findTooDeep(events);
  const isBroken = (index: number) => {
    const head = events[index]?.head;
    return !head || head.colon < 0 || tooDeep[index] === 1;
  };
  const partner = new Array<number>(events.length).fill(UNPAIRED);
  if (pairForward(events, partner, isBroken)) {
    releaseBroken(events, partner, isBroken);
    pairForward(events, partner, isBroken);
  }
  return { partner, tooDeep };
}

/** Marks the tags beyond the deepest level, every `{` paired. */
function findTooDeep(events: readonly BlockEvent[]): Uint8Array {
  if (events.length <= MAX_DEPTH) return NONE_TOO_DEEP;
  const tooDeep = new Uint8Array(events.length);
  const isTag: boolean[] = [];
  let depth = 0;
  for (let i = 0; i < events.length; i++) {
    const type = events[i]?.type;
    if (type === EventType.Open) {
      if (depth >= MAX_DEPTH) tooDeep[i] = 1;
      isTag.push(depth < MAX_DEPTH);
      if (depth < MAX_DEPTH) depth++;
    } else if (type === EventType.Stray) {
      isTag.push(false);
    } else if (type === EventType.Close && isTag.pop()) {
      depth--;
    }
  }
  return tooDeep;
}

/**
 * One pass with a stack. Openings that `partner` marks as opening nothing are passed over.
 *
 * @returns whether a sound tag stayed open
 */
function pairForward(
  events: readonly BlockEvent[],
  partner: number[],
  isBroken: (index: number) => boolean,
): boolean {
  const open: number[] = [];
  for (let i = 0; i < events.length; i++) {
    const type = events[i]?.type;
    if (type === EventType.Open || type === EventType.Stray) {
      if (partner[i] !== OPENS_NOTHING) {
        partner[i] = UNPAIRED;
        open.push(i);
      }
    } else if (type === EventType.Close) {
      const opening = open.pop() ?? UNPAIRED;
      partner[i] = opening;
      if (opening >= 0) partner[opening] = i;
    }
  }
  return open.some((index) => !isBroken(index));
}

/**
 * From the end backwards, counts the `}` still to be had. A broken `{` takes one on trial; a sound `{` that
 * finds none takes the one of the nearest broken `{` inside it, which then opens nothing.
 */
function releaseBroken(
  events: readonly BlockEvent[],
  partner: number[],
  isBroken: (index: number) => boolean,
): void {
  const onTrial: number[] = [];
  let closings = 0;
  for (let i = events.length - 1; i >= 0; i--) {
    const type = events[i]?.type;
    if (type === EventType.Close) closings++;
    else if (type === EventType.Open || type === EventType.Stray) {
      if (closings > 0) {
        closings--;
        if (isBroken(i)) onTrial.push(i);
      } else if (isBroken(i)) {
        partner[i] = OPENS_NOTHING;
      } else {
        const released = onTrial.pop();
        if (released !== undefined) partner[released] = OPENS_NOTHING;
      }
    }
  }
}
