/** `demarche agree`: how far two coders agree, and where they do not. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { firstDifference } from '../agreement/comparableText.ts';
import { type PairedCodings, pairCodings } from '../agreement/disagreements.ts';
import { type Measures, measure } from '../agreement/measures.ts';
import { type Paired, pairDocuments } from '../agreement/pairing.ts';
import type { Coding } from '../agreement/units.ts';
import { type AgreeFormat, type ComparedDocument, writeAgreement } from './agreeReport.ts';
import { type CodedDocument, codingsAt, codingsOf } from './codings.ts';
import { paintFor } from './colours.ts';
import { CommandError, EXIT } from './failure.ts';
import type { Run } from './run.ts';
import { formatFor, tableFormatOption } from './tables.ts';

interface AgreeOptions {
  readonly git?: true;
  readonly format?: AgreeFormat;
  readonly only?: 'measures' | 'disagreements';
  readonly failUnder?: number;
}

export function agreeCommand(run: Run): Command {
  return new Command('agree')
    .summary('how far two coders agree, and where they do not')
    .description(
      'Compares two coders’ marks in the same texts: whether they marked the same words (F1, Krippendorff’s αᵤ), and whether they said the same of them (Cohen’s κ, Krippendorff’s α); then each disagreement, with both places.',
    )
    .argument('<a>', 'one coder’s file or folder, or REVISION:path')
    .argument('<b>', 'the other’s')
    .argument('[paths...]', 'with --git: files and folders to compare; without: in the working folder')
    .option('--git', 'the two are revisions of the Git repository here')
    .addOption(tableFormatOption())
    .addOption(
      new Option(
        '--only <part>',
        'one of the two parts; csv and ndjson hold the measures unless it is given',
      ).choices(['measures', 'disagreements']),
    )
    .option('--fail-under <share>', 'exit with 1 if any F1 (overlap) or κ is lower, as in 0.7', shareFrom)
    .action(async (a: string, b: string, paths: string[], options: AgreeOptions) => {
      run.exitCode = await agree(run, [a, b], paths, options);
    })
    .addHelpText(
      'after',
      `
Documents pair by their id, and by path where an id is not unique; two files are
each other’s copy. Their published text must be the same: others are named and
left out. What can’t be computed says why. Attributes are compared with defaults
and what is taken over filled in.

Examples:
  demarche agree coders/anna coders/ben
  demarche agree --git main review texts --only disagreements --format csv`,
    );
}

function shareFrom(text: string): number {
  const share = Number(text);
  if (text.trim() === '' || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError('It is a number from 0 to 1.');
  return share;
}

async function agree(
  run: Run,
  [a, b]: readonly [string, string],
  paths: readonly string[],
  options: AgreeOptions,
): Promise<number> {
  if (!options.git && paths.length > 0)
    throw new CommandError('agree compares two: name no more, or use --git');
  const read = (name: string) => (options.git ? codingsOf(run, name, paths) : codingsAt(run, name));
  const documents = compare(run, await read(a), await read(b));
  if (documents.length === 0)
    throw new CommandError(`there is nothing to compare: no text is in both ${a} and ${b}`);
  const measures = measure(documents.map(({ paired }) => paired));
  const format = formatFor(options.format, process.stdout);
  await writeAgreement(
    { names: namesOf(documents, [a, b]), documents, measures },
    { format, only: options.only ?? null, sink: run.output, paint: paintFor(process.stdout, process.env) },
  );
  return options.failUnder !== undefined && isUnder(measures, options.failUnder) ? EXIT.findings : EXIT.clean;
}

/** Pairs documents and reads them. Those that have no copy, or another text, are named and left out. */
function compare(run: Run, a: readonly CodedDocument[], b: readonly CodedDocument[]): ComparedDocument[] {
  const { pairs, onlyA, onlyB } = pairDocuments<CodedDocument & Paired>(a, b);
  for (const { shown } of [...onlyA, ...onlyB])
    run.note(`${shown}: left out: the other coder has no copy of it`);
  return pairs.flatMap(([one, other]) => {
    const paired = comparable(run, one, other, one.coding(), other.coding());
    return paired === null
      ? []
      : [{ id: one.id, a: one.shown, b: other.shown, coders: [one.coder, other.coder] as const, paired }];
  });
}

function comparable(
  run: Run,
  one: CodedDocument,
  other: CodedDocument,
  a: Coding,
  b: Coding,
): PairedCodings | null {
  const difference = firstDifference(a.text.text, b.text.text);
  if (difference === null) return pairCodings(a, b);
  const { line, column } = difference;
  run.failNamed(
    one.shown,
    `left out: its text is not that of ${other.shown}; the published texts differ from line ${line}, column ${column} on: “${difference.a}” and “${difference.b}”`,
  );
  return null;
}

/** The coders' names, if all documents of each have one and the same, and they are two; else the paths. */
function namesOf(
  documents: readonly ComparedDocument[],
  paths: readonly [string, string],
): readonly [string, string] {
  const [one, other] = [0, 1].map((side) => new Set(documents.map(({ coders }) => coders[side as 0 | 1])));
  const [[a = ''], [b = '']] = [[...(one ?? [])], [...(other ?? [])]];
  const areNames = one?.size === 1 && other?.size === 1 && a !== '' && b !== '' && a !== b;
  return areNames ? [a, b] : paths;
}

function isUnder({ unitizing, labelling }: Measures, least: number): boolean {
  const figures = [...unitizing.map(({ overlap }) => overlap), ...labelling.map(({ kappa }) => kappa)];
  return figures.some(({ value }) => value !== null && value < least);
}
