/** `demarche export`: what documents mean, for other programs. */
import { Command, Option } from 'commander';
import { describeDocument } from '../formats/json.ts';
import { Corpus, type LoadedDocument } from './corpus.ts';
import { EXIT } from './failure.ts';
import type { Sink } from './output.ts';
import type { Run } from './run.ts';
import { addTargetOptions, type TargetOptions } from './targets.ts';
import { writeFileAside } from './writeAside.ts';

interface ExportOptions extends TargetOptions {
  readonly to: keyof typeof FORMATS;
  readonly output?: string;
}

/** What is to be written, and whether the paths were one file. */
interface Exported {
  readonly corpus: Corpus;
  readonly documents: readonly LoadedDocument[];
  readonly isOne: boolean;
}

/** How each format is written. */
const FORMATS = { json: writeJson, ndjson: writeNdjson } as const;

export function exportCommand(run: Run): Command {
  const command = new Command('export')
    .summary('write what documents mean, for other programs')
    .description(
      'Writes what documents mean, for other programs. Without paths: those in the working folder.',
    )
    .argument('[paths...]', 'files, folders, globs, or - for standard input')
    .addOption(
      new Option('--to <format>', 'json: an object for one file, else an array; ndjson: an object a line')
        .choices(Object.keys(FORMATS))
        .makeOptionMandatory(),
    )
    .option('-o, --output <file>', 'write to a file, whole or not at all')
    .action(async (paths: string[], options: ExportOptions) => {
      await exportAll(run, paths, options);
      run.exitCode = EXIT.clean;
    });
  return addTargetOptions(command).addHelpText(
    'after',
    `
Example:
  demarche export --to ndjson texts -o statements.ndjson`,
  );
}

async function exportAll(run: Run, paths: readonly string[], options: ExportOptions): Promise<void> {
  const corpus = new Corpus(run);
  const named = paths.length > 0 || options.filesFrom !== undefined ? paths : ['.'];
  const targets = await corpus.findDocuments(named, options);
  const documents = await corpus.load(targets);
  const isOne =
    options.filesFrom === undefined &&
    named.length === 1 &&
    targets.length === 1 &&
    targets[0]?.isNamed === true;
  const write = FORMATS[options.to];
  const exported = { corpus, documents, isOne };
  if (options.output === undefined || options.output === '-') await write(exported, run.output);
  else await writeFileAside(options.output, { replaces: true }, (sink) => write(exported, sink));
}

function describe({ workspace }: Corpus, { target, document }: LoadedDocument) {
  return { path: target.path, ...describeDocument(workspace, document) };
}

async function writeJson({ corpus, documents, isOne }: Exported, sink: Sink): Promise<void> {
  const write = (loaded: LoadedDocument) => JSON.stringify(describe(corpus, loaded), null, 2);
  const [first] = documents;
  if (isOne) {
    if (first) await sink.write(`${write(first)}\n`);
    return;
  }
  let separator = '[\n';
  for (const loaded of documents) {
    await sink.write(separator + write(loaded));
    separator = ',\n';
  }
  await sink.write(documents.length === 0 ? '[]\n' : '\n]\n');
}

async function writeNdjson({ corpus, documents }: Exported, sink: Sink): Promise<void> {
  for (const loaded of documents) await sink.write(`${JSON.stringify(describe(corpus, loaded))}\n`);
}
