/** `demarche import`: documents out of what other programs know of texts. */
import { basename, dirname, extname, join } from 'node:path';
import { Command, Option } from 'commander';
import { idFrom } from '../formats/attributeText.ts';
import { documentFrom } from '../formats/import/document.ts';
import { ImportError } from '../formats/import/imported.ts';
import { type ForeignDocument, IMPORTS, type ImportFormat } from '../formats/imports.ts';
import { DOCUMENT_ENDING } from '../model/discovery.ts';
import { decodeText, FileError } from '../model/files.ts';
import { CommandError, EXIT } from './failure.ts';
import { ImportCodebook } from './importCodebook.ts';
import { toLocation } from './paths.ts';
import type { Run } from './run.ts';
import { listedPaths } from './targets.ts';
import { WriteError, writeFileAside } from './writeAside.ts';

interface ImportOptions {
  readonly from: string;
  readonly text?: string;
  readonly output?: string;
  readonly force?: true;
  readonly codebook?: string;
  readonly filesFrom?: string;
}

export function importCommand(run: Run): Command {
  const width = Math.max(...[...IMPORTS.keys()].map((name) => name.length));
  const formats = [...IMPORTS.values()].map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return new Command('import')
    .summary('make documents of texts and what other programs know of them')
    .description(
      'Makes documents of texts and of what other programs know of them. Not a word of a text changes; what can’t be taken over is named on standard error.',
    )
    .argument('[paths...]', 'files of the other program, or folders of them')
    .addOption(
      new Option('--from <format>', 'one of the formats below')
        .choices([...IMPORTS.keys()])
        .makeOptionMandatory(),
    )
    .option('--text <path>', 'the text, or the folder with the texts; without it, beside the file')
    .option('-o, --output <path>', 'write to a file; to a folder, where there are several documents')
    .option('--force', 'replace files that are there')
    .option('--codebook <file>', 'put actors and topics into this codebook, not into the heads')
    .option('--files-from <file>', 'take paths from a file, one a line (- for standard input)')
    .action(async (paths: string[], options: ImportOptions) => {
      await new Import(run, options).importAll(paths);
      run.exitCode = EXIT.clean;
    })
    .addHelpText(
      'after',
      `
Formats:
${formats.join('\n')}

Examples:
  demarche import --from brat halfway.ann -o halfway.demarche
  demarche import --from qdpx all.qdpx --codebook demarche.yaml -o texts`,
    );
}

interface Found {
  readonly path: string;
  readonly foreign: ForeignDocument;
}

class Import {
  readonly #run: Run;
  readonly #options: ImportOptions;
  readonly #format: ImportFormat;
  readonly #codebook: ImportCodebook;

  constructor(run: Run, options: ImportOptions) {
    this.#run = run;
    this.#options = options;
    this.#format = IMPORTS.get(options.from) as ImportFormat;
    this.#codebook = new ImportCodebook(run, options);
  }

  async importAll(paths: readonly string[]): Promise<void> {
    const { filesFrom, output } = this.#options;
    const named = [...paths, ...(filesFrom === undefined ? [] : await listedPaths(this.#run, filesFrom))];
    if (named.length === 0) throw new CommandError('name the files to import');
    const found: Found[] = [];
    for (const path of await this.#filesOf(named)) found.push(...(await this.#documentsIn(path)));
    const isFolder = found.length > 1 || (output !== undefined && (await this.#kindOf(output)) === 'folder');
    if (isFolder && output === undefined)
      throw new CommandError(`these are ${found.length} documents: name a folder for them with -o`);
    await this.#codebook.load();
    const taken = new Set<string>();
    for (const each of found) await this.#importOne(each, isFolder ? this.#placeOf(each, taken) : output);
    await this.#codebook.write();
  }

  /** The files that paths stand for: themselves, or those of the format in a folder. */
  async #filesOf(paths: readonly string[]): Promise<string[]> {
    const files: string[] = [];
    for (const path of paths) {
      const kind = await this.#kindOf(path);
      if (kind === null) this.#run.failNamed(path, 'not found');
      else if (kind !== 'folder') files.push(path);
      else {
        const entries = await this.#run.files.list(toLocation(this.#run.cwd, path));
        const inside = entries
          .map(({ name }) => name)
          .filter((name) => this.#format.endings.includes(extname(name)));
        if (inside.length === 0)
          this.#run.failNamed(path, `no ${this.#format.endings.join(' or ')} files in it`);
        files.push(...inside.sort().map((name) => join(path, name)));
      }
    }
    return files;
  }

  #kindOf(path: string) {
    return this.#run.files.stat(toLocation(this.#run.cwd, path));
  }

  async #documentsIn(path: string): Promise<Found[]> {
    try {
      const bytes = await this.#run.files.read(toLocation(this.#run.cwd, path));
      return this.#format.documentsIn(bytes).map((foreign) => ({ path, foreign }));
    } catch (error) {
      return this.#fail(path, error) ?? [];
    }
  }

  /** Notes what keeps a file from being imported; the others are still done. Anything else is thrown on. */
  #fail(path: string, error: unknown): undefined {
    if (error instanceof ImportError || error instanceof FileError) this.#run.failNamed(path, error.message);
    else if (error instanceof WriteError) this.#run.fail(path, new Error(error.message));
    else throw error;
  }

  #placeOf({ path, foreign }: Found, taken: Set<string>): string {
    const wanted = idFrom(foreign.name ?? basename(path, extname(path)));
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
    taken.add(name);
    return join(this.#options.output as string, `${name}${DOCUMENT_ENDING}`);
  }

  async #importOne({ path, foreign }: Found, output: string | undefined): Promise<void> {
    const shown = foreign.name === null ? path : `${path} (${foreign.name})`;
    try {
      const text = foreign.text ?? (await this.#textFor(path, foreign));
      const names = await this.#codebook.namesFor(output);
      const imported = foreign.read(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), names);
      const document = documentFrom(text, imported, await this.#codebook.knownWith(imported, output));
      if (output === undefined || output === '-') await this.#run.output.write(document.text);
      else {
        const replaces = this.#options.force ?? false;
        await writeFileAside(output, { replaces }, (sink) => sink.write(document.text));
      }
      if (document.losses.length > 0)
        this.#run.note(`${shown}: not taken over: ${document.losses.join('; ')}`);
      const undeclared = await this.#codebook.undeclared(imported, output);
      if (undeclared.length > 0)
        this.#run.note(
          `${shown}: attributes that no codebook has yet: ${undeclared.join(', ')} (--codebook adds them)`,
        );
    } catch (error) {
      this.#fail(shown, error);
    }
  }

  /** The text of a document: the one that was named, or the `.txt` with its name. */
  async #textFor(path: string, { name }: ForeignDocument): Promise<string> {
    const { text } = this.#options;
    const isFile = text !== undefined && (await this.#kindOf(text)) === 'file';
    const folder = text ?? dirname(path);
    const wanted = name ?? basename(path, extname(path));
    if (!isFile && basename(wanted) !== wanted)
      throw new ImportError(`“${wanted}” is no name of a text: name it with --text`);
    const place = isFile ? text : join(folder, `${wanted}.txt`);
    if ((await this.#kindOf(place)) === null)
      throw new ImportError(`its text is not there: ${place}. Name the text, or its folder, with --text`);
    return decodeText(await this.#run.files.read(toLocation(this.#run.cwd, place)));
  }
}
