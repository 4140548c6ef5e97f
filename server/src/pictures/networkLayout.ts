/** Where actors stand: pulled together by their ties, pushed apart by their names. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { fingerprint } from '../model/identity.ts';
import type { Point } from './componentLayout.ts';

export interface Body {
  readonly id: string;
  /** Half of the room that it needs with its name. */
  readonly radius: number;
}

export interface Pull {
  readonly source: string;
  readonly target: string;
  /** From 0 up. */
  readonly weight: number;
}

/** The parts of a picture that holds still: fewer ticks leave it moving, more change nothing that one sees. */
const TICKS = 260;

interface Node extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
}

/**
 * The middles of the bodies, around 0, 0. Always the same for the same network; each body starts where its own id
 * puts it, so that one more leaves the others about where they were.
 */
export function placeActors(bodies: readonly Body[], pulls: readonly Pull[]): Point[] {
  const spread = 80 * Math.sqrt(bodies.length);
  const nodes: Node[] = bodies.map(({ id, radius }) => {
    const digits = fingerprint(id);
    const angle = (Number.parseInt(digits.slice(0, 8), 16) / 2 ** 32) * 2 * Math.PI;
    const distance = Math.sqrt(Number.parseInt(digits.slice(8, 16), 16) / 2 ** 32) * spread;
    return { id, radius, x: Math.cos(angle) * distance * 1.5, y: Math.sin(angle) * distance };
  });
  const links = pulls.map(({ source, target, weight }) => ({ source, target, weight }));
  const simulation = forceSimulation(nodes)
    .randomSource(seeded(1))
    .force(
      'link',
      forceLink<Node, (typeof links)[number]>(links)
        .id((node) => node.id)
        .distance(({ source, target }) => radiusOf(source) + radiusOf(target) + 96)
        .strength(({ weight }) => Math.min(0.5, 0.08 + 0.05 * weight)),
    )
    .force('charge', forceManyBody<Node>().strength(-1300).distanceMax(900))
    .force('collide', forceCollide<Node>((node) => node.radius + 10).iterations(2))
    // Pages are wider than high.
    .force('x', forceX<Node>(0).strength(0.045))
    .force('y', forceY<Node>(0).strength(0.085))
    .stop();
  simulation.tick(TICKS);
  return nodes.map(({ x, y }) => ({ x: x ?? 0, y: y ?? 0 }));
}

function radiusOf(node: unknown): number {
  return (node as Node).radius;
}

/** Numbers from 0 to 1 that only look like chance (a linear congruential generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
