/** Moving between the things of a picture by keys. */
import { type Direction, nearest } from './geometry.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * Arrow keys go to what lies there, Home and End to the first and last, Enter and Space choose.
 *
 * @param things All, in their order.
 */
export function moveByKeys(
  event: KeyboardEvent,
  things: readonly Element[],
  focus: (thing: Element) => void,
  choose: (thing: Element) => void,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const from = (event.target as Element).closest('[data-key]');
  if (!from) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    choose(from);
    return;
  }
  const to = targetOf(event.key, from, things);
  if (to === undefined) return;
  event.preventDefault();
  if (to) focus(to);
}

/** Where a key leads: undefined if it is none of these, null if there is nothing. */
function targetOf(key: string, from: Element, things: readonly Element[]): Element | null | undefined {
  if (key === 'Home') return things[0] ?? null;
  if (key === 'End') return things.at(-1) ?? null;
  const direction = ARROWS[key];
  if (!direction) return undefined;
  const boxes = things.map((thing) => thing.getBoundingClientRect());
  return things[nearest(from.getBoundingClientRect(), boxes, direction)] ?? null;
}
