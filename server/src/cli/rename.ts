/** `demarche rename`: another name for an actor, a topic, a statement, a document or an attribute, everywhere. */
import { Argument, Command } from 'commander';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlacedEdit } from '../features/fileEdits.ts';
import { renameSubject } from '../features/rename.ts';
import { finish } from '../model/pieces.ts';
import { applyEdits } from '../rules/edits.ts';
import { SourceDocument } from '../syntax/document.ts';
import { strip } from '../syntax/strip.ts';
import { neutralized } from './cells.ts';
import { Corpus } from './corpus.ts';
import { CommandError, EXIT } from './failure.ts';
import { RENAME_KINDS, type RenameKind, subjectNamed } from './renameSubject.ts';
import type { Run } from './run.ts';
import { addTargetOptions, type TargetOptions } from './targets.ts';
import { type Replacement, replaceTogether } from './writeAside.ts';

interface RenameOptions extends TargetOptions {
  readonly dryRun?: true;
}

export function renameCommand(run: Run): Command {
  const command = new Command('rename')
    .summary('give an actor, topic, statement … another name, everywhere')
    .description(
      'Changes an id in the codebook and in all documents that follow it, wherever they are. Refused, with the reason, if somebody has the new name. All files are changed, or none. Without paths: what is in the working folder.',
    )
    .addArgument(new Argument('<kind>', 'what it is').choices(RENAME_KINDS))
    .argument('<old>', 'its id; for a statement, document/id where several have it')
    .argument('<new>', 'its new id')
    .argument('[paths...]', 'files, folders or globs')
    .option('--dry-run', 'change nothing; show each place')
    .action(async (kind: RenameKind, from: string, to: string, paths: string[], options: RenameOptions) => {
      await renameAll(run, { kind, from, to }, paths, options);
      run.exitCode = EXIT.clean;
    });
  return addTargetOptions(command).addHelpText(
    'after',
    `
Examples:
  demarche rename actor russia rus texts
  demarche rename --dry-run statement halfway/halt stop`,
  );
}

interface Wish {
  readonly kind: RenameKind;
  readonly from: string;
  readonly to: string;
}

async function renameAll(
  run: Run,
  { kind, from, to }: Wish,
  paths: readonly string[],
  options: RenameOptions,
): Promise<void> {
  if (paths.includes('-'))
    throw new CommandError('rename needs files: standard input has no place to write to');
  const corpus = new Corpus(run);
  const named = paths.length > 0 || options.filesFrom !== undefined ? paths : ['.'];
  const targets = await corpus.find(named, options);
  await corpus.loadWithNeighbours(targets);
  // A file that could not be read would keep the old name.
  if (run.hasFailed) throw new CommandError('nothing was renamed: not all files could be read');
  const subject = subjectNamed(corpus.workspace, targets, kind, from);
  const { edits, refusal } = finish(renameSubject(corpus.workspace, subject, to));
  if (refusal !== null) throw new CommandError(refusal);
  const changes = changesBy(corpus, edits);
  if (options.dryRun) for (const change of changes) await run.output.write(listOf(run, change));
  else {
    await replaceTogether(changes.map((change) => replacementOf(run, change)));
    for (const { location, edits: own } of changes)
      await run.output.write(`${neutralized(run.shown(location))}: ${places(own.length)}\n`);
  }
  const word = options.dryRun ? 'would be changed' : 'changed';
  await run.output.write(
    `${places(edits.length)} in ${changes.length} ${changes.length === 1 ? 'file' : 'files'} ${word}\n`,
  );
}

/** What happens to one file. */
interface Change {
  readonly location: string;
  readonly text: string;
  readonly isDocument: boolean;
  readonly edits: readonly PlacedEdit[];
}

/** @param edits by file and place */
function changesBy({ workspace }: Corpus, edits: readonly PlacedEdit[]): Change[] {
  const byLocation = new Map<string, PlacedEdit[]>();
  for (const edit of edits) {
    const own = byLocation.get(edit.location);
    if (own) own.push(edit);
    else byLocation.set(edit.location, [edit]);
  }
  return [...byLocation].map(([location, own]) => {
    const document = workspace.document(location);
    const text = document?.source.text ?? workspace.codebooks.get(location)?.text ?? '';
    return { location, text, isDocument: document !== null, edits: own };
  });
}

/** @throws CommandError if published words would change */
function replacementOf(run: Run, { location, text, isDocument, edits }: Change): Replacement {
  const path = run.shown(location);
  const after = applyEdits(text, edits);
  if (isDocument && strip(new SourceDocument(after)) !== strip(new SourceDocument(text)))
    throw new CommandError(`${path}: nothing was renamed: that would change the published text`);
  return { path, before: text, after };
}

/** A line for each place: where, and the words before and after. */
function listOf(run: Run, { location, text, edits }: Change): string {
  const lines = TextDocument.create('', '', 0, text);
  return edits
    .map(({ start, end, text: after }) => {
      const { line, character } = lines.positionAt(start);
      const place = `${run.shown(location)}:${line + 1}:${character + 1}`;
      return `${neutralized(`${place}: ${text.slice(start, end)} → ${after}`)}\n`;
    })
    .join('');
}

function places(count: number): string {
  return `${count} ${count === 1 ? 'place' : 'places'}`;
}
