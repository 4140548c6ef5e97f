/** `demarche stats`: counts, and how much of the texts is marked. */
import { Command, Option } from 'commander';
import { EVERY_STATEMENT, type StatementFilter } from '../analysis/statementFilter.ts';
import { countBy, GROUPINGS, type Group, type Grouping } from '../analysis/statistics.ts';
import type { Cell } from '../formats/cells.ts';
import { paintFor } from './colours.ts';
import { Corpus, type LoadedDocument } from './corpus.ts';
import { EXIT } from './failure.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from './filterOptions.ts';
import type { Run } from './run.ts';
import { formatFor, type Table, type TableFormat, tableFormatOption, writeTable } from './tables.ts';
import { addTargetOptions, type TargetOptions } from './targets.ts';

interface StatsOptions extends TargetOptions, FilterOptions {
  readonly format?: TableFormat;
  readonly per: Grouping;
}

export function statsCommand(run: Run): Command {
  const command = new Command('stats')
    .summary('count statements, and how much of the texts is marked')
    .description(
      'Counts statements per file, actor, topic, kind or time, and tells how much of each text is in statements. Without paths: in the working folder.',
    )
    .argument('[paths...]', 'files, folders, globs, or - for standard input')
    .addOption(
      new Option('--per <what>', 'what each line is')
        .choices([...GROUPINGS])
        .default('file' satisfies Grouping),
    )
    .addOption(tableFormatOption())
    .action(async (paths: string[], options: StatsOptions) => {
      await stats(run, paths, options);
      run.exitCode = EXIT.clean;
    });
  return addTargetOptions(addFilterOptions(command)).addHelpText(
    'after',
    `
Characters are counted without white space; coverage is the share of them that
stands in statements, each counted once. A statement counts for each of its
actors and topics; “received” are demands put to an actor.

Example:
  demarche stats --per actor --topic sanctions texts`,
  );
}

async function stats(run: Run, paths: readonly string[], options: StatsOptions): Promise<void> {
  const corpus = new Corpus(run);
  const named = paths.length > 0 || options.filesFrom !== undefined ? paths : ['.'];
  const documents = await corpus.load(await corpus.findDocuments(named, options));
  const filter = filterFrom(options, corpus, documents) ?? EVERY_STATEMENT;
  const format = formatFor(options.format, process.stdout);
  const table = tableOf(corpus, documents, options.per, filter, format === 'table');
  await writeTable(table, format, run.output, paintFor(process.stdout, process.env));
}

/** @param isForPeople with a line that sums up the files, and shares in per cent */
function tableOf(
  { workspace }: Corpus,
  documents: readonly LoadedDocument[],
  grouping: Grouping,
  filter: StatementFilter,
  isForPeople: boolean,
): Table {
  const counted = documents.map(({ target, document }) => ({ path: target.path, document }));
  const groups = countBy(workspace, counted, grouping, filter);
  const names = Object.keys(groups[0]?.figures ?? {});
  const all = isForPeople && grouping === 'file' && groups.length > 1 ? [...groups, sumOf(groups)] : groups;
  const cell = (figures: Group['figures'], name: string): Cell => {
    const figure = figures[name];
    if (figure === undefined || name !== 'coverage') return figure ?? null;
    return isForPeople ? `${(100 * figure).toFixed(1)} %` : Number(figure.toFixed(4));
  };
  return {
    columns: [{ name: grouping }, ...names.map((name) => ({ name }))],
    rows: all.map(({ key, figures }) => [key, ...names.map((name) => cell(figures, name))]),
  };
}

/** All files together. How many different actors and topics they have can't be summed up. */
function sumOf(groups: readonly Group[]): Group {
  const figures: Record<string, number> = {};
  for (const group of groups) {
    for (const [name, figure] of Object.entries(group.figures)) figures[name] = (figures[name] ?? 0) + figure;
  }
  delete figures.actors;
  delete figures.topics;
  figures.coverage = figures.characters ? (figures.marked ?? 0) / figures.characters : 0;
  return { key: `${groups.length} files`, figures };
}
