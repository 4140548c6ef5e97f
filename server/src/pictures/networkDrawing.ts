/** The actor network: actors as shapes by their kind, demands as arrows, agreement and conflict as lines. */

import { drawShape } from './actorShape.ts';
import { plural } from './argumentDrawing.ts';
import type { Point } from './componentLayout.ts';
import { curve } from './curve.ts';
import { button, type Drawing, type DrawnItem, line } from './drawing.ts';
import { networkLegend } from './legend.ts';
import type { Memory } from './memory.ts';
import {
  type ActorNode,
  type AffinityTie,
  type DemandTie,
  type NetworkGraph,
  OUTCOMES,
} from './networkGraph.ts';
import { placeActors } from './networkLayout.ts';
import type { Subject } from './scope.ts';
import { element, join, type Markup, text } from './svg.ts';
import { type Face, widthOf } from './textWidth.ts';
import { fit, isRightToLeft, wrap } from './wrapText.ts';

const MARGIN = 40;
const NARROWEST = 900;
const NAME: Face = { size: 12, isBold: true };
const NAME_WIDTH = 124;
const OUTCOME_SIGNS = { open: '○', met: '✓', talks: '…', refused: '✕', withdrawn: '↶' } as const;
/** Outcomes as a reader is told of them. */
export const OUTCOME_WORDS = {
  open: 'open',
  met: 'met',
  talks: 'under discussion',
  refused: 'refused',
  withdrawn: 'withdrawn',
} as const;

interface Circle extends Point {
  readonly node: ActorNode;
  readonly radius: number;
  readonly lines: readonly string[];
}

/** Draws a network. */
export function* drawNetwork(
  graph: NetworkGraph,
  { title }: { readonly title: string },
  memory: Memory,
): Generator<void, Drawing> {
  const tied = new Set(
    [...graph.demands, ...graph.affinities].flatMap(({ source, target }) => [source, target]),
  );
  const isTied = ({ actor }: ActorNode) => tied.has(actor.id);
  const measured = graph.actors.map((node) => ({ node, ...measure(node) }));
  yield;
  const linked = place(
    measured.filter(({ node }) => isTied(node)),
    graph,
    memory,
  );
  yield;
  const head = drawHead(title, graph);
  const bounds = boundsOf(linked);
  const width = Math.max(NARROWEST, bounds.width + 2 * MARGIN);
  const shift = { x: (width - bounds.width) / 2 - bounds.left, y: head.height + 24 - bounds.top };
  const circles = linked.map((circle) => ({ ...circle, x: circle.x + shift.x, y: circle.y + shift.y }));
  const alone = placeAlone(
    measured.filter(({ node }) => !isTied(node)),
    width,
    head.height + bounds.height + 70,
  );
  const byId = new Map(circles.map((circle) => [circle.node.actor.id, circle]));
  const ends = ({ source, target }: { readonly source: string; readonly target: string }) =>
    [byId.get(source) as Circle, byId.get(target) as Circle] as const;
  const all = [...circles, ...alone.circles];
  const isEmpty = all.length === 0;
  const body = [
    head.markup,
    ...graph.affinities.map((tie) => drawAffinity(tie, ...ends(tie))),
    ...graph.demands.map((tie) => drawDemand(tie, ...ends(tie))),
    ...all.map((circle, index) => drawActor(circle, index === 0)),
    ...(alone.circles.length > 0 && circles.length > 0 ? [alone.label] : []),
    ...(isEmpty ? [line('empty', 'No actors to show.', { x: MARGIN, y: head.height + 40 })] : []),
  ];
  const summary = `${plural(graph.actors.length, 'actor')}, ${plural(graph.demands.length, 'demand tie')}, ${plural(graph.affinities.length, 'tie')} of agreement or conflict`;
  const note = noteOn(graph);
  const height = alone.circles.length > 0 ? alone.bottom : head.height + bounds.height + 24 + MARGIN;
  return {
    title,
    summary,
    width,
    height: isEmpty ? head.height + 80 : height,
    body: join(body),
    items: itemsOf(graph),
    note,
  };
}

function noteOn({ actors, affinities, omitted }: NetworkGraph): string | null {
  const notes: string[] = [];
  if (omitted.actors > 0)
    notes.push(
      `The ${plural(actors.length, 'actor')} with most statements are shown; ${omitted.actors} more are left out.`,
    );
  if (omitted.affinities > 0)
    notes.push(
      `The ${affinities.length} strongest ties of agreement or conflict are shown; ${omitted.affinities} more are left out.`,
    );
  return notes.length === 0 ? null : `${notes.join(' ')} A filter shows them.`;
}

function itemsOf(graph: NetworkGraph): DrawnItem[] {
  const item = (key: string, subjects: readonly Subject[]) => ({
    key,
    statements: [...new Set(subjects.map(({ statement }) => statement))],
  });
  return [
    ...graph.actors.map(({ actor, subjects }) => item(`actor ${actor.id}`, subjects)),
    ...graph.demands.map((tie) => item(tieKey('demand', tie), tie.subjects)),
    ...graph.affinities.map((tie) => item(tieKey(tie.type, tie), tie.subjects)),
  ];
}

function tieKey(
  type: string,
  { source, target }: { readonly source: string; readonly target: string },
): string {
  return JSON.stringify([type, source, target]);
}

function measure({ actor, subjects }: ActorNode): { radius: number; lines: readonly string[] } {
  return {
    radius: Math.round(Math.min(34, 11 + 3.6 * Math.sqrt(subjects.length))),
    lines: wrap(actor.name, NAME_WIDTH, 2, NAME).lines,
  };
}

function place(
  measured: readonly Omit<Circle, keyof Point>[],
  graph: NetworkGraph,
  memory: Memory,
): Circle[] {
  const bodies = measured.map(({ node, radius, lines }) => ({
    id: node.actor.id,
    radius: Math.max(
      radius + 10,
      ...lines.map((each) => widthOf(each, NAME) / 2 + 4),
      radius / 2 + 12 + 8 * lines.length,
    ),
  }));
  const pulls = [
    ...graph.demands.map(({ source, target, subjects }) => ({ source, target, weight: subjects.length })),
    // Those in conflict are seen together too, if less closely.
    ...graph.affinities.map(({ type, source, target, topics }) => ({
      source,
      target,
      weight: type === 'agree' ? topics.length : 0,
    })),
  ];
  // By id, so that another order of the same texts makes no other picture.
  bodies.sort((a, b) => (a.id < b.id ? -1 : 1));
  const points = memory.get(`network ${JSON.stringify([bodies, pulls])}`, () => placeActors(bodies, pulls));
  const byId = new Map(bodies.map(({ id }, index) => [id, points[index] as Point]));
  return measured.map((each) => ({ ...each, ...(byId.get(each.node.actor.id) as Point) }));
}

function boundsOf(circles: readonly Circle[]): { left: number; top: number; width: number; height: number } {
  if (circles.length === 0) return { left: 0, top: 0, width: 0, height: 0 };
  const half = ({ radius, lines }: Circle) =>
    Math.max(radius, ...lines.map((each) => widthOf(each, NAME) / 2));
  const left = Math.min(...circles.map((each) => each.x - half(each)));
  const top = Math.min(...circles.map((each) => each.y - each.radius));
  const right = Math.max(...circles.map((each) => each.x + half(each)));
  const bottom = Math.max(...circles.map((each) => each.y + each.radius + 8 + 15 * each.lines.length));
  return { left, top, width: right - left, height: bottom - top };
}

/** Actors without ties, in rows below the others. */
function placeAlone(
  measured: readonly Omit<Circle, keyof Point>[],
  width: number,
  top: number,
): { circles: Circle[]; label: Markup; bottom: number } {
  const cell = NAME_WIDTH + 20;
  const perRow = Math.max(1, Math.floor((width - 2 * MARGIN) / cell));
  const circles = measured.map((each, index) => ({
    ...each,
    x: MARGIN + cell * ((index % perRow) + 0.5),
    y: top + 50 + Math.floor(index / perRow) * 118,
  }));
  const label = join([
    element('line', { class: 'rule', x1: MARGIN, x2: width - MARGIN, y1: top - 22, y2: top - 22 }),
    line('byline', 'Without ties to others', { x: MARGIN, y: top }),
  ]);
  return { circles, label, bottom: top + 50 + Math.ceil(measured.length / perRow) * 118 };
}

function drawHead(title: string, graph: NetworkGraph): { markup: Markup; height: number } {
  const isRtl = isRightToLeft(title);
  const legend = networkLegend(
    graph,
    { x: MARGIN, y: 26 },
    OUTCOME_SIGNS,
    OUTCOME_WORDS,
    NARROWEST - 2 * MARGIN,
  );
  const x = isRtl ? NARROWEST - MARGIN : MARGIN;
  const heading = line(
    'document',
    fit(title, NARROWEST - 2 * MARGIN, { size: 25, isBold: true, isSerif: true }),
    {
      x,
      y: legend.height + 34,
      isRtl,
    },
  );
  return { markup: join([legend.markup, heading]), height: legend.height + 50 };
}

function drawActor({ x, y, radius, lines, node }: Circle, isFirst: boolean): Markup {
  const { actor, claims, demands, received } = node;
  const kind = actor.kind === null ? '' : `, ${actor.kind}`;
  const label = `${actor.name}${kind}: ${plural(claims, 'claim')}, ${plural(demands, 'demand')}, ${received} received`;
  const isRtl = isRightToLeft(actor.name);
  const top = y + radius + 16;
  const spans = lines.map((each, index) => element('tspan', { x, dy: index === 0 ? 0 : 15 }, text(each)));
  const attributes = { class: 'name', x, y: top, 'text-anchor': 'middle', direction: isRtl ? 'rtl' : null };
  return button(
    `actor ${actor.id}`,
    `actor ${actor.kind ?? 'unknown'}`,
    label,
    isFirst,
    drawShape(actor.kind, { x, y, radius }),
    element('text', attributes, ...spans),
  );
}

function drawDemand(tie: DemandTie, from: Circle, to: Circle): Markup {
  const { path, middle } = curve(from, to, 30, 7);
  const outcomes = OUTCOMES.filter((outcome) => tie.outcomes[outcome] > 0);
  const words = outcomes.map((outcome) => `${tie.outcomes[outcome]} ${OUTCOME_WORDS[outcome]}`).join(', ');
  const label = `${from.node.actor.name} makes ${plural(tie.subjects.length, 'demand')} of ${to.node.actor.name}: ${words}`;
  const shown = outcomes.map((outcome) => `${OUTCOME_SIGNS[outcome]}${tie.outcomes[outcome]}`).join(' ');
  const width = Math.min(5, 1 + tie.subjects.length * 0.6);
  return button(
    tieKey('demand', tie),
    'tie asks',
    label,
    false,
    element('path', { class: 'hit', d: path }),
    element('path', {
      class: 'edge asks',
      d: path,
      'stroke-width': width,
      'marker-end': 'url(#demarche-asks)',
    }),
    ...drawLabel('count', shown, middle),
  );
}

function drawAffinity(tie: AffinityTie, from: Circle, to: Circle): Markup {
  const { path, middle } = curve(from, to, tie.type === 'agree' ? 0 : -16, 0);
  const verb = tie.type === 'agree' ? 'agree on' : 'conflict on';
  const label = `${from.node.actor.name} and ${to.node.actor.name} ${verb} ${tie.topics.map(({ name }) => name).join(', ')}`;
  const sign = tie.type === 'agree' ? '=' : '≠';
  return button(
    tieKey(tie.type, tie),
    `tie ${tie.type}`,
    label,
    false,
    element('path', { class: 'hit', d: path }),
    element('path', { class: `edge ${tie.type}`, d: path }),
    ...(tie.topics.length > 1 ? drawLabel(`count ${tie.type}`, `${sign}${tie.topics.length}`, middle) : []),
  );
}

function drawLabel(kind: string, words: string, { x, y }: Point): Markup[] {
  const width = widthOf(words, { size: 10.5 }) + 6;
  return [
    element('rect', { class: 'ground', x: x - width / 2, y: y - 8, width, height: 16, rx: 3 }),
    element('text', { class: kind, x, y: y + 3.5, 'text-anchor': 'middle' }, text(words)),
  ];
}
