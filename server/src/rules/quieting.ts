/** Keeps account of the memos that quiet rules while a document is gone through block by block. */
import type { Ignore } from '../model/ignores.ts';

/** Takes ignores that quieted nothing, and how many blocks ago they stood. */
type TakeUnused = (unused: readonly Ignore[], back: number) => void;

/** Rules that the memos of a block quiet, and which of them had something to quiet. */
class Quieted {
  readonly ignores: readonly Ignore[];
  readonly rules: ReadonlySet<string>;
  readonly used = new Set<string>();

  constructor(ignores: readonly Ignore[]) {
    this.ignores = ignores;
    this.rules = new Set(ignores.map((ignore) => ignore.rule));
  }

  quiets(rule: string): boolean {
    if (!this.rules.has(rule)) return false;
    this.used.add(rule);
    return true;
  }

  /** Ignores that quieted nothing; none, where that is quieted itself. */
  get unused(): readonly Ignore[] {
    if (this.rules.has('useless-ignore')) return [];
    return this.ignores.filter((ignore) => !this.used.has(ignore.rule));
  }
}

const NONE = new Quieted([]);

/** The ignores of one block count in it, those of a block of memos only in the next one too. */
export class Quieting {
  #before = NONE;
  #own = NONE;

  /** Begins the next block. */
  enter(ignores: readonly Ignore[]): void {
    this.#own = ignores.length > 0 ? new Quieted(ignores) : NONE;
  }

  /** Whether a rule is quiet in this block. All ignores that say so count as used. */
  quiets(rule: string): boolean {
    const before = this.#before.quiets(rule);
    return this.#own.quiets(rule) || before;
  }

  /** Whether a memo quiets a rule in this block, be there anything to quiet or not. */
  names(rule: string): boolean {
    return this.#own.rules.has(rule) || this.#before.rules.has(rule);
  }

  /** Ends the block, and hands out the ignores that can no longer become used. */
  leave(take: TakeUnused): void {
    if (this.#before === NONE && this.#own === NONE) return;
    hand(this.#before, 1, take);
    // A block of memos only has nothing else, so its ignores are of one sort.
    const waits = this.#own.ignores[0]?.forNextBlock === true;
    if (!waits) hand(this.#own, 0, take);
    this.#before = waits ? this.#own : NONE;
  }

  /** After the last block. */
  end(take: TakeUnused): void {
    hand(this.#before, 1, take);
  }
}

function hand(quieted: Quieted, back: number, take: TakeUnused): void {
  const { unused } = quieted;
  if (unused.length > 0) take(unused, back);
}
