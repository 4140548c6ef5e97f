/** What a picture remembers for the next one, by content: an edit of one paragraph then costs that paragraph. */
export class Memory {
  readonly #known = new Map<string, unknown>();
  /** How often something was worked out anew. */
  made = 0;

  /** @param most things kept; those not used for longest go first */
  constructor(readonly most = 4_000) {}

  /** The value of a key, which says all that the value depends on; made if it isn't known. */
  get<T>(key: string, make: () => T): T {
    let value = this.#known.get(key) as T | undefined;
    if (value === undefined) {
      this.made++;
      value = make();
    } else this.#known.delete(key);
    this.#known.set(key, value);
    if (this.#known.size > this.most) this.#known.delete(this.#known.keys().next().value as string);
    return value;
  }
}
