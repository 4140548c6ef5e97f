/**
 * Finds many names in a text in one pass (Aho and Corasick, 1975). A state is a beginning of names; from each, a
 * link leads to its longest ending that is a beginning of names too, so no sign of the text is read twice.
 *
 * All is kept in flat arrays: a codebook of 5,000 actors makes some 200,000 states.
 */
export class NameAutomaton {
  /** Steps from state to state, as an open hash table; a target of 0 is a free place. */
  readonly #from: Int32Array;
  readonly #unit: Uint16Array;
  readonly #target: Int32Array;
  readonly #mask: number;
  readonly #fail: Int32Array;
  /** The name that ends in a state, or -1. */
  readonly #name: Int32Array;
  /** The nearest state along the links in which a name ends, or 0. */
  readonly #shorter: Int32Array;
  readonly #lengths: Int32Array;

  /** @param names distinct, none empty */
  constructor(names: readonly string[]) {
    const most = names.reduce((sum, name) => sum + name.length, 1);
    const capacity = 2 ** Math.ceil(Math.log2(most * 2));
    this.#from = new Int32Array(capacity);
    this.#unit = new Uint16Array(capacity);
    this.#target = new Int32Array(capacity);
    this.#mask = capacity - 1;
    this.#fail = new Int32Array(most);
    this.#name = new Int32Array(most).fill(-1);
    this.#shorter = new Int32Array(most);
    this.#lengths = Int32Array.from(names, (name) => name.length);
    this.#link(this.#grow(names));
  }

  /** Calls `found` with each place of each name, in order of their ends: the longer before the shorter. */
  scan(text: string, found: (name: number, start: number, end: number) => void): void {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = this.#next(state, text.charCodeAt(i));
      if (state === 0) continue;
      let ending = this.#name[state] === -1 ? (this.#shorter[state] as number) : state;
      for (; ending !== 0; ending = this.#shorter[ending] as number) {
        const name = this.#name[ending] as number;
        found(name, i + 1 - (this.#lengths[name] as number), i + 1);
      }
    }
  }

  /** Makes the states. @returns the steps that lead to them, by the length of what they stand for */
  #grow(names: readonly string[]): (readonly [state: number, before: number, unit: number])[][] {
    const levels: [number, number, number][][] = [];
    let states = 1;
    for (const [index, name] of names.entries()) {
      let state = 0;
      for (let i = 0; i < name.length; i++) {
        const unit = name.charCodeAt(i);
        const place = this.#placeOf(state, unit);
        if (this.#target[place] === 0) {
          this.#from[place] = state;
          this.#unit[place] = unit;
          this.#target[place] = states;
          levels[i] ??= [];
          levels[i]?.push([states++, state, unit]);
        }
        state = this.#target[place] as number;
      }
      this.#name[state] = index;
    }
    return levels;
  }

  /** Makes the links, from short to long: those of longer beginnings are found by those of shorter ones. */
  #link(levels: (readonly [state: number, before: number, unit: number])[][]): void {
    for (const level of levels) {
      for (const [state, before, unit] of level) {
        const link = before === 0 ? 0 : this.#next(this.#fail[before] as number, unit);
        this.#fail[state] = link;
        this.#shorter[state] = this.#name[link] === -1 ? (this.#shorter[link] as number) : link;
      }
    }
  }

  /** The state after one more sign. */
  #next(from: number, unit: number): number {
    for (let state = from; ; state = this.#fail[state] as number) {
      const target = this.#target[this.#placeOf(state, unit)] as number;
      if (target !== 0 || state === 0) return target;
    }
  }

  /** Where a step stands in the table, or the free place where it would. */
  #placeOf(state: number, unit: number): number {
    const hash = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    let place = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#target[place] !== 0 && (this.#from[place] !== state || this.#unit[place] !== unit))
      place = (place + 1) & this.#mask;
    return place;
  }
}
