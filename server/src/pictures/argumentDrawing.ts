/** The argument map: sections under each other, in each its connected parts, in these cards and lines. */
import type { ArgumentEdge, ArgumentGraph, ArgumentGroup } from './argumentGraph.ts';
import { CARD_WIDTH, type Card, cardOf, drawCard } from './card.ts';
import { type Placed, type Point, placeComponent } from './componentLayout.ts';
import { componentsOf } from './components.ts';
import { type Drawing, line } from './drawing.ts';
import { argumentLegend } from './legend.ts';
import type { Memory } from './memory.ts';
import { columnsFor, pack } from './packing.ts';
import { element, join, type Markup, round, text } from './svg.ts';
import { widthOf } from './textWidth.ts';
import { drawThreads, type Rectangle } from './threads.ts';
import { fit, isRightToLeft } from './wrapText.ts';

const MARGIN = 36;
const GAP = 26;
/** Half a card: connected parts are of all widths. */
const COLUMN = { width: (CARD_WIDTH - GAP) / 2, gap: GAP, step: 2 };
const FEWEST_COLUMNS = 8;

/** A connected part with its cards, laid out. */
interface Part extends Placed {
  readonly group: ArgumentGroup;
  readonly nodes: readonly number[];
  readonly edges: readonly ArgumentEdge[];
  readonly cards: readonly Card[];
}

/** Draws an argument; yields after each part, so that long work can be stopped. */
export function* drawArgument(
  graph: ArgumentGraph,
  { title, note }: { readonly title: string; readonly note: string | null },
  memory: Memory,
): Generator<void, Drawing> {
  const parts: Part[][] = [];
  for (const group of graph.groups) {
    parts.push(layOut(group, memory));
    yield;
  }
  const spans = parts.flat().map((part) => columnsFor(part, COLUMN));
  const count = Math.max(FEWEST_COLUMNS, ...new Set(spans));
  const width = 2 * MARGIN + count * (COLUMN.width + COLUMN.gap) - COLUMN.gap;
  const edges = graph.groups.flatMap((group) => group.edges);
  const legend = argumentLegend(graph, { x: MARGIN, y: 26 }, width - 2 * MARGIN);
  const body: Markup[] = [];
  const placed = new Map<string, Rectangle>();
  let y = legend.height;
  let isFirst = true;
  for (const [index, group] of graph.groups.entries()) {
    const head = drawHead(group, y, width);
    body.push(head.markup);
    y += head.height;
    const own = parts[index] as Part[];
    const mirror = isRightToLeft(group.document.title) ? width : null;
    const { places, height } = pack(own, { ...COLUMN, count });
    for (const [each, part] of own.entries()) {
      const { x, y: top } = places[each] as Point;
      const origin = { x: MARGIN + x, y: y + top };
      body.push(drawPart(part, { origin, mirror }, isFirst, placed));
      isFirst = false;
    }
    y += height + 44;
    yield;
  }
  if (graph.groups.length === 0) {
    body.push(line('empty', 'No statements to show.', { x: MARGIN, y: y + 40 }));
    y += 80;
  }
  const threads = drawThreads(graph, placed);
  const summary = `${plural(graph.subjects, 'statement')}, ${plural(edges.length + threads.length, 'relation')}`;
  const items = graph.groups.flatMap((group) =>
    group.nodes.map(({ subject }) => ({ key: subject.key, statements: [subject.statement] })),
  );
  return { title, summary, width, height: y, body: join([legend.markup, ...threads, ...body]), items, note };
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function layOut(group: ArgumentGroup, memory: Memory): Part[] {
  const parts: Part[] = [];
  const index = new Map(group.nodes.map((node, position) => [node.subject, position]));
  const pairs = group.edges.map(
    (edge) => [index.get(edge.source) as number, index.get(edge.target) as number] as const,
  );
  for (const { nodes, links } of componentsOf(group.nodes.length, pairs)) {
    const cards = nodes.map((node) => cardOf(group.nodes[node] as ArgumentGroup['nodes'][number], memory));
    const within = new Map(nodes.map((node, position) => [node, position]));
    const edges = links.map((link) => group.edges[link] as ArgumentEdge);
    const placed = placeComponent(
      cards.map(({ height }) => ({ width: CARD_WIDTH, height })),
      links.map((link) => {
        const [source, target] = pairs[link] as readonly [number, number];
        const label = labelWidth(group.edges[link] as ArgumentEdge);
        return { source: within.get(source) as number, target: within.get(target) as number, label };
      }),
      memory,
    );
    parts.push({ ...placed, group, nodes, edges, cards });
  }
  // What is connected first: single cards fill what is left.
  return [
    ...parts.filter(({ links }) => links.length > 0),
    ...parts.filter(({ links }) => links.length === 0),
  ];
}

function labelWidth({ response }: ArgumentEdge): number {
  return response === null ? 0 : Math.round(widthOf(response, { size: 10.5 })) + 12;
}

function drawHead(group: ArgumentGroup, top: number, width: number): { markup: Markup; height: number } {
  const room = width - 2 * MARGIN;
  const parts: Markup[] = [];
  let y = top;
  const put = (kind: string, words: string, size: number) => {
    const isRtl = isRightToLeft(words);
    const shown = fit(words, room, { size, isBold: true, isSerif: true });
    parts.push(line(kind, shown, { x: isRtl ? width - MARGIN : MARGIN, y, isRtl }));
  };
  if (group.isFirst) {
    y += 34;
    put('document', group.document.title, 25);
    if (group.document.byline !== '') {
      y += 21;
      put('byline', group.document.byline, 11.5);
    }
    y += 16;
  }
  if (group.heading !== '' && !(group.isFirst && group.heading === group.document.title)) {
    parts.push(element('line', { class: 'rule', x1: MARGIN, x2: width - MARGIN, y1: y + 2, y2: y + 2 }));
    y += 27;
    put('section', group.heading, 16);
    y += 18;
  } else {
    parts.push(element('line', { class: 'rule', x1: MARGIN, x2: width - MARGIN, y1: y + 2, y2: y + 2 }));
    y += 22;
  }
  return { markup: join(parts), height: y - top };
}

/** Where a part goes. What is read from right to left is mirrored: conclusions at the right. */
interface Setting {
  readonly origin: Point;
  /** The width of the picture, to mirror in; null for what is read from left to right. */
  readonly mirror: number | null;
}

function drawPart(
  part: Part,
  { origin, mirror }: Setting,
  isFirst: boolean,
  placed: Map<string, Rectangle>,
): Markup {
  const move = ({ x, y }: Point, width = 0): Point => {
    const left = origin.x + x;
    return { x: mirror === null ? left : mirror - left - width, y: origin.y + y };
  };
  const lines = part.links.map(({ points, label }, index) =>
    drawEdge(
      part.edges[index] as ArgumentEdge,
      points.map((point) => move(point)),
      move(label),
    ),
  );
  const cards = part.nodes.map((node, index) => {
    const card = part.cards[index] as Card;
    const place = move(part.boxes[index] as Point, CARD_WIDTH);
    const { subject } = part.group.nodes[node] as ArgumentGroup['nodes'][number];
    placed.set(subject.key, { ...place, width: CARD_WIDTH, height: card.height });
    return drawCard(card, subject, place, isFirst && index === 0);
  });
  return join([...lines, ...cards]);
}

function drawEdge({ type, response }: ArgumentEdge, points: readonly Point[], { x, y }: Point): Markup {
  const path = element('path', {
    class: `edge ${type}`,
    d: smooth(points),
    'marker-end': `url(#demarche-${type})`,
  });
  if (response === null) return element('g', { 'aria-hidden': 'true' }, path);
  const width = Math.round(widthOf(response, { size: 10.5 })) + 8;
  return element(
    'g',
    { 'aria-hidden': 'true' },
    path,
    element('rect', { class: 'ground', x: x - width / 2, y: y - 9, width, height: 18 }),
    element('text', { class: 'response', x, y: y + 3.5, 'text-anchor': 'middle' }, text(response)),
  );
}

/** A curve along points that leaves the first and reaches the last of them. */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points as readonly [Point, ...Point[]];
  const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
  let d = `M${at(first)}`;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) return;
    const isLast = index === rest.length - 2;
    const end = isLast ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    d += `Q${at(point)} ${at(end)}`;
  });
  return rest.length === 1 ? `${d}L${at(rest[0] as Point)}` : d;
}
