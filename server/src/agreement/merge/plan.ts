/** Which marks of two coders go into one document, and what is to be said of them there. */
import { Labels, type PairedCodings, pairCodings } from '../disagreements.ts';
import type { Match } from '../matching.ts';
import type { Coding, Unit } from '../units.ts';

/** What becomes of the units of both; all indexes are into the units of their codings. */
export interface Plan {
  /** Units of A that stay. */
  readonly kept: ReadonlySet<number>;
  /** Units of B that are put in. */
  readonly added: ReadonlySet<number>;
  /** Of B's other units, the one of A's that stands for it. */
  readonly standsFor: ReadonlyMap<number, number>;
  /** Of A's units that go because B changed them, the one of B's that takes their place. */
  readonly replacedBy: ReadonlyMap<number, number>;
  /** Units of A that get B's id: only B gave or changed one. */
  readonly renamed: ReadonlyMap<number, string>;
  /** Memos for the units of A and of B. */
  readonly notesA: ReadonlyMap<number, string>;
  readonly notesB: ReadonlyMap<number, string>;
  readonly counts: MergeCounts;
}

export interface MergeCounts {
  /** Marks that both have, and alike. */
  readonly agreed: number;
  /** Places where they differ: both stand side by side. */
  readonly differing: number;
  readonly onlyA: number;
  readonly onlyB: number;
}

export type Names = readonly [a: string, b: string];

/** Without a common ancestor: what both have once, the rest side by side, each with a memo that says whose it is. */
export function planForTwo(a: Coding, b: Coding, names: Names): Plan {
  const paired = pairCodings(a, b);
  const builder = new PlanBuilder(paired, names);
  const [restA, restB] = [new Set(a.units.keys()), new Set(b.units.keys())];
  for (const match of paired.matches) {
    restA.delete(match.a);
    restB.delete(match.b);
    builder.settle(match);
  }
  for (const index of restA) builder.keep(index, `coder ${names[0]} only`);
  for (const index of restB) builder.add(index, `coder ${names[1]} only`);
  return builder.plan(restA.size, restB.size);
}

/** With a common ancestor: what one changed, added or deleted is done; only where both changed a mark do both stand side by side. */
export function planForThree(base: Coding, a: Coding, b: Coding, names: Names): Plan {
  const builder = new PlanBuilder(pairCodings(a, b), names);
  const [toA, toB] = [pairCodings(base, a), pairCodings(base, b)];
  const [inA, inB] = [byBase(toA), byBase(toB)];
  const [newA, newB] = [new Set(a.units.keys()), new Set(b.units.keys())];
  for (const [index, unit] of base.units.entries()) {
    const [one, other] = [inA.get(index), inB.get(index)];
    if (one) newA.delete(one.match.a);
    if (other) newB.delete(other.match.a);
    if (one && other) builder.combine(one, other, unit);
    else if (one && !one.isSame)
      builder.keep(one.match.a, `coder ${names[1]} had deleted this, ${names[0]} changed it`);
    else if (other && !other.isSame)
      builder.add(other.match.a, `coder ${names[0]} had deleted this, ${names[1]} changed it`);
  }
  const [counted, counting] = [newA.size, newB.size];
  for (const match of builder.paired.matches) {
    if (!newA.has(match.a) || !newB.has(match.b)) continue;
    newA.delete(match.a);
    newB.delete(match.b);
    builder.settle(match);
  }
  for (const index of newA) builder.keep(index, null);
  for (const index of newB) builder.add(index, null);
  return builder.plan(counted, counting);
}

/** A unit of the ancestor as it is in a descendant: `match.a` is its index there. */
interface Descendant {
  readonly match: Match;
  readonly isSame: boolean;
}

function byBase(paired: PairedCodings): Map<number, Descendant> {
  const labels = new Labels(paired);
  return new Map(
    paired.matches.map((match) => {
      const isSame = differences(paired, labels, match).length === 0;
      return [match.a, { match: { ...match, a: match.b }, isSame }];
    }),
  );
}

class PlanBuilder {
  readonly #labels: Labels;
  readonly #kept = new Set<number>();
  readonly #added = new Set<number>();
  readonly #standsFor = new Map<number, number>();
  readonly #replacedBy = new Map<number, number>();
  readonly #renamed = new Map<number, string>();
  readonly #notesA = new Map<number, string>();
  readonly #notesB = new Map<number, string>();
  #agreed = 0;
  #differing = 0;

  constructor(
    readonly paired: PairedCodings,
    readonly names: Names,
  ) {
    this.#labels = new Labels(paired);
  }

  keep(index: number, note: string | null): void {
    this.#kept.add(index);
    if (note !== null) this.#notesA.set(index, note);
  }

  add(index: number, note: string | null): void {
    this.#added.add(index);
    if (note !== null) this.#notesB.set(index, note);
  }

  /** One mark if they are alike, else both. */
  settle(match: Match): void {
    const different = differences(this.paired, this.#labels, match);
    this.#kept.add(match.a);
    if (different.length === 0) {
      this.#agreed++;
      this.#standsFor.set(match.b, match.a);
      const [idA, idB] = this.#idsOf(match);
      if (idA === null && idB !== null) this.#renamed.set(match.a, idB);
      return;
    }
    this.#differing++;
    const list = different.join(', ');
    const [a, b] = this.names;
    this.keep(match.a, `coder ${a}: differs from ${b} in ${list}`);
    this.add(match.b, `coder ${b}: differs from ${a} in ${list}`);
  }

  /** A mark of the ancestor that both still have. */
  combine(inA: Descendant, inB: Descendant, before: Unit): void {
    const [a, b] = [inA.match.a, inB.match.a];
    if (inA.isSame && !inB.isSame) {
      this.#added.add(b);
      this.#replacedBy.set(a, b);
    } else if (inB.isSame) {
      this.#agreed++;
      this.#kept.add(a);
      this.#standsFor.set(b, a);
      const [idA, idB] = this.#idsOf({ a, b });
      if (idB !== null && idA === before.id && idB !== before.id) this.#renamed.set(a, idB);
    } else {
      this.settle({ a, b, exact: this.paired.a.units[a]?.place === this.paired.b.units[b]?.place });
    }
  }

  #idsOf({ a, b }: Pick<Match, 'a' | 'b'>): [string | null, string | null] {
    return [this.paired.a.units[a]?.id ?? null, this.paired.b.units[b]?.id ?? null];
  }

  plan(onlyA: number, onlyB: number): Plan {
    return {
      kept: this.#kept,
      added: this.#added,
      standsFor: this.#standsFor,
      replacedBy: this.#replacedBy,
      renamed: this.#renamed,
      notesA: this.#notesA,
      notesB: this.#notesB,
      counts: { agreed: this.#agreed, differing: this.#differing, onlyA, onlyB },
    };
  }
}

/** In what two units differ. */
function differences(paired: PairedCodings, labels: Labels, match: Match): string[] {
  const found: string[] = [];
  if (!match.exact) found.push('words');
  if (paired.a.units[match.a]?.kind !== paired.b.units[match.b]?.kind) found.push('kind');
  for (const { attribute, a, b } of labels.of(match)) {
    if (a.join('\n') !== b.join('\n')) found.push(attribute);
  }
  return found;
}
