/** Where things lie to each other, for moving between them by the arrow keys. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** What lies rather aside than ahead comes after all that does not. */
const OFF_COURSE = 100_000;

/** What lies to the side costs as much as this many times what lies ahead. */
const ASIDE = 2.5;

/**
 * The nearest box in a direction: its middle lies ahead, and it is near, rather ahead than aside.
 *
 * @returns its index; -1 if there is none.
 */
export function nearest(from: Box, boxes: readonly Box[], direction: Direction): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, box] of boxes.entries()) {
    const { ahead, aside } = distance(from, box, direction);
    if (ahead < 1) continue;
    const cost = ahead + ASIDE * aside + (aside > ahead ? OFF_COURSE : 0);
    if (cost < least) {
      least = cost;
      best = index;
    }
  }
  return best;
}

/** How far a box's middle lies ahead, and how far it lies aside beyond where the two overlap. */
function distance(from: Box, to: Box, direction: Direction): { ahead: number; aside: number } {
  const right = (to.left + to.right - from.left - from.right) / 2;
  const down = (to.top + to.bottom - from.top - from.bottom) / 2;
  const gapAcross = Math.max(0, to.left - from.right, from.left - to.right);
  const gapDown = Math.max(0, to.top - from.bottom, from.top - to.bottom);
  // A little for the middles too: of two in the same row the straight one wins.
  switch (direction) {
    case 'left':
      return { ahead: -right, aside: gapDown + Math.abs(down) / 10 };
    case 'right':
      return { ahead: right, aside: gapDown + Math.abs(down) / 10 };
    case 'up':
      return { ahead: -down, aside: gapAcross + Math.abs(right) / 10 };
    case 'down':
      return { ahead: down, aside: gapAcross + Math.abs(right) / 10 };
  }
}
