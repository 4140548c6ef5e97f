/** What the shapes and lines of a picture mean; only those that are in it. */

import { RELATIONS } from '../codebook/attributes.ts';
import { ACTOR_KINDS } from '../codebook/codebook.ts';
import { drawShape } from './actorShape.ts';
import type { ArgumentGraph } from './argumentGraph.ts';
import { line } from './drawing.ts';
import { type NetworkGraph, OUTCOMES, type Outcome } from './networkGraph.ts';
import { element, join, type Markup } from './svg.ts';
import { widthOf } from './textWidth.ts';

interface Sign {
  readonly name: string;
  readonly width: number;
  /** Drawn from where it starts, its middle at 0. */
  readonly markup: Markup;
}

/** The legend of an argument map, with the arrow heads that its lines use. */
export function argumentLegend(
  graph: ArgumentGraph,
  place: { readonly x: number; readonly y: number },
  width: number,
): { markup: Markup; height: number } {
  const kinds = new Set(graph.groups.flatMap((group) => group.nodes.map(({ subject }) => subject.kind)));
  const types = new Set(
    graph.groups.flatMap(({ edges, nodes }) => [
      ...edges.map(({ type }) => type),
      ...nodes.flatMap(({ stubs }) => stubs.filter(({ key }) => key !== null).map(({ type }) => type)),
    ]),
  );
  const signs: Sign[] = [];
  if (kinds.has('claim'))
    signs.push({
      name: 'claim',
      width: 22,
      markup: element('rect', { class: 'card', x: 0, y: -7, width: 22, height: 14, rx: 5 }),
    });
  if (kinds.has('demand'))
    signs.push({
      name: 'demand',
      width: 22,
      markup: join([
        element('path', { class: 'card', d: 'M0 -7H18L22 -3V3L18 7H0Z' }),
        element('rect', { class: 'bar', x: 0, y: -7, width: 3, height: 14 }),
      ]),
    });
  const nodes = graph.groups.flatMap((group) => group.nodes);
  for (const [position, sign, name] of [
    ['support', '+', 'for the topic'],
    ['oppose', '−', 'against it'],
  ] as const) {
    if (nodes.some(({ subject }) => subject.meaning.position === position && subject.topics.length > 0))
      signs.push({ name, width: 8, markup: line('key', sign, { x: 0, y: 3.5 }) });
  }
  for (const type of RELATIONS)
    if (types.has(type)) signs.push({ name: type, width: 38, markup: sample(`edge ${type}`, type) });
  const { markup, height } = drawSigns(signs, place, width);
  return { markup: join([MARKERS, markup]), height };
}

/** A short line as those in the picture. */
function sample(kind: string, marker: string | null): Markup {
  return element('path', { class: kind, d: 'M0 0H34', 'marker-end': marker && `url(#demarche-${marker})` });
}

/** Signs with their names in rows. @param width of a row */
function drawSigns(
  signs: readonly Sign[],
  place: { readonly x: number; readonly y: number },
  width: number,
): { markup: Markup; height: number } {
  let left = place.x;
  let { y } = place;
  const drawn = signs.map((sign) => {
    const room = sign.width + 8 + Math.round(widthOf(sign.name, { size: 11 }));
    if (left > place.x && left + room > place.x + width) {
      left = place.x;
      y += 22;
    }
    const shift = `translate(${left} ${y})`;
    const shown = element(
      'g',
      { transform: shift },
      sign.markup,
      line('key', sign.name, { x: sign.width + 8, y: 3.5 }),
    );
    left += room + 20;
    return shown;
  });
  const markup = element('g', { class: 'legend', 'aria-hidden': 'true' }, ...drawn);
  return { markup, height: signs.length > 0 ? y + 14 : 0 };
}

function marker(name: string, refX: number, shape: Markup): Markup {
  const attributes = {
    id: `demarche-${name}`,
    viewBox: '0 0 12 12',
    refX,
    refY: 6,
    markerWidth: 12,
    markerHeight: 12,
  };
  return element(
    'marker',
    { ...attributes, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse' },
    shape,
  );
}

/** Arrow heads, told apart by their shapes: full, barred, round, open. */
const MARKERS = element(
  'defs',
  {},
  marker('supports', 11, element('path', { class: 'head supports', d: 'M1 1.5L11 6L1 10.5Z' })),
  marker('rebuts', 11, element('path', { class: 'head rebuts open', d: 'M10 0.5V11.5M2 1.5L9 6L2 10.5' })),
  marker('rephrases', 11, element('circle', { class: 'head rephrases open', cx: 6.5, cy: 6, r: 3.5 })),
  marker('answers', 11, element('path', { class: 'head answers open', d: 'M2 1.5L10.5 6L2 10.5' })),
);

/** The legend of a network, with the arrow head that its lines use. */
export function networkLegend(
  { actors, demands, affinities }: NetworkGraph,
  place: { readonly x: number; readonly y: number },
  outcomeSigns: Readonly<Record<Outcome, string>>,
  outcomeWords: Readonly<Record<Outcome, string>>,
  width: number,
): { markup: Markup; height: number } {
  const signs: Sign[] = [];
  for (const kind of ACTOR_KINDS) {
    if (!actors.some(({ actor }) => actor.kind === kind)) continue;
    signs.push({ name: kind, width: 16, markup: drawShape(kind, { x: 8, y: 0, radius: 8 }) });
  }
  if (demands.length > 0)
    signs.push({ name: 'demands of', width: 38, markup: sample('edge asks thin', 'asks') });
  for (const outcome of OUTCOMES) {
    if (!demands.some(({ outcomes }) => outcomes[outcome] > 0)) continue;
    const markup = line('count', outcomeSigns[outcome], { x: 0, y: 3.5 });
    signs.push({ name: outcomeWords[outcome], width: 12, markup });
  }
  for (const [type, name] of [
    ['agree', 'agree (topics)'],
    ['conflict', 'conflict (topics)'],
  ] as const) {
    if (affinities.some((tie) => tie.type === type))
      signs.push({ name, width: 38, markup: sample(`edge ${type}`, null) });
  }
  const { markup, height } = drawSigns(signs, place, width);
  return { markup: join([NETWORK_MARKERS, markup]), height };
}

const NETWORK_MARKERS = element(
  'defs',
  {},
  marker('asks', 11, element('path', { class: 'head asks', d: 'M1 1.5L11 6L1 10.5Z' })),
);
