/** Standard output: at the reader's pace, and silent once the reader has gone (`| head`). */
import { once } from 'node:events';
import { errorCode } from '../files/reasons.ts';

/** Where a command writes text. */
export interface Sink {
  /** Resolves when more can be taken. */
  write(text: string): Promise<void>;
}

/** The same, also for what is UTF-8 already. */
export interface ByteSink extends Sink {
  write(content: string | Uint8Array): Promise<void>;
}

/** Pieces are gathered up to this many characters: a call for each line costs more than the line. */
const CHUNK = 1 << 16;

export class StandardOutput implements ByteSink {
  readonly #stream: NodeJS.WriteStream;
  #pending = '';

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  async write(content: string | Uint8Array): Promise<void> {
    if (typeof content !== 'string') {
      await this.flush();
      if (content.length > 0 && !this.#stream.write(content)) await once(this.#stream, 'drain');
      return;
    }
    this.#pending += content;
    if (this.#pending.length >= CHUNK || this.#stream.isTTY) await this.flush();
  }

  /** Hands on what is gathered. */
  async flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}

/** Ends the process without a word when whoever reads it has gone, as ripgrep does. */
export function endWithReader(...streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error) => {
      if (errorCode(error) === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}
