/** Puts boxes into columns, in their order, each as high up as it goes. */
import type { Box, Point } from './componentLayout.ts';

export interface Columns {
  readonly count: number;
  readonly width: number;
  /** Between columns, and between boxes in one. */
  readonly gap: number;
  /** A box of so many columns begins at a multiple of that, so that like stands under like. */
  readonly step: number;
}

/** How many columns a box takes. */
export function columnsFor({ width }: Box, columns: Pick<Columns, 'width' | 'gap'>): number {
  return Math.max(1, Math.ceil((width + columns.gap) / (columns.width + columns.gap) - 0.001));
}

/** Upper left corners, as the boxes, and the height of all. */
export function pack(
  boxes: readonly Box[],
  columns: Columns,
): { readonly places: readonly Point[]; readonly height: number } {
  const filled = new Array<number>(columns.count).fill(0);
  let height = 0;
  const places = boxes.map((box) => {
    const span = Math.min(columnsFor(box, columns), columns.count);
    let best = 0;
    let bestTop = Number.POSITIVE_INFINITY;
    const step = span === columns.step ? columns.step : 1;
    for (let column = 0; column + span <= columns.count; column += step) {
      const top = Math.max(...filled.slice(column, column + span));
      if (top < bestTop) {
        best = column;
        bestTop = top;
      }
    }
    filled.fill(bestTop + box.height + columns.gap, best, best + span);
    height = Math.max(height, bestTop + box.height);
    return { x: best * (columns.width + columns.gap), y: bestTop };
  });
  return { places, height };
}
