/** `demarche export --picture`: one picture of all documents, made by the same code as the editor's. */
import type { Command } from 'commander';
import { Option } from 'commander';
import { Memory } from '../pictures/memory.ts';
import {
  makeFile,
  PICTURE_FORMATS,
  PICTURE_KINDS,
  type PictureFormat,
  type PictureKind,
} from '../pictures/picture.ts';
import { NO_FILTER } from '../pictures/scope.ts';
import type { Corpus, LoadedDocument } from './corpus.ts';
import { CommandError } from './failure.ts';
import type { Run } from './run.ts';
import { writeFileAside } from './writeAside.ts';

export interface PictureOptions {
  readonly picture?: PictureKind;
  readonly actor?: readonly string[];
  readonly topic?: readonly string[];
  readonly kind?: 'claim' | 'demand';
}

/** What is to be drawn. */
export interface PictureOrder {
  readonly format: PictureFormat;
  readonly kind: PictureKind;
}

/** Adds the options that pictures have. */
export function addPictureOptions(command: Command): Command {
  const ids = (value: string) =>
    value
      .split(',')
      .map((id) => id.trim().replace(/^[@#]/, '').normalize('NFC'))
      .filter((id) => id !== '');
  return command
    .addOption(
      new Option(
        '--picture <what>',
        'for svg, dot and html: what to draw; demands are a table, as html',
      ).choices(PICTURE_KINDS),
    )
    .option('--actor <ids>', 'in a picture: only statements by or to one of these', ids)
    .option('--topic <ids>', 'in a picture: only these topics, and those that belong to them', ids)
    .addOption(
      new Option('--kind <kind>', 'in a picture: only claims, or only demands').choices(['claim', 'demand']),
    );
}

/** The picture that the options ask for; null if they ask for something else. @throws CommandError if they clash */
export function pictureOrder(to: string, options: PictureOptions): PictureOrder | null {
  // A page without a picture is the text's.
  const isPicture = to !== 'html' || options.picture !== undefined;
  const format = isPicture ? PICTURE_FORMATS.find((each) => each === to) : undefined;
  if (format === undefined) {
    const given = (['picture', 'actor', 'topic', 'kind'] as const).find(
      (name) => options[name] !== undefined,
    );
    if (given === undefined) return null;
    throw new CommandError(
      to === 'html'
        ? `--${given} is for pictures: say which with --picture argument, network or demands`
        : `--${given} is for pictures (--to svg, html or dot), not for ${to}`,
    );
  }
  const kind = options.picture ?? 'argument';
  if (kind === 'demands' && format !== 'html')
    throw new CommandError(`--picture demands is a table: it goes to html, not to ${format}`);
  return { format, kind };
}

/** Writes one picture of all documents. What they refer to in others is read too. */
export async function writePicture(
  run: Run,
  { format, kind }: PictureOrder,
  corpus: Corpus,
  loaded: readonly LoadedDocument[],
  options: PictureOptions & { readonly output?: string },
): Promise<void> {
  const documents = loaded.map(({ document }) => document);
  await corpus.loadNeighbours(corpus.withUnknownReferences(documents));
  const filter = {
    actors: options.actor ?? NO_FILTER.actors,
    topics: options.topic ?? NO_FILTER.topics,
    kinds: options.kind === undefined ? NO_FILTER.kinds : [options.kind],
  };
  const work = makeFile(corpus.workspace, documents, { kind, format, filter, theme: 'light' }, new Memory());
  let step = work.next();
  while (!step.done) step = work.next();
  const { text } = step.value;
  const { output } = options;
  if (output === undefined || output === '-') await run.output.write(text);
  else await writeFileAside(output, { replaces: true }, (sink) => sink.write(text));
  if (step.value.note !== null) run.note(step.value.note);
}
