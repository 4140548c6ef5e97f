import { expect, test } from 'vitest';
import { type Box, type Direction, nearest } from '../../client/webview/geometry.ts';

const box = (left: number, top: number): Box => ({ left, top, right: left + 100, bottom: top + 60 });

/** Two rows of three, the lower one moved a little to the right. */
const GRID = [box(0, 0), box(150, 0), box(300, 0), box(20, 100), box(170, 100), box(320, 100)];

test.each<[number, Direction, number]>([
  [0, 'right', 1],
  [1, 'right', 2],
  [2, 'left', 1],
  [1, 'down', 4],
  [5, 'up', 2],
  [3, 'right', 4],
])('from %d to the %s is %d', (from, direction, to) => {
  expect(nearest(GRID[from] as Box, GRID, direction)).toBe(to);
});

test('beyond the last there is nothing', () => {
  expect(nearest(GRID[0] as Box, GRID.slice(0, 3), 'up')).toBe(-1);
  expect(nearest(GRID[0] as Box, GRID.slice(0, 1), 'right')).toBe(-1);
});
