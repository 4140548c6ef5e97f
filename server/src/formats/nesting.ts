/**
 * Spans that may overlap as pieces that only nest: where two cross, one ends and goes on inside the other. Formats
 * with tags (ours too) can write nothing else.
 */

export interface Span<T> {
  readonly start: number;
  readonly end: number;
  readonly item: T;
  /** Whether it may be cut where it crosses another; one of two that cross is, whatever they say. */
  readonly divisible: boolean;
}

/** A part of a span. */
export interface Piece<T> {
  readonly start: number;
  readonly end: number;
  readonly item: T;
  /** Index of the piece around it, or -1. */
  readonly parent: number;
}

interface Open<T> extends Span<T> {
  readonly index: number;
}

/**
 * The pieces of spans, in the order in which they open. Of two with the same range, the one given first is around
 * the other. Costs n log n, and one step more for each cut.
 */
export function nest<T>(spans: readonly Span<T>[]): Piece<T>[] {
  const queue = new StartOrder(spans);
  const pieces: { start: number; end: number; item: T; parent: number }[] = [];
  const open: Open<T>[] = [];
  for (let span = queue.next(); span !== null; span = queue.next()) {
    while (open.length > 0 && (open.at(-1) as Open<T>).end <= span.start) open.pop();
    const crossing = open.findIndex(({ end }) => end < (span as Span<T>).end);
    if (crossing >= 0) {
      const crossed = open.slice(crossing);
      const cutsOuter =
        !span.divisible && crossed.every((each) => each.divisible && each.start < (span as Span<T>).start);
      if (cutsOuter) {
        for (const { index, ...rest } of crossed) {
          (pieces[index] as { end: number }).end = span.start;
          queue.add({ ...rest, start: span.start }, queue.orderOf(rest));
        }
        open.length = crossing;
      } else {
        const { end } = open.at(-1) as Open<T>;
        queue.add({ ...span, start: end }, queue.orderOf(span));
        span = { ...span, end };
      }
    }
    const index = pieces.length;
    pieces.push({ start: span.start, end: span.end, item: span.item, parent: open.at(-1)?.index ?? -1 });
    open.push({ ...span, index });
  }
  return pieces;
}

/** Spans in the order of their starts, longer ones first; parts of spans can be added on the way. */
class StartOrder<T> {
  readonly #heap: { span: Span<T>; order: number }[] = [];
  readonly #orders = new Map<T, number>();

  constructor(spans: readonly Span<T>[]) {
    spans.forEach((span, order) => {
      if (!this.#orders.has(span.item)) this.#orders.set(span.item, order);
      this.add(span, order);
    });
  }

  orderOf({ item }: Span<T>): number {
    return this.#orders.get(item) ?? 0;
  }

  add(span: Span<T>, order: number): void {
    const heap = this.#heap;
    heap.push({ span, order });
    for (let at = heap.length - 1; at > 0; ) {
      const up = (at - 1) >> 1;
      if (!this.#isBefore(at, up)) break;
      this.#swap(at, up);
      at = up;
    }
  }

  next(): Span<T> | null {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined) return null;
    const last = heap.pop() as { span: Span<T>; order: number };
    if (heap.length > 0) {
      heap[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2])
          if (child < heap.length && this.#isBefore(child, least)) least = child;
        if (least === at) break;
        this.#swap(at, least);
        at = least;
      }
    }
    return first.span;
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]] as [
      { span: Span<T>; order: number },
      { span: Span<T>; order: number },
    ];
    return (
      (one.span.start - other.span.start || other.span.end - one.span.end || one.order - other.order) < 0
    );
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    [heap[a], heap[b]] = [heap[b] as (typeof heap)[number], heap[a] as (typeof heap)[number]];
  }
}
