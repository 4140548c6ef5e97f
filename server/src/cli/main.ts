/** The `demarche` command; and, where the command has started one, a thread of it. */
import { EXIT } from './failure.ts';
import { endWithReader } from './output.ts';
import { runCommandLine, tellOf } from './program.ts';
import { TASKS } from './tasks.ts';
import { isThread, serveThread } from './threads.ts';

if (isThread) serveThread(TASKS);
else await runProgram();

async function runProgram(): Promise<void> {
  endWithReader(process.stdout, process.stderr);
  process.on('uncaughtException', (error) => {
    tellOf(error);
    process.exit(EXIT.failure);
  });
  try {
    // Set, not exited with: what is still to be written to a pipe is written.
    const code = await runCommandLine(process.argv.slice(2));
    if (code !== null) process.exitCode = code;
  } catch (error) {
    tellOf(error);
    process.exitCode = EXIT.failure;
  }
}
