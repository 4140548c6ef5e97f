/** The shape of an actor, by its kind. */
import type { NamedActor } from './scope.ts';
import { element, type Markup, round } from './svg.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
  /** Of the circle that the shape fills. */
  readonly radius: number;
}

/** A state is a square, an organization a rounded one, a group a hexagon, a person a circle; others are dashed. */
export function drawShape(kind: NamedActor['kind'], { x, y, radius }: Spot): Markup {
  const side = radius * 0.88;
  const box = { x: x - side, y: y - side, width: 2 * side, height: 2 * side };
  switch (kind) {
    case 'state':
      return element('rect', { class: 'node', ...box, rx: 1 });
    case 'organization':
      return element('rect', { class: 'node', ...box, rx: side * 0.5 });
    case 'group':
      return element('polygon', { class: 'node', points: hexagon({ x, y, radius }) });
    case 'person':
      return element('circle', { class: 'node', cx: x, cy: y, r: radius });
    default:
      return element('circle', { class: 'node dashed', cx: x, cy: y, r: radius });
  }
}

function hexagon({ x, y, radius }: Spot): string {
  const corner = (index: number) => {
    const angle = (index * Math.PI) / 3;
    return `${round(x + radius * Math.cos(angle))},${round(y + radius * Math.sin(angle))}`;
  };
  return [0, 1, 2, 3, 4, 5].map(corner).join(' ');
}
