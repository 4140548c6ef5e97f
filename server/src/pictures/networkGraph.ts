/** Actors as a graph: who demands of whom and with what success, who agrees or conflicts with whom on which topics. */
import { rowsOf } from './ledger.ts';
import type { Named, NamedActor, Scope, Subject } from './scope.ts';

/** More are not drawn: those with the fewest ties go first. */
export const MOST_ACTORS = 150;

/** Where everybody has a view of everything, lines between all say nothing: the strongest ties are drawn. */
export const MOST_AFFINITIES = 300;

/** What became of demands, from the reader's point of view. */
export const OUTCOMES = ['open', 'met', 'talks', 'refused', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const OUTCOME_OF: Readonly<Record<string, Outcome>> = {
  accede: 'met',
  agree: 'met',
  negotiate: 'talks',
  counter: 'talks',
  decline: 'refused',
  reject: 'refused',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

export interface NetworkGraph {
  readonly actors: readonly ActorNode[];
  readonly demands: readonly DemandTie[];
  readonly affinities: readonly AffinityTie[];
  /** How many actors, and ties of agreement or conflict, were left out. */
  readonly omitted: { readonly actors: number; readonly affinities: number };
}

export interface ActorNode {
  readonly actor: NamedActor;
  readonly claims: number;
  readonly demands: number;
  readonly received: number;
  readonly subjects: readonly Subject[];
}

/** The demands of one actor of another. */
export interface DemandTie {
  readonly source: string;
  readonly target: string;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly subjects: readonly Subject[];
}

/** The topics on which two actors take the same position (congruence) or opposite ones (conflict). */
export interface AffinityTie {
  readonly type: 'agree' | 'conflict';
  readonly source: string;
  readonly target: string;
  readonly topics: readonly Named[];
  readonly subjects: readonly Subject[];
}

interface Standing {
  readonly actor: string;
  readonly support: Subject[];
  readonly oppose: Subject[];
}

/** The network of a scope. Linear in its statements, and for each topic quadratic in the drawn actors with a position. */
export function* networkGraph(scope: Scope): Generator<void, NetworkGraph> {
  const nodes = new Map<
    string,
    { -readonly [K in keyof ActorNode]: ActorNode[K] } & { subjects: Subject[] }
  >();
  const ties = new Map<
    string,
    { source: string; target: string; outcomes: Record<Outcome, number>; subjects: Subject[] }
  >();
  const nodeOf = (actor: NamedActor) => {
    let node = nodes.get(actor.id);
    if (node === undefined) {
      node = { actor, claims: 0, demands: 0, received: 0, subjects: [] };
      nodes.set(actor.id, node);
    }
    return node;
  };
  for (const subject of scope.subjects) {
    for (const actor of subject.by) {
      const node = nodeOf(actor);
      if (subject.kind === 'claim') node.claims++;
      else node.demands++;
      node.subjects.push(subject);
    }
    if (subject.kind === 'demand') {
      for (const actor of subject.to) {
        const node = nodeOf(actor);
        node.received++;
        if (!subject.by.some(({ id }) => id === actor.id)) node.subjects.push(subject);
      }
      addTies(scope, subject, ties);
    }
    yield;
  }
  const drawn = [...nodes.values()].sort(
    (a, b) => b.subjects.length - a.subjects.length || (a.actor.id < b.actor.id ? -1 : 1),
  );
  const actors = drawn.slice(0, MOST_ACTORS);
  const kept = new Set(actors.map(({ actor }) => actor.id));
  const demands = [...ties.values()].filter(({ source, target }) => kept.has(source) && kept.has(target));
  const affinities = yield* affinitiesOf(scope, kept);
  return {
    actors,
    demands,
    affinities: affinities.ties,
    omitted: { actors: drawn.length - actors.length, affinities: affinities.omitted },
  };
}

function addTies(
  scope: Scope,
  subject: Subject,
  ties: Map<
    string,
    { source: string; target: string; outcomes: Record<Outcome, number>; subjects: Subject[] }
  >,
): void {
  for (const { addressee, state } of rowsOf(scope, subject)) {
    if (addressee === null) continue;
    for (const { id } of subject.by) {
      if (id === addressee.id) continue;
      const key = JSON.stringify([id, addressee.id]);
      let tie = ties.get(key);
      if (tie === undefined) {
        const outcomes = { open: 0, met: 0, talks: 0, refused: 0, withdrawn: 0 };
        tie = { source: id, target: addressee.id, outcomes, subjects: [] };
        ties.set(key, tie);
      }
      // A response that the language does not know leaves the demand open.
      tie.outcomes[OUTCOME_OF[state ?? ''] ?? 'open']++;
      tie.subjects.push(subject);
    }
  }
}

/** Pairs of actors with the topics that they agree or conflict on. */
interface Pairing {
  readonly type: AffinityTie['type'];
  readonly source: string;
  readonly target: string;
  readonly on: { readonly topic: Named; readonly a: Standing; readonly b: Standing }[];
}

function* affinitiesOf(
  scope: Scope,
  kept: ReadonlySet<string>,
): Generator<void, { readonly ties: AffinityTie[]; readonly omitted: number }> {
  const order = [...kept].sort();
  const rank = new Map(order.map((id, index) => [id, index]));
  const pairs = { agree: new Map<number, Pairing>(), conflict: new Map<number, Pairing>() };
  const add = (type: AffinityTie['type'], first: Standing, second: Standing, topic: Named) => {
    const ranks = [first, second].map(({ actor }) => rank.get(actor) as number) as [number, number];
    const [a, b] = ranks[0] < ranks[1] ? [first, second] : [second, first];
    const key = Math.min(...ranks) * order.length + Math.max(...ranks);
    const pairing = pairs[type].get(key);
    if (pairing) pairing.on.push({ topic, a, b });
    else pairs[type].set(key, { type, source: a.actor, target: b.actor, on: [{ topic, a, b }] });
  };
  for (const { topic, standings } of positionsOf(scope, kept)) {
    for (const [index, a] of standings.entries()) {
      for (const b of standings.slice(index + 1)) {
        if (agreeing(a, b).length > 0) add('agree', a, b, topic);
        if (opposing(a, b).length > 0) add('conflict', a, b, topic);
      }
      yield;
    }
  }
  const all = [...pairs.agree.values(), ...pairs.conflict.values()];
  // A stable sort: of equally strong ones, those of the more frequent topics first.
  const strongest = all.length <= MOST_AFFINITIES ? all : all.sort((a, b) => b.on.length - a.on.length);
  const ties = strongest.slice(0, MOST_AFFINITIES).map(({ type, source, target, on }) => ({
    type,
    source,
    target,
    topics: on.map(({ topic }) => topic),
    subjects: [
      ...new Set(on.flatMap(({ a, b }) => (type === 'agree' ? agreeing(a, b) : opposing(a, b)).flat())),
    ],
  }));
  return { ties, omitted: all.length - ties.length };
}

/** Who supports and who opposes each topic. */
function positionsOf(scope: Scope, kept: ReadonlySet<string>): { topic: Named; standings: Standing[] }[] {
  const topics = new Map<string, { topic: Named; actors: Map<string, Standing> }>();
  for (const subject of scope.subjects) {
    const { position } = subject.meaning;
    if (position !== 'support' && position !== 'oppose') continue;
    for (const topic of subject.topics) {
      let entry = topics.get(topic.id);
      if (entry === undefined) {
        entry = { topic, actors: new Map() };
        topics.set(topic.id, entry);
      }
      for (const { id } of subject.by) {
        if (!kept.has(id)) continue;
        let standing = entry.actors.get(id);
        if (standing === undefined) {
          standing = { actor: id, support: [], oppose: [] };
          entry.actors.set(id, standing);
        }
        standing[position].push(subject);
      }
    }
  }
  return [...topics.values()].map(({ topic, actors }) => ({ topic, standings: [...actors.values()] }));
}

/** The statements in which two actors take the same position, by pairs of lists. */
function agreeing(a: Standing, b: Standing): (readonly Subject[])[] {
  return [...meeting(a.support, b.support), ...meeting(a.oppose, b.oppose)];
}

/** Those in which they take opposite ones. */
function opposing(a: Standing, b: Standing): (readonly Subject[])[] {
  return [...meeting(a.support, b.oppose), ...meeting(a.oppose, b.support)];
}

function meeting(a: readonly Subject[], b: readonly Subject[]): (readonly Subject[])[] {
  return a.length > 0 && b.length > 0 ? [a, b] : [];
}
