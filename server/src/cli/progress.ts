/**
 * How far long work has come: a line on standard error, on a terminal only, once half a second has passed. And, when
 * the user stops it, where it stopped.
 */
import { neutralized } from './cells.ts';
import { abandonUnfinished } from './writeAside.ts';

const PATIENCE = 500;
const PACE = 100;
const BAR_CELLS = 24;
/** What a shell gives for a program that ctrl-c ended. */
const INTERRUPTED = 130;

export class Progress {
  readonly #stream: NodeJS.WriteStream;
  #verb: string;
  readonly #started = performance.now();
  readonly #stop = () => this.#interrupt();
  #total: number;
  #done = 0;
  #drawn = 0;
  #isShown = false;

  /**
   * @param verb what is done to the files, as in `checked`
   * @param total how many there are
   */
  constructor(stream: NodeJS.WriteStream, verb: string, total: number) {
    this.#stream = stream;
    this.#verb = verb;
    this.#total = total;
    process.on('SIGINT', this.#stop);
  }

  /** Another step over files, from the first on. */
  begin(verb: string, total: number): void {
    this.#verb = verb;
    this.#total = total;
    this.#done = 0;
  }

  /** So many more are done. */
  advance(count: number): void {
    this.#done += count;
    if (!this.#stream.isTTY) return;
    const now = performance.now();
    if (now - this.#started < PATIENCE || now - this.#drawn < PACE) return;
    this.#drawn = now;
    this.#isShown = true;
    const share = this.#total > 0 ? Math.min(1, this.#done / this.#total) : 1;
    const full = Math.round(share * BAR_CELLS);
    const bar = `${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)}`;
    this.#stream.write(`\r${bar} ${shown(this.#done)} of ${shown(this.#total)} ${this.#verb}\u001b[K`);
  }

  /** Takes the line away: something else is about to be written. It comes back with the next step. */
  clear(): void {
    if (this.#isShown) this.#stream.write('\r\u001b[K');
    this.#isShown = false;
    this.#drawn = 0;
  }

  end(): void {
    this.clear();
    process.off('SIGINT', this.#stop);
  }

  #interrupt(): void {
    this.clear();
    abandonUnfinished();
    const word = `stopped: ${shown(this.#done)} of ${shown(this.#total)} files ${this.#verb}`;
    this.#stream.write(`demarche: ${neutralized(word)}\n`);
    process.exit(INTERRUPTED);
  }
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
