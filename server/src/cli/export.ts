/** `demarche export`: what documents mean, for other programs. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { AttributeDefinition } from '../codebook/attributes.ts';
import { attributesOf } from '../codebook/index.ts';
import { FacetCounts } from '../formats/facets.ts';
import type { ExportContext, ExportDocument, Format, NamedFile } from '../formats/format.ts';
import { FORMATS } from '../formats/index.ts';
import { describeDocument } from '../formats/json.ts';
import { PICTURE_FORMATS } from '../pictures/picture.ts';
import { Corpus, type LoadedDocument } from './corpus.ts';
import { exportLines } from './exportLines.ts';
import {
  addPictureOptions,
  type PictureOptions,
  type PictureOrder,
  pictureOrder,
  writePicture,
} from './exportPicture.ts';
import { CommandError, EXIT } from './failure.ts';
import { firstTwin, namesFor } from './names.ts';
import type { Run } from './run.ts';
import { addShardOption, inShard, type ShardOption } from './shard.ts';
import { addTargetOptions, type Target, type TargetOptions } from './targets.ts';
import { addJobsOption, type JobsOption } from './threads.ts';
import { WriteError, writeFileAside } from './writeAside.ts';

interface ExportOptions extends TargetOptions, PictureOptions, JobsOption, ShardOption {
  readonly to: string;
  readonly output?: string;
}

export function exportCommand(run: Run): Command {
  const command = new Command('export')
    .summary('write what documents mean, for other programs')
    .description(
      'Writes what documents mean, for other programs. Without paths: those in the working folder. What a format can’t hold is named on standard error.',
    )
    .argument('[paths...]', 'files, folders, globs, or - for standard input')
    .addOption(
      new Option('--to <format>', 'one of the formats below')
        .choices([...new Set([...FORMATS.keys(), ...PICTURE_FORMATS])])
        .makeOptionMandatory(),
    )
    .option(
      '-o, --output <path>',
      'write to a file, whole or not at all; to a folder, where there are several',
    )
    .action(async (paths: string[], options: ExportOptions) => {
      await exportAll(run, paths, options);
      run.exitCode = EXIT.clean;
    });
  return addJobsOption(addShardOption(addTargetOptions(addPictureOptions(command)))).addHelpText(
    'after',
    `
Formats:
${formatHelp()}

Examples:
  demarche export --to ndjson texts -o statements.ndjson
  demarche export --to brat texts -o brat-project
  demarche export --to svg --picture network texts -o network.svg`,
  );
}

/** A line for each format. */
function formatHelp(): string {
  const width = Math.max(...[...FORMATS.keys()].map((name) => name.length));
  const lines = [...FORMATS.values()].map(({ name, summary }) => [name, summary]);
  lines.push(
    ['svg', 'a picture: the argument map, or what --picture says'],
    ['dot', 'the same, for Graphviz'],
  );
  return lines.map(([name = '', summary]) => `  ${name.padEnd(width)}  ${summary}`).join('\n');
}

async function exportAll(run: Run, paths: readonly string[], options: ExportOptions): Promise<void> {
  const picture = pictureOrder(options.to, options);
  const format = picture === null ? (FORMATS.get(options.to) as Format) : null;
  if (
    options.output === undefined &&
    (format?.writer.makes === 'files' || format?.writer.makes === 'archive')
  )
    throw new CommandError(`${format.name} is no single text: say where to write it with -o`);
  const corpus = new Corpus(run);
  const named = paths.length > 0 || options.filesFrom !== undefined ? paths : ['.'];
  const targets = inShard(await corpus.findDocuments(named, options), options);
  if (format?.name === 'ndjson') return exportNdjson(run, targets, options);
  const documents = await corpus.load(targets);
  if (format === null) {
    await writePicture(run, picture as PictureOrder, corpus, documents, options);
    return;
  }
  const isOne =
    options.filesFrom === undefined &&
    named.length === 1 &&
    targets.length === 1 &&
    targets[0]?.isNamed === true;
  await new Export(run, corpus, format, documents, options.output).write({
    isOne,
    attributes: attributesOfAll(corpus, documents),
  });
}

/** Has neither losses nor doubts, and needs to know no two documents at once. */
async function exportNdjson(run: Run, targets: readonly Target[], options: ExportOptions): Promise<void> {
  const { output } = options;
  if (output === undefined || output === '-') await exportLines(run, targets, options, run.output);
  else await writeFileAside(output, { replaces: true }, (sink) => exportLines(run, targets, options, sink));
}

/** The attributes of all codebooks that the documents follow, by name. */
function attributesOfAll(
  { workspace }: Corpus,
  documents: readonly LoadedDocument[],
): ReadonlyMap<string, AttributeDefinition> {
  const codebooks = new Set(
    documents.map(({ document }) => workspace.codebookOf(document)?.codebook ?? null),
  );
  return new Map([...codebooks].flatMap((codebook) => [...attributesOf(codebook)]));
}

/** One export: documents are described as the format asks for them, and what it leaves out is counted. */
class Export {
  readonly #run: Run;
  readonly #corpus: Corpus;
  readonly #format: Format;
  readonly #documents: readonly LoadedDocument[];
  readonly #output: string | undefined;
  readonly #losses: FacetCounts;
  readonly #doubts: FacetCounts;

  constructor(
    run: Run,
    corpus: Corpus,
    format: Format,
    documents: readonly LoadedDocument[],
    output: string | undefined,
  ) {
    this.#run = run;
    this.#corpus = corpus;
    this.#format = format;
    this.#documents = documents;
    this.#output = output === '-' ? undefined : output;
    this.#losses = new FacetCounts(format.lacks);
    this.#doubts = new FacetCounts(format.doubts);
  }

  async write(context: ExportContext): Promise<void> {
    const { writer, ending } = this.#format;
    switch (writer.makes) {
      case 'text':
        await this.#writeText(writer.write(this.#described(), context));
        break;
      case 'each':
        if (this.#isForFolder()) await this.#writeFiles(eachAsFile(this.#described(), writer.write, ending));
        else await this.#writeText(mapped(this.#described(), writer.write));
        break;
      case 'files':
        await this.#writeFiles(writer.write(this.#described(), context));
        break;
      case 'archive': {
        const bytes = writer.write(this.#described(), context);
        if (this.#output === undefined)
          throw new CommandError(`${this.#format.name} is no text: say where to write it with -o`);
        await writeFileAside(this.#output, { replaces: true }, (sink) => sink.write(bytes));
      }
    }
    const { name } = this.#format;
    const losses = this.#losses.phrases();
    if (losses.length > 0) this.#run.note(`${name} leaves out ${losses.join('; ')}`);
    for (const phrase of this.#doubts.phrases()) this.#run.note(`${name} has ${phrase}`);
  }

  *#described(): Generator<ExportDocument> {
    const names = namesFor(this.#documents.map(({ target }) => target));
    const twin = firstTwin(names.values());
    if (twin !== null && this.#format.writer.makes !== 'text')
      throw new CommandError(`two documents would be written to ${twin}${this.#format.ending}`);
    for (const { target, document } of this.#documents) {
      const { workspace } = this.#corpus;
      const meaning = describeDocument(workspace, document);
      this.#losses.add(meaning);
      this.#doubts.add(meaning);
      const attributes = attributesOf(workspace.codebookOf(document)?.codebook ?? null);
      yield { path: target.path, name: names.get(target) as string, meaning, attributes };
    }
  }

  /** Whether each document gets a file of its own in a folder. */
  #isForFolder(): boolean {
    const output = this.#output;
    if (output !== undefined && (/[/\\]$/.test(output) || isFolder(output))) return true;
    if (this.#documents.length < 2) return false;
    if (output === undefined)
      throw new CommandError(
        `these are ${this.#documents.length} documents: ${this.#format.name} has a file for each, so name a folder with -o`,
      );
    return true;
  }

  async #writeText(pieces: Iterable<string>): Promise<void> {
    const writeTo = async (sink: { write(text: string): Promise<void> }) => {
      for (const piece of pieces) await sink.write(piece);
    };
    if (this.#output === undefined) await writeTo(this.#run.output);
    else await writeFileAside(this.#output, { replaces: true }, writeTo);
  }

  /** Writes files below the folder. One that can't be written is noted, and the others are still done. */
  async #writeFiles(files: Iterable<NamedFile>): Promise<void> {
    if (this.#output === undefined)
      throw new CommandError(`${this.#format.name} has several files: name a folder with -o`);
    for (const { name, content } of files) {
      const path = join(this.#output, name);
      try {
        await writeFileAside(path, { replaces: true }, (sink) => sink.write(content));
      } catch (error) {
        if (!(error instanceof WriteError)) throw error;
        this.#run.failNamed(path, error.reason);
      }
    }
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function* mapped<T, R>(items: Iterable<T>, map: (item: T) => R): Generator<R> {
  for (const item of items) yield map(item);
}

function* eachAsFile(
  documents: Iterable<ExportDocument>,
  write: (document: ExportDocument) => string,
  ending: string,
): Generator<NamedFile> {
  for (const document of documents) yield { name: `${document.name}${ending}`, content: write(document) };
}
