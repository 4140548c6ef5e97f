/** Relations between sections: fine lines that pass behind the cards, as long as there are few enough to follow. */
import type { ArgumentGraph } from './argumentGraph.ts';
import type { Box, Point } from './componentLayout.ts';
import { element, type Markup, round } from './svg.ts';

export interface Rectangle extends Box, Point {}

/** More would be a tangle: then only the words at the cards' feet say where they lead. */
const MOST_THREADS = 60;

/** Where the lines of one card begin and end, as shares of its width: the middle first. */
const SLOTS = [0.5, 0.62, 0.38, 0.74, 0.26] as const;

/** The lines between cards of different sections. @param placed cards by the keys of their statements */
export function drawThreads({ groups }: ArgumentGraph, placed: ReadonlyMap<string, Rectangle>): Markup[] {
  const used = new Map<Rectangle, number>();
  const slot = (card: Rectangle) => {
    const number = used.get(card) ?? 0;
    used.set(card, number + 1);
    return card.x + card.width * (SLOTS[number % SLOTS.length] as number);
  };
  const threads: Markup[] = [];
  for (const { subject, stubs } of groups.flatMap(({ nodes }) => nodes)) {
    for (const { type, isIncoming, key } of stubs) {
      const from = placed.get(subject.key);
      const to = key === null ? undefined : placed.get(key);
      if (isIncoming || !from || !to) continue;
      if (threads.length === MOST_THREADS) return [];
      const d = path(from, slot(from), to, slot(to));
      threads.push(
        element('path', {
          class: `edge thread ${type}`,
          d,
          'marker-end': `url(#demarche-${type})`,
          'aria-hidden': 'true',
        }),
      );
    }
  }
  return threads;
}

/** From the edge of one card to the facing edge of another, above or below. */
function path(from: Rectangle, fromX: number, to: Rectangle, toX: number): string {
  const isUp = to.y < from.y;
  const start = isUp ? from.y : from.y + from.height;
  const end = isUp ? to.y + to.height : to.y;
  const bend = Math.max(36, Math.min(150, Math.abs(end - start) / 2)) * (isUp ? -1 : 1);
  const points = [fromX, start + bend, toX, end - bend, toX, end].map(round);
  return `M${round(fromX)} ${round(start)}C${points.join(' ')}`;
}
