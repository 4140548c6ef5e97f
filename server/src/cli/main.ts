/** The `demarche` command. */
import { EXIT } from './failure.ts';
import { endWithReader } from './output.ts';
import { runCommandLine, tellOf } from './program.ts';

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
