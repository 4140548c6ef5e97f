/** The ids of a merged document: A's stay, B's that clash are called otherwise, and what is continued gets one. */

import type { Coding, Unit } from '../units.ts';
import type { Plan } from './plan.ts';

export class MergedIds {
  readonly #a: Coding;
  readonly #b: Coding;
  readonly #plan: Plan;
  readonly #used = new Set<string>();
  readonly #ofA = new Map<number, string>();
  readonly #ofB = new Map<number, string>();

  constructor(a: Coding, b: Coding, plan: Plan) {
    this.#a = a;
    this.#b = b;
    this.#plan = plan;
    for (const index of plan.kept) {
      const id = a.units[index]?.id ?? null;
      if (id !== null && !plan.renamed.has(index)) this.#set(this.#ofA, index, id);
    }
    for (const [index, id] of plan.renamed) this.#set(this.#ofA, index, this.#unused(id));
    for (const index of plan.added) {
      const id = b.units[index]?.id ?? null;
      if (id !== null) this.#set(this.#ofB, index, this.#unused(id));
    }
  }

  /** The id of a unit of A; null without. */
  ofA(index: number): string | null {
    return this.#ofA.get(index) ?? null;
  }

  ofB(index: number): string | null {
    return this.#ofB.get(index) ?? null;
  }

  /** Makes sure that a unit has an id. Mentions have none. @returns whether it had none and has one now */
  giveToA(index: number): boolean {
    return this.#give(this.#a.units[index], this.#ofA, index);
  }

  giveToB(index: number): boolean {
    return this.#give(this.#b.units[index], this.#ofB, index);
  }

  /** What A's ids are called in the merged document, where that is something else. */
  renamedInA(): Map<string, string> {
    return renamed(this.#a.units, (index) => {
      const by = this.#plan.replacedBy.get(index);
      return by === undefined ? this.ofA(index) : this.ofB(by);
    });
  }

  renamedInB(): Map<string, string> {
    return renamed(this.#b.units, (index) => {
      const kept = this.#plan.standsFor.get(index);
      return kept === undefined ? this.ofB(index) : this.ofA(kept);
    });
  }

  #give(unit: Unit | undefined, ids: Map<number, string>, index: number): boolean {
    if (!unit || unit.kind === 'mention' || ids.has(index)) return false;
    this.#set(ids, index, this.#unused(`${unit.kind}-1`));
    return true;
  }

  #set(ids: Map<number, string>, index: number, id: string): void {
    ids.set(index, id);
    this.#used.add(id);
  }

  /** The id, or the next one that is free: `halt`, `halt-2`, `halt-3`. */
  #unused(id: string): string {
    if (!this.#isTaken(id)) return id;
    const stem = id.replace(/-\d+$/, '');
    let number = 2;
    while (this.#isTaken(`${stem}-${number}`)) number++;
    return `${stem}-${number}`;
  }

  #isTaken(id: string): boolean {
    return this.#used.has(id);
  }
}

/** The first unit of an id is the one that the id means. */
function renamed(units: readonly Unit[], nameOf: (index: number) => string | null): Map<string, string> {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  for (const [index, { id }] of units.entries()) {
    if (id === null || seen.has(id)) continue;
    seen.add(id);
    const name = nameOf(index);
    if (name !== null && name !== id) names.set(id, name);
  }
  return names;
}
