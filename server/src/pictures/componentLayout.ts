/** Where the cards of one connected part of an argument stand, conclusions before their reasons. */
import { Graph, layout } from '@dagrejs/dagre';
import type { Memory } from './memory.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line from one box to another, by their indexes. */
export interface Link {
  readonly source: number;
  readonly target: number;
  /** How much room its label takes; 0 without one. */
  readonly label: number;
}

export interface Placed extends Box {
  /** Upper left corners, as the boxes. */
  readonly boxes: readonly Point[];
  /** As the links, from source to target; `label` is the middle of the label. */
  readonly links: readonly { readonly points: readonly Point[]; readonly label: Point }[];
}

const LABEL_HEIGHT = 18;

/** Lays out a connected part. The same boxes and links are laid out once. */
export function placeComponent(boxes: readonly Box[], links: readonly Link[], memory: Memory): Placed {
  const [only] = boxes;
  if (only && boxes.length === 1) return { ...only, boxes: [{ x: 0, y: 0 }], links: [] };
  const shape = [boxes.map((box) => [box.width, box.height]), links.map((link) => Object.values(link))];
  return memory.get(`component ${JSON.stringify(shape)}`, () => place(boxes, links));
}

function place(boxes: readonly Box[], links: readonly Link[]): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'RL', nodesep: 22, edgesep: 14, ranksep: 64 });
  boxes.forEach(({ width, height }, index) => graph.setNode(String(index), { width, height }));
  links.forEach(({ source, target, label }, index) => {
    const room = label > 0 ? { width: label, height: LABEL_HEIGHT, labelpos: 'c' } : { width: 0, height: 0 };
    graph.setEdge(String(source), String(target), room, String(index));
  });
  layout(graph);
  const centres = boxes.map((_, index) => graph.node(String(index)) as Point);
  const lines = links.map(({ source, target }, index) => {
    const edge = graph.edge(String(source), String(target), String(index)) as {
      points: Point[];
      x?: number;
      y?: number;
    };
    const middle = edge.points[edge.points.length >> 1] as Point;
    return { points: edge.points, label: { x: edge.x ?? middle.x, y: edge.y ?? middle.y } };
  });
  return fromCorner(boxes, centres, lines);
}

/** Shifts all that is placed so that it starts at 0, 0. */
function fromCorner(boxes: readonly Box[], centres: readonly Point[], lines: Placed['links']): Placed {
  const corners = centres.map(({ x, y }, index) => {
    const { width, height } = boxes[index] as Box;
    return { x: x - width / 2, y: y - height / 2 };
  });
  const points = lines.flatMap((each) => each.points);
  const ends = corners.map(({ x, y }, index) => {
    const { width, height } = boxes[index] as Box;
    return { x: x + width, y: y + height };
  });
  const all = [...corners, ...ends, ...points];
  const left = lowest(all.map((point) => point.x));
  const top = lowest(all.map((point) => point.y));
  const shift = ({ x, y }: Point) => ({ x: x - left, y: y - top });
  return {
    width: -lowest(all.map((point) => -point.x)) - left,
    height: -lowest(all.map((point) => -point.y)) - top,
    boxes: corners.map(shift),
    links: lines.map(({ points: each, label }) => ({ points: each.map(shift), label: shift(label) })),
  };
}

function lowest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
