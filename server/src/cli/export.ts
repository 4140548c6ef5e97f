/** `demarche export`: what documents mean, for other programs. */
import { Command, Option } from 'commander';
import { describeDocument } from '../formats/json.ts';
import { PICTURE_FORMATS, type PictureFormat } from '../pictures/picture.ts';
import { Corpus, type LoadedDocument } from './corpus.ts';
import { addPictureOptions, type PictureOptions, pictureOrder, writePicture } from './exportPicture.ts';
import { EXIT } from './failure.ts';
import type { Sink } from './output.ts';
import type { Run } from './run.ts';
import { addTargetOptions, type TargetOptions } from './targets.ts';
import { writeFileAside } from './writeAside.ts';

interface ExportOptions extends TargetOptions, PictureOptions {
  readonly to: keyof typeof FORMATS | PictureFormat;
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
      new Option(
        '--to <format>',
        'json: an object for one file, else an array; ndjson: an object a line; svg, html, dot: a picture',
      )
        .choices([...Object.keys(FORMATS), ...PICTURE_FORMATS])
        .makeOptionMandatory(),
    )
    .option('-o, --output <file>', 'write to a file, whole or not at all')
    .action(async (paths: string[], options: ExportOptions) => {
      await exportAll(run, paths, options);
      run.exitCode = EXIT.clean;
    });
  return addTargetOptions(addPictureOptions(command)).addHelpText(
    'after',
    `
Examples:
  demarche export --to ndjson texts -o statements.ndjson
  demarche export --to svg --picture network texts -o network.svg`,
  );
}

async function exportAll(run: Run, paths: readonly string[], options: ExportOptions): Promise<void> {
  const picture = pictureOrder(options.to, options);
  const corpus = new Corpus(run);
  const named = paths.length > 0 || options.filesFrom !== undefined ? paths : ['.'];
  const targets = await corpus.findDocuments(named, options);
  const documents = await corpus.load(targets);
  const isOne =
    options.filesFrom === undefined &&
    named.length === 1 &&
    targets.length === 1 &&
    targets[0]?.isNamed === true;
  const write = (sink: Sink) =>
    picture === null
      ? FORMATS[options.to as keyof typeof FORMATS]({ corpus, documents, isOne }, sink)
      : writePicture(run, picture, corpus, documents, options, sink);
  if (options.output === undefined || options.output === '-') await write(run.output);
  else await writeFileAside(options.output, { replaces: true }, write);
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
