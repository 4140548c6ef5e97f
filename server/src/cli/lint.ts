/** `demarche lint`: what is wrong, and where. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { nearestName, SEVERITIES, type Severity } from '../codebook/index.ts';
import { RULES } from '../rules/index.ts';
import { CommandError, EXIT } from './failure.ts';
import { FORM_NAMES } from './lintForms.ts';
import { SEVERITY_ORDER } from './lintReport.ts';
import { type LintOptions, LintRun } from './lintRun.ts';
import type { Run } from './run.ts';
import { addShardOption } from './shard.ts';
import { addTargetOptions } from './targets.ts';
import { addJobsOption } from './threads.ts';
import { watchFiles } from './watch.ts';

export function lintCommand(run: Run): Command {
  const command = new Command('lint')
    .summary('find mistakes in documents and codebooks')
    .description('Finds mistakes in documents and codebooks. Without paths: in the working folder.')
    .argument('[paths...]', 'files, folders, globs, or - for standard input')
    .addOption(formatOption())
    .addOption(failOption())
    .option(
      '--rule <name=severity>',
      'set how a rule is reported; may be given several times',
      addRule,
      new Map(),
    )
    .option('--fix', 'mend what can be mended without asking')
    .option('--hints', 'show hints too, in text')
    .option('--watch', 'stay, and look again whenever a file changes')
    .action(async (paths: string[], options: LintOptions) => {
      if (options.watch) await watchLint(run, paths, options);
      else run.exitCode = await lint(run, paths, options);
    });
  return addJobsOption(addShardOption(addTargetOptions(command))).addHelpText(
    'after',
    `
Exit code: 0 clean, 1 findings, 2 wrong use or a file that can’t be
read.

A part that --shard names is looked at as if its files had been named: what
they refer to is read wherever it is, but two documents with one id are
found only where both are in the part.

Examples:
  demarche lint --fail-on warning --rule untagged-mention=warning texts
  demarche lint --format sarif texts > demarche.sarif`,
  );
}

function formatOption(): Option {
  return new Option('--format <format>', 'how to tell').choices(FORM_NAMES).default('text');
}

function failOption(): Option {
  return new Option('--fail-on <severity>', 'exit with 1 from this severity on')
    .choices(['error', 'warning', 'info'])
    .default('error');
}

function addRule(setting: string, before: LintOptions['rule']): LintOptions['rule'] {
  const [name = '', severity = '', ...rest] = setting.split('=');
  if (rest.length > 0 || severity === '') throw new InvalidArgumentError('Write it as name=severity.');
  if (!RULES.has(name)) {
    const near = nearestName(name, RULES.keys());
    throw new InvalidArgumentError(`There is no rule ${name}.${near ? ` Did you mean ${near}?` : ''}`);
  }
  if (!SEVERITIES.includes(severity as Severity)) {
    throw new InvalidArgumentError(`A severity is one of ${SEVERITIES.join(', ')}.`);
  }
  return new Map(before).set(name, severity as Severity);
}

async function lint(run: Run, paths: readonly string[], options: LintOptions): Promise<number> {
  if (options.fix && paths.includes('-'))
    throw new CommandError('--fix needs files: standard input has no place to write to');
  const summary = await new LintRun(run, paths, options).lint();
  const worst = SEVERITY_ORDER.slice(0, SEVERITY_ORDER.indexOf(options.failOn) + 1);
  return worst.some((severity) => summary[severity] > 0) ? EXIT.findings : EXIT.clean;
}

/** Lints, and again at each change, until it is stopped. */
async function watchLint(run: Run, paths: readonly string[], options: LintOptions): Promise<void> {
  if (paths.includes('-') || options.filesFrom === '-')
    throw new CommandError('--watch needs files: standard input is read once');
  if (options.fix) throw new CommandError('--watch only looks: it takes no --fix');
  if (options.format !== 'text' && options.format !== 'ndjson')
    throw new CommandError(`--watch tells again and again: --format ${options.format} is for one time`);
  const isTerminal = process.stdout.isTTY === true;
  run.exitCode = null;
  await watchFiles(run, paths, async () => {
    if (isTerminal) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
    await lint(run, paths, options);
    await run.endRound();
  });
}
