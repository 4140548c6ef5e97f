/** `demarche tag`: a document out of a plain text. */
import { Command } from 'commander';
import type { Actor } from '../codebook/index.ts';
import { tagText, titleOf } from '../formats/tag.ts';
import { DOCUMENT_ENDING } from '../model/discovery.ts';
import { decodeText } from '../model/files.ts';
import { folderOf } from '../model/location.ts';
import { CODEBOOK_NAME } from '../model/workspace.ts';
import { Corpus } from './corpus.ts';
import { CommandError, EXIT } from './failure.ts';
import { toLocation } from './paths.ts';
import type { Run } from './run.ts';
import { writeFileAside } from './writeAside.ts';

interface TagCommandOptions {
  readonly output?: string;
  readonly force?: true;
  readonly title?: string;
  readonly author?: readonly string[];
  readonly date?: string;
  readonly source?: string;
  readonly lang?: string;
  readonly coder?: string;
  readonly mentions?: true;
}

export function tagCommand(run: Run): Command {
  const addAuthor = (author: string, before: readonly string[] = []) => [...before, author];
  return new Command('tag')
    .summary('make a document of a plain text')
    .description(
      'Makes a document of plain text or Markdown: a head, then the text, its braces escaped. demarche strip gives the text back, byte for byte.',
    )
    .argument('[path]', 'the text, or - for standard input', '-')
    .option('-o, --output <file>', 'write to a file')
    .option('--force', 'replace a file that is there')
    .option('--title <title>', 'without it: the first heading, or a short first line')
    .option('--author <author>', 'an actor’s id, or a name; may be given several times', addAuthor)
    .option('--date <date>', 'when it was published, as in 2022-01-19')
    .option('--source <source>', 'where it was published')
    .option('--lang <tag>', 'the language of the text')
    .option('--coder <coder>', 'who codes it')
    .option('--mentions', 'tag the names of the codebook’s actors')
    .action(async (path: string, options: TagCommandOptions) => {
      await tag(run, path, options);
      run.exitCode = EXIT.clean;
    })
    .addHelpText(
      'after',
      `
Example:
  demarche tag halfway.md --date 2022-01-19 --mentions -o texts/halfway.demarche`,
    );
}

async function tag(run: Run, path: string, options: TagCommandOptions): Promise<void> {
  const { output, force, mentions, title, author, date, source, lang, coder } = options;
  if (path.endsWith(DOCUMENT_ENDING)) throw new CommandError(`${path}: is a document already`);
  const text = await readText(run, path);
  const actors = mentions ? await actorsFor(run, output ?? (path === '-' ? undefined : path)) : [];
  const head = { title: title ?? titleOf(text) ?? undefined, author, date, source, lang, coder };
  const document = tagText(text, { head, actors });
  if (output === undefined || output === '-') await run.output.write(document);
  else await writeFileAside(output, { replaces: force ?? false }, (sink) => sink.write(document));
}

async function readText(run: Run, path: string): Promise<string> {
  try {
    return decodeText(path === '-' ? await run.readInput() : await run.files.read(toLocation(run.cwd, path)));
  } catch (error) {
    throw new CommandError(
      `${path === '-' ? '<stdin>' : path}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** The actors of the codebook that a document at a path would follow; of the working folder's without one. */
async function actorsFor(run: Run, path: string | undefined): Promise<readonly Actor[]> {
  const folder = path === undefined ? toLocation(run.cwd, '.') : folderOf(toLocation(run.cwd, path));
  const codebook = await new Corpus(run).codebooks.above(folder);
  if (codebook === null)
    throw new CommandError(`--mentions: there is no ${CODEBOOK_NAME} from ${run.shown(folder)} upwards`);
  return [...codebook.codebook.actors.values()];
}
