/** The heads of a merged document's tags. Units go by a key: A's by index, B's counted on from those. */
import { headText } from './headText.ts';
import type { MergedIds } from './ids.ts';
import type { Mark } from './marks.ts';

/** A mark, and whose it is. */
export interface OwnedMark {
  readonly mark: Mark;
  readonly isB: boolean;
}

export class MergedHeads {
  readonly #ids: MergedIds;
  readonly #unitsOfA: number;
  readonly #explicit: ReadonlyMap<number, readonly string[]>;
  readonly #renamedA: ReadonlyMap<string, string>;
  readonly #renamedB: ReadonlyMap<string, string>;
  #hasGivenIds = false;

  /**
   * @param unitsOfA how many units A has
   * @param explicit attributes to write into heads, by key
   */
  constructor(ids: MergedIds, unitsOfA: number, explicit: ReadonlyMap<number, readonly string[]>) {
    this.#ids = ids;
    this.#unitsOfA = unitsOfA;
    this.#explicit = explicit;
    this.#renamedA = ids.renamedInA();
    this.#renamedB = ids.renamedInB();
  }

  /** Whether a unit has been given an id since: heads written before lack it. */
  get hasGivenIds(): boolean {
    return this.#hasGivenIds;
  }

  keyOf({ mark, isB }: OwnedMark): number {
    return isB ? this.#unitsOfA + mark.unit : mark.unit;
  }

  /** From the `{` on, without the colon. */
  headOf(owned: OwnedMark): string {
    const { mark, isB } = owned;
    const added = mark.defines ? (this.#explicit.get(this.keyOf(owned)) ?? []) : [];
    return headText(mark, { id: this.#idOf(owned), renamed: isB ? this.#renamedB : this.#renamedA, added });
  }

  /** The same for a tag that goes on with it; null for what has no id. */
  continuationOf(owned: OwnedMark): string | null {
    const id = this.#idOf(owned);
    return owned.mark.tag.kind === 'mention' || id === null ? null : `{+#${id}`;
  }

  giveId(key: number): void {
    const isOfA = key < this.#unitsOfA;
    const isGiven = isOfA ? this.#ids.giveToA(key) : this.#ids.giveToB(key - this.#unitsOfA);
    if (isGiven) this.#hasGivenIds = true;
  }

  #idOf({ mark, isB }: OwnedMark): string | null {
    return isB ? this.#ids.ofB(mark.unit) : this.#ids.ofA(mark.unit);
  }
}
