/** A map from keys to sets of values, made for many keys with one value each: those cost no set. */
export class Multimap<K, V extends object> {
  readonly #entries = new Map<K, V | Set<V>>();

  add(key: K, value: V): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) this.#entries.set(key, value);
    else if (entry instanceof Set) entry.add(value);
    else if (entry !== value) this.#entries.set(key, new Set([entry, value]));
  }

  delete(key: K, value: V): void {
    const entry = this.#entries.get(key);
    if (entry instanceof Set) {
      entry.delete(value);
      if (entry.size === 0) this.#entries.delete(key);
    } else if (entry === value) this.#entries.delete(key);
  }

  has(key: K): boolean {
    return this.#entries.has(key);
  }

  /** The values of a key, in the order in which they were added. */
  get(key: K): Iterable<V> {
    const entry = this.#entries.get(key);
    if (entry === undefined) return [];
    return entry instanceof Set ? entry : [entry];
  }

  keys(): IterableIterator<K> {
    return this.#entries.keys();
  }
}
