/** `demarche format`: the heads of tags written as they should be, and not a word of the text touched. */
import { Command, Option } from 'commander';
import { formatDocument } from '../features/formatHeads.ts';
import { DocumentModel } from '../model/document.ts';
import { finish } from '../model/pieces.ts';
import { applyEdits } from '../rules/edits.ts';
import { SourceDocument } from '../syntax/document.ts';
import { strip } from '../syntax/strip.ts';
import { Corpus } from './corpus.ts';
import { CommandError, EXIT } from './failure.ts';
import { Progress } from './progress.ts';
import type { Run } from './run.ts';
import { addShardOption, inShard, type ShardOption } from './shard.ts';
import { addTargetOptions, type Target, type TargetOptions } from './targets.ts';
import { WriteError, writeFileAside } from './writeAside.ts';

interface FormatOptions extends TargetOptions, ShardOption {
  readonly check?: true;
  readonly write?: true;
}

export function formatCommand(run: Run): Command {
  const command = new Command('format')
    .summary('write the heads of tags as they should be')
    .description(
      'Puts the heads of tags in order: their spaces, signs, quotes, and the order of attributes. The published text stays as it is. Without --check or --write, one document goes to standard output.',
    )
    .argument('[paths...]', 'files, folders, globs, or - for standard input, which is the default')
    .addOption(new Option('--check', 'change nothing; name the files that would change').conflicts('write'))
    .option('--write', 'change the files')
    .action(async (paths: string[], options: FormatOptions) => {
      run.exitCode = await formatAll(run, paths, options);
    });
  return addShardOption(addTargetOptions(command)).addHelpText(
    'after',
    `
Exit code: 0; 1 if --check finds a file that would change; 2 for wrong use or
a file that can’t be read or written.

Example:
  demarche format --write texts`,
  );
}

async function formatAll(run: Run, paths: readonly string[], options: FormatOptions): Promise<number> {
  const isForFiles = options.check === true || options.write === true;
  const corpus = new Corpus(run);
  const byDefault = isForFiles ? '.' : '-';
  const named = paths.length > 0 || options.filesFrom !== undefined ? paths : [byDefault];
  const targets = inShard(await corpus.findDocuments(named, options), options);
  if (!isForFiles && targets.length > 1)
    throw new CommandError(`these are ${targets.length} documents: say --write to change them, or --check`);
  if (options.write && targets.some(({ isInput }) => isInput))
    throw new CommandError('--write needs files: standard input has no place to write to');
  const progress = new Progress(process.stderr, options.write ? 'formatted' : 'checked', targets.length);
  let changed = 0;
  try {
    for (const target of targets) {
      if (await formatOne(run, corpus, target, options)) changed++;
      if (process.stdout.isTTY) progress.clear();
      progress.advance(1);
    }
  } finally {
    progress.end();
  }
  return options.check && changed > 0 ? EXIT.findings : EXIT.clean;
}

/** @returns whether the document is not as it should be */
async function formatOne(
  run: Run,
  corpus: Corpus,
  target: Target,
  { check, write }: FormatOptions,
): Promise<boolean> {
  const text = await corpus.read(target);
  if (text === null) return false;
  const formatted = formattedText(target.location, text);
  if (formatted === null) {
    run.failNamed(target.path, 'not formatted: that would change the published text');
    return false;
  }
  if (!check && !write) await run.output.write(formatted);
  if (formatted === text) return false;
  if (check) await run.output.write(`${target.path}\n`);
  if (write) await replace(run, target, formatted);
  return true;
}

/** A document's text with its heads in order; null if that would change the text that is published. */
function formattedText(location: string, text: string): string | null {
  const document = new DocumentModel(location, text);
  const formatted = applyEdits(text, finish(formatDocument(document)));
  if (formatted === text) return text;
  return strip(new SourceDocument(formatted)) === strip(document.source) ? formatted : null;
}

async function replace(run: Run, { location, path }: Target, text: string): Promise<void> {
  try {
    await writeFileAside(run.shown(location), { replaces: true }, (sink) => sink.write(text));
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    run.failNamed(path, error.reason);
  }
}
