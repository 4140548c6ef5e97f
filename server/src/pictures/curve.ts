/** Lines between round things. */
import type { Point } from './componentLayout.ts';
import { round } from './svg.ts';

interface Disc extends Point {
  readonly radius: number;
}

/** A curve from the rim of one circle to that of another. @param bow how far its middle stands off, to the left */
export function curve(from: Disc, to: Disc, bow: number, gap: number): { path: string; middle: Point } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const bend = {
    x: (from.x + to.x) / 2 + (dy / length) * bow * 2,
    y: (from.y + to.y) / 2 - (dx / length) * bow * 2,
  };
  const start = rim(from, bend, 3);
  const end = rim(to, bend, 3 + gap / 2);
  const middle = { x: start.x / 4 + bend.x / 2 + end.x / 4, y: start.y / 4 + bend.y / 2 + end.y / 4 };
  const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
  return { path: `M${at(start)}Q${at(bend)} ${at(end)}`, middle };
}

function rim({ x, y, radius }: Disc, towards: Point, gap: number): Point {
  const length = Math.hypot(towards.x - x, towards.y - y) || 1;
  const share = (radius + gap) / length;
  return { x: x + (towards.x - x) * share, y: y + (towards.y - y) * share };
}
