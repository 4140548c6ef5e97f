/** One run of a command: where it runs, where it writes, and what it could not read. */

import { nodeFiles } from '../files/nodeFiles.ts';
import { reasonOf } from '../files/reasons.ts';
import type { FileSystem } from '../model/files.ts';
import { neutralized } from './cells.ts';
import { EXIT } from './failure.ts';
import { StandardOutput } from './output.ts';
import { shownPath } from './paths.ts';

export class Run {
  readonly cwd = process.cwd();
  readonly files: FileSystem = nodeFiles;
  readonly output = new StandardOutput(process.stdout);
  /** By location or name; a file that fails twice is named once. */
  readonly #failures = new Map<string, string>();
  /** Null for a command that goes on after its start: a server. */
  exitCode: number | null = EXIT.clean;

  /** Notes a file that can't be read or written; the others are still done. */
  fail(location: string, error: unknown): void {
    this.failNamed(this.shown(location), reasonOf(error));
  }

  /** A location as the user is told of it. */
  shown(location: string): string {
    return shownPath(this.cwd, location);
  }

  /** Notes what is no file, or has a name of its own: a glob, standard input. */
  failNamed(name: string, reason: string): void {
    if (!this.#failures.has(name)) this.#failures.set(name, reason);
  }

  get hasFailed(): boolean {
    return this.#failures.size > 0;
  }

  /** A word beside the output, now. */
  note(text: string): void {
    process.stderr.write(`demarche: ${neutralized(text)}\n`);
  }

  /** All of standard input. */
  async readInput(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Names what failed. @returns the exit code */
  async end(): Promise<number | null> {
    return (await this.endRound()) ? this.exitCode : EXIT.failure;
  }

  /** Names what failed since the last round, and forgets it. @returns whether nothing did */
  async endRound(): Promise<boolean> {
    await this.output.flush();
    const isSound = this.#failures.size === 0;
    for (const [name, reason] of this.#failures) this.note(`${name}: ${reason}`);
    this.#failures.clear();
    return isSound;
  }
}
