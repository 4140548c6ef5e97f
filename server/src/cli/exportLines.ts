/** Exports with a line for each document: in portions, by several threads, with a few portions in memory. */
import { type ExportSettings, type ExportTask, exportTask } from './exportTask.ts';
import { jobsOf, portionsOf } from './fileJob.ts';
import type { ByteSink } from './output.ts';
import { Progress } from './progress.ts';
import type { Run } from './run.ts';
import type { Target } from './targets.ts';
import { type JobsOption, Threads, threadsFor } from './threads.ts';

/** Writes the lines of all targets that can be read, in order. The others are noted. */
export async function exportLines(
  run: Run,
  targets: readonly Target[],
  options: JobsOption,
  sink: ByteSink,
): Promise<void> {
  const jobs = await jobsOf(run, targets);
  const settings: ExportSettings = { cwd: run.cwd };
  const count = threadsFor(jobs.length, options);
  const threads = new Threads<ExportTask>('export', () => exportTask(settings), settings, count);
  const progress = new Progress(process.stderr, 'exported', jobs.length);
  const portions = [...portionsOf(jobs)];
  let next = 0;
  try {
    for await (const { bytes, failures } of threads.run(
      'describe',
      portions.map((files) => ({ files })),
    )) {
      for (const [name, reason] of failures) run.failNamed(name, reason);
      if (process.stdout.isTTY) progress.clear();
      await sink.write(bytes);
      progress.advance(portions[next++]?.length ?? 0);
    }
  } finally {
    progress.end();
    await threads.close();
  }
}
