/** `demarche strip`: the published text, without head, marks and memos. */
import { join } from 'node:path';
import { Command } from 'commander';
import { SourceDocument } from '../syntax/document.ts';
import { strip } from '../syntax/strip.ts';
import { Corpus } from './corpus.ts';
import { CommandError, EXIT } from './failure.ts';
import { firstTwin, namesFor } from './names.ts';
import type { Run } from './run.ts';
import { addTargetOptions, type Target, type TargetOptions } from './targets.ts';
import { WriteError, writeFileAside } from './writeAside.ts';

interface StripOptions extends TargetOptions {
  readonly output?: string;
  readonly force?: true;
  readonly textconv?: true;
}

export function stripCommand(run: Run): Command {
  const command = new Command('strip')
    .summary('write the published text, without marks')
    .description(
      'Writes the published text, byte for byte: without head, marks and memos. One document goes to standard output; several go to a folder, as .txt files.',
    )
    .argument('[paths...]', 'files, folders, globs, or - for standard input, which is the default')
    .option('-o, --output <folder>', 'write .txt files to this folder, laid out as the documents are')
    .option('--force', 'replace files that are there')
    .option('--textconv', 'for Git: mistakes in the marks change nothing about the exit code')
    .action(async (paths: string[], options: StripOptions) => {
      run.exitCode = await stripAll(run, paths, options);
    });
  return addTargetOptions(command).addHelpText(
    'after',
    `
Exit code: 0; 1 if there are mistakes in the marks (the text is written all
the same); 2 for wrong use or a file that can’t be read.

Examples:
  demarche strip texts/halfway.demarche > halfway.txt
  demarche strip texts -o published

In Git, so that a diff shows words only (with “*.demarche diff=demarche” in
.gitattributes):
  git config diff.demarche.textconv "demarche strip --textconv"`,
  );
}

async function stripAll(run: Run, paths: readonly string[], options: StripOptions): Promise<number> {
  const corpus = new Corpus(run);
  const named = paths.length > 0 || options.filesFrom !== undefined ? paths : ['-'];
  const targets = await corpus.findDocuments(named, options);
  if (targets.length > 1 && options.output === undefined) {
    throw new CommandError(`these are ${targets.length} documents: name a folder for the texts with -o`);
  }
  const places = options.output === undefined ? null : placesIn(options.output, targets);
  let mistakes = 0;
  for (const target of targets) {
    const text = await corpus.read(target);
    if (text === null) continue;
    const document = new SourceDocument(text);
    mistakes += noteMistakes(run, target, document, options);
    const published = strip(document);
    const place = places?.get(target);
    if (place === undefined) await run.output.write(published);
    else await writeText(run, place, published, options);
  }
  return mistakes > 0 && !options.textconv ? EXIT.findings : EXIT.clean;
}

/** Writes one of several texts. One that can't be written is noted, and the others are still done. */
async function writeText(run: Run, path: string, text: string, { force }: StripOptions): Promise<void> {
  try {
    await writeFileAside(path, { replaces: force ?? false }, (sink) => sink.write(text));
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    run.failNamed(path, error.reason);
  }
}

/** @returns how many mistakes there are in the marks and in how the head ends */
function noteMistakes(
  run: Run,
  { path }: Target,
  document: SourceDocument,
  { textconv }: StripOptions,
): number {
  let mistakes = document.preamble.head?.closed === false ? 1 : 0;
  for (const block of document.blocks) mistakes += block.tree.problems.length;
  if (mistakes > 0 && !textconv) {
    run.note(
      `${path}: ${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'} in the marks; run demarche lint`,
    );
  }
  return mistakes;
}

/** Where the texts go: below the folder as the documents are below the innermost folder that holds them all. */
function placesIn(folder: string, targets: readonly Target[]): Map<Target, string> {
  const names = namesFor(targets);
  const twin = firstTwin(names.values());
  if (twin !== null) throw new CommandError(`two documents would be written to ${twin}.txt`);
  return new Map([...names].map(([target, name]) => [target, join(folder, `${name}.txt`)]));
}
