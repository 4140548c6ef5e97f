/** The command line as a whole: finds the command, and turns whatever goes wrong into a word and an exit code. */
import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import { neutralized } from './cells.ts';
import { COMMANDS } from './commands.ts';
import { CommandError, EXIT } from './failure.ts';
import { Run } from './run.ts';

/** Runs a command line. @returns the exit code; null if the command goes on */
export async function runCommandLine(argv: readonly string[]): Promise<number | null> {
  const run = new Run();
  try {
    await programFor(run).parseAsync(argv, { from: 'user' });
  } catch (error) {
    // Commander has said it already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failure;
    await run.end();
    tellOf(error);
    return EXIT.failure;
  }
  return run.end();
}

function programFor(run: Run): Command {
  const program = new Command('demarche')
    .description('Marks in policy commentary: who claims what, and who demands what of whom.')
    .version(version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    // What a command takes, its own help says: together they would be wider than a terminal.
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('(--help shows how it is used)')
    .exitOverride()
    .configureOutput({
      outputError: (message, write) => write(linesOf(message.replace(/^error: /, 'demarche: '))),
    })
    .addHelpText('after', '\nExample:\n  demarche lint texts');
  for (const make of COMMANDS) program.addCommand(make(run).copyInheritedSettings(program));
  return program;
}

/** What a message says, safe to show: names of files and options are in it. */
function linesOf(message: string): string {
  return message.split('\n').map(neutralized).join('\n');
}

/** Says what went wrong. Where it was is for those who look for it: DEMARCHE_DEBUG=1. */
export function tellOf(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const isOurs = error instanceof CommandError;
  const words = linesOf(isOurs ? message : `a mistake in the program itself: ${message}`);
  process.stderr.write(`demarche: ${words}\n`);
  if (process.env.DEMARCHE_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  else if (!isOurs) process.stderr.write('(DEMARCHE_DEBUG=1 shows where)\n');
}
