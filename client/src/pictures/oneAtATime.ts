/** Work that is wanted more often than it can be done. */

/** Does its work once at a time; what is wanted while it is done is done once more, after. */
export class OneAtATime {
  readonly #work: () => Promise<void>;
  #running = false;
  #wantedAgain = false;

  /** @param work Never rejects. */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Whether a later turn is wanted already, so that what the present one found is stale. */
  get isStale(): boolean {
    return this.#wantedAgain;
  }

  want(): void {
    if (this.#running) this.#wantedAgain = true;
    else void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      do {
        this.#wantedAgain = false;
        await this.#work();
      } while (this.#wantedAgain);
    } finally {
      this.#running = false;
    }
  }
}
