/** `demarche network`: who speaks of what, who agrees with whom, who demands what of whom. */
import { join } from 'node:path';
import { Command } from 'commander';
import { EVERY_STATEMENT } from '../analysis/statementFilter.ts';
import type { Network, Period } from '../networks/network.ts';
import { type NetworkAnswer, networksOf } from '../networks/networks.ts';
import type { NetworkQuestion } from '../networks/question.ts';
import { MOST_WINDOWS } from '../networks/timeWindows.ts';
import { paintFor } from './colours.ts';
import { Corpus } from './corpus.ts';
import { CommandError, EXIT } from './failure.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from './filterOptions.ts';
import { FILE_FORMATS, type NetworkFormat, networkFormatFor } from './networkFormats.ts';
import { addNetworkOptions, type NetworkOptions, questionFrom } from './networkOptions.ts';
import { edgeTable, writeStrongest } from './networkTables.ts';
import type { Sink } from './output.ts';
import type { Run } from './run.ts';
import { type TableFormat, writeTable } from './tables.ts';
import { addTargetOptions, type TargetOptions } from './targets.ts';
import { writeFileAside } from './writeAside.ts';

interface Options extends TargetOptions, FilterOptions, NetworkOptions {
  readonly format?: NetworkFormat;
  readonly output?: string;
  readonly top?: number;
}

export function networkCommand(run: Run): Command {
  const command = new Command('network')
    .summary('make a network of actors, topics or demands')
    .description(
      'Makes a discourse network: who speaks of what, who agrees or disagrees with whom, who demands of whom. Without paths: of the texts in the working folder. What is not in it is named on standard error.',
    )
    .argument('[paths...]', 'files, folders, globs, or - for standard input')
    .action(async (paths: string[], options: Options) => {
      await network(run, paths, options);
      run.exitCode = EXIT.clean;
    });
  return addTargetOptions(addFilterOptions(addNetworkOptions(command))).addHelpText(
    'after',
    `
Types:
  affiliation  actors and the topics that they speak of
  congruence   how often two actors take the same position on a topic
  conflict     how often they take opposite positions
  subtract     congruence less conflict
  demands      claimants and addressees, and what became of the demands
All but demands are as the Discourse Network Analyzer defines them.

Dates and windows: --from 2021 begins with 2021-01-01, --until 2021-06 ends with
2021-06-30. --window 90d, 4w, 6m or 1y makes a network for each 90 days, 4
weeks, 6 months or year, each a day, week, month or year after the one before
(--step for more), wholly inside --from and --until.

Examples:
  demarche network texts --type subtract --normalize average
  demarche network texts --type congruence --unique document -o allies.gexf
  demarche network texts --type demands --window 1y -o demands.csv`,
  );
}

async function network(run: Run, paths: readonly string[], options: Options): Promise<void> {
  const format = networkFormatFor(options, process.stdout);
  const question = questionFrom(options);
  const corpus = new Corpus(run);
  const named = paths.length > 0 || options.filesFrom !== undefined ? paths : ['.'];
  const documents = await corpus.load(await corpus.findDocuments(named, options));
  const filter = filterFrom(options, corpus, documents) ?? EVERY_STATEMENT;
  const models = documents.map(({ document }) => document);
  // What became of a demand may stand in a text that was not asked for.
  if (question.type === 'demands') await corpus.loadNeighbours(models);
  const answer = networksOf(corpus.workspace, models, { ...question, filter });
  checkWindows(answer.windows, question);
  if (FILE_FORMATS.has(format)) await writeFiles(run, answer, format, options.output);
  else await writeEdges(run, answer, format as TableFormat, question, options);
  for (const phrase of answer.leftOut) run.note(`left out: ${phrase}`);
  const { roughDates } = answer;
  if (roughDates > 0) {
    const [subject, its] = roughDates === 1 ? ['statement is', 'its'] : ['statements are', 'their'];
    run.note(`${roughDates} ${subject} dated by the year or month alone: ${its} first day counts`);
  }
}

function checkWindows(windows: readonly Period[] | null, { window, from, until }: NetworkQuestion): void {
  if (windows === null) return;
  if (windows.length > MOST_WINDOWS)
    throw new CommandError(
      `these are more than ${MOST_WINDOWS} windows: take a larger --step, or set --from and --until`,
    );
  if (windows.length === 0 && from !== null && until !== null)
    throw new CommandError(`no window of ${window?.size} ${window?.unit} fits between --from and --until`);
}

/** A table of edges, all windows in one. */
async function writeEdges(
  run: Run,
  { networks }: NetworkAnswer,
  format: TableFormat,
  question: NetworkQuestion,
  { output, top }: Options,
): Promise<void> {
  const write = async (sink: Sink) => {
    if (format === 'table') {
      const paint = paintFor(output === undefined ? process.stdout : {}, process.env);
      await writeStrongest(networks, top ?? (question.window === null ? 20 : 5), sink, paint);
      return;
    }
    const { table, isolates } = edgeTable(networks);
    await writeTable(table, format, sink, (_, text) => text);
    if (isolates > 0) run.note(`${format} lists ties: ${isolates} without any are not in it`);
  };
  if (output === undefined || output === '-') await write(run.output);
  else await writeFileAside(output, { replaces: true }, write);
}

/** A file for each network, whole or not at all; windows in a folder, up to the first that can’t be written. */
async function writeFiles(
  run: Run,
  { networks, windows }: NetworkAnswer,
  format: NetworkFormat,
  output: string | undefined,
): Promise<void> {
  const write = FILE_FORMATS.get(format) as (network: Network) => Iterable<string>;
  const writeTo = async (network: Network, sink: Sink) => {
    for (const piece of write(network)) await sink.write(piece);
  };
  const toFolder = windows !== null;
  if (toFolder && (output === undefined || output === '-'))
    throw new CommandError(`${format} has a file for each window: name a folder with -o`);
  for (const network of networks) {
    if (output === undefined || output === '-') {
      await writeTo(network, run.output);
      continue;
    }
    const path = toFolder ? join(output, `${fileNameOf(network)}.${endingOf(format)}`) : output;
    await writeFileAside(path, { replaces: true }, (sink) => writeTo(network, sink));
  }
}

function fileNameOf({ type, window }: Network): string {
  return [type, window?.from.slice(0, 10), window?.until.slice(0, 10)].filter((part) => part).join('_');
}

function endingOf(format: NetworkFormat): string {
  return format === 'matrix' ? 'csv' : format;
}
