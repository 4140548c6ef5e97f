/**
 * Work on many files, by several threads or by this one: the same steps either way, and their results in the order of
 * what was put in. A thread runs the file that this program is.
 */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Command, InvalidArgumentError } from 'commander';

/** Steps by name. What goes in and out is plain data: it may go to another thread. */
export type Task = Readonly<Record<string, (input: never) => Promise<unknown>>>;

/** Makes a task, which may keep things between steps; each thread makes its own. */
export type TaskMaker<S, T extends Task> = (settings: S) => T;

/** More threads than that wait for the one that writes. */
const MOST_THREADS = 8;
/** A thread takes a tenth of a second to start: for fewer files it does not pay. */
const FILES_FOR_THREADS = 300;
/** Portions on their way, for each thread: enough that none waits, few enough that memory does not grow. */
const ON_THEIR_WAY = 4;

export interface JobsOption {
  readonly jobs?: number;
}

export function addJobsOption(command: Command): Command {
  return command.option(
    '--jobs <n>',
    `threads (default: one for each processor, at most ${MOST_THREADS})`,
    readJobs,
  );
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (!/^\d+$/.test(text) || jobs < 1 || jobs > 256)
    throw new InvalidArgumentError('Write a number from 1 to 256.');
  return jobs;
}

/** How many threads so many files get. */
export function threadsFor(files: number, { jobs }: JobsOption): number {
  if (jobs !== undefined) return Math.min(jobs, Math.max(1, files));
  return files < FILES_FOR_THREADS ? 1 : Math.min(MOST_THREADS, availableParallelism());
}

interface Message {
  readonly step: string;
  readonly input: unknown;
}

interface Answer {
  readonly output?: unknown;
  readonly error?: unknown;
}

/** What a thread is started with. */
interface Start {
  readonly task: string;
  readonly settings: unknown;
}

/** A crew for one task. */
export class Threads<T extends Task> {
  readonly #own: T | null;
  readonly #workers: Worker[] = [];
  readonly #waiting = new Map<Worker, (answer: Answer) => void>();

  /**
   * @param name of the task, by which a thread finds how to make it
   * @param count 1: this thread does it all
   */
  constructor(name: string, make: () => T, settings: unknown, count: number) {
    this.#own = count === 1 ? make() : null;
    if (this.#own !== null) return;
    for (let i = 0; i < count; i++) this.#start({ task: name, settings });
  }

  #start(start: Start): void {
    const worker = new Worker(new URL(import.meta.url), { workerData: start });
    const answer = (message: Answer) => {
      const resolve = this.#waiting.get(worker);
      this.#waiting.delete(worker);
      resolve?.(message);
    };
    worker.on('message', answer);
    worker.on('error', (error) => answer({ error }));
    worker.on('exit', (code) => answer({ error: new Error(`a thread ended early, with code ${code}`) }));
    this.#workers.push(worker);
  }

  /** Runs a step for each input. @returns the outputs, in the order of the inputs */
  async *run<K extends keyof T & string>(
    step: K,
    inputs: Iterable<Parameters<T[K]>[0]>,
  ): AsyncGenerator<Awaited<ReturnType<T[K]>>> {
    type Output = Awaited<ReturnType<T[K]>>;
    if (this.#own !== null) {
      for (const input of inputs) yield (await this.#own[step]?.(input)) as Output;
      return;
    }
    const free = [...this.#workers];
    const outputs: Promise<Answer>[] = [];
    const source = inputs[Symbol.iterator]();
    const idle: (() => void)[] = [];
    const send = async (input: unknown): Promise<Answer> => {
      while (free.length === 0) await new Promise<void>((resolve) => idle.push(resolve));
      const worker = free.pop() as Worker;
      const answer = await new Promise<Answer>((resolve) => {
        this.#waiting.set(worker, resolve);
        worker.postMessage({ step, input } satisfies Message);
      });
      free.push(worker);
      idle.shift()?.();
      return answer;
    };
    for (;;) {
      while (outputs.length < ON_THEIR_WAY * this.#workers.length) {
        const next = source.next();
        if (next.done) break;
        outputs.push(send(next.value));
      }
      const first = outputs.shift();
      if (first === undefined) return;
      const { output, error } = await first;
      if (error !== undefined) throw error;
      yield output as Output;
    }
  }

  async close(): Promise<void> {
    const workers = this.#workers.splice(0);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Whether this is a thread of ours and not the program. */
export const isThread = !isMainThread;

/** Serves the program from a thread. @param makers tasks by name */
export function serveThread(makers: Readonly<Record<string, TaskMaker<never, Task>>>): void {
  const { task: name, settings } = workerData as Start;
  const task = makers[name]?.(settings as never);
  parentPort?.on('message', async ({ step, input }: Message) => {
    let answer: Answer;
    try {
      answer = { output: await task?.[step]?.(input as never) };
    } catch (error) {
      answer = { error };
    }
    parentPort?.postMessage(answer, transferableIn(answer.output));
  });
}

/** The bytes of an output are handed over, not copied. */
function transferableIn(output: unknown): ArrayBuffer[] {
  const bytes = (output as { readonly bytes?: Uint8Array } | undefined)?.bytes;
  return bytes ? [bytes.buffer as ArrayBuffer] : [];
}
