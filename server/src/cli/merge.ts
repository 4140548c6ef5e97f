/** `demarche merge`: two coders' copies of a text as one document; also as Git's merge driver. */
import { basename } from 'node:path';
import { Command } from 'commander';
import { merge, type Refusal } from '../agreement/merge/merge.ts';
import { type Coding, codingOf } from '../agreement/units.ts';
import { reasonOf } from '../files/reasons.ts';
import { decodeText } from '../model/files.ts';
import { Corpus } from './corpus.ts';
import { CommandError, EXIT } from './failure.ts';
import { mergeLines } from './gitMergeFile.ts';
import { toLocation } from './paths.ts';
import type { Run } from './run.ts';
import { writeFileAside } from './writeAside.ts';

interface MergeOptions {
  readonly base?: string;
  readonly output?: string;
  readonly force?: true;
  readonly gitDriver?: true;
}

export function mergeCommand(run: Run): Command {
  return new Command('merge')
    .summary('two coders’ copies of a text as one document')
    .description(
      'Puts two coders’ marks into one document: what both have once, the rest side by side, each with a memo that says whose it is. The published text must be the same, and stays. With --base, the copy that both started from: what one added, changed or deleted is done, and only what both changed stands side by side.',
    )
    .argument('<a>', 'one coder’s copy')
    .argument('<b>', 'the other’s')
    .argument('[c]', 'with --git-driver: %O %A %B, as Git gives them')
    .option('--base <file>', 'the copy that both started from')
    .option('-o, --output <file>', 'write to a file')
    .option('--force', 'replace a file that is there')
    .option('--git-driver', 'as Git’s merge driver: merge %O, %A and %B, and write the result to %A')
    .action(async (a: string, b: string, c: string | undefined, options: MergeOptions) => {
      run.exitCode = options.gitDriver
        ? await drive(run, [a, b, c])
        : await mergeFiles(run, a, b, c, options);
    })
    .addHelpText(
      'after',
      `
Examples:
  demarche merge anna/ice.demarche ben/ice.demarche -o ice.demarche
  demarche merge --base before.demarche ours.demarche theirs.demarche

As Git’s merge driver, so that two marks in one paragraph are no conflict:
  git config merge.demarche.driver "demarche merge --git-driver %O %A %B"
  echo "*.demarche merge=demarche" >> .gitattributes
It ends with 1, and conflict markers, only where the text itself conflicts.`,
    );
}

async function mergeFiles(
  run: Run,
  a: string,
  b: string,
  surplus: string | undefined,
  { base, output, force }: MergeOptions,
): Promise<number> {
  if (surplus !== undefined) throw new CommandError('merge takes two copies: name no more, or use --base');
  const [one, other, before] = [
    await read(run, a),
    await read(run, b),
    base === undefined ? null : await read(run, base),
  ];
  const names = namesOf(one, other, [shortName(a), shortName(b)]);
  const outcome = merge({ a: one, b: other, base: before, names });
  if ('refused' in outcome) throw new CommandError(reasonFor(outcome.refused, [a, b, base ?? '']));
  const { text, counts, unplaced } = outcome.merged;
  if (before !== null && before.text.text !== one.text.text)
    run.note(`${base}: its text is another: merged without it`);
  if (output === undefined || output === '-') await run.output.write(text);
  else await writeFileAside(output, { replaces: force ?? false }, (sink) => sink.write(text));
  run.note(
    `${counts.agreed} agreed, ${counts.differing} differ, ${counts.onlyA} by ${names[0]} only, ${counts.onlyB} by ${names[1]} only`,
  );
  if (unplaced > 0)
    run.note(`${unplaced} could not be placed and stand in memos: look for “to be put in by hand”`);
  return unplaced > 0 ? EXIT.findings : EXIT.clean;
}

/** Git's merge driver: what it can't merge by marks, it merges by lines, as Git would have. */
async function drive(run: Run, files: readonly (string | undefined)[]): Promise<number> {
  const [base, ours, theirs] = files;
  if (!base || !ours || !theirs) throw new CommandError('--git-driver takes three files: %O %A %B');
  const outcome = await mergeByMarks(run, base, ours, theirs);
  if (outcome !== null) {
    await writeFileAside(ours, { replaces: true }, (sink) => sink.write(outcome));
    return EXIT.clean;
  }
  const { text, conflicts } = await mergeLines(base, ours, theirs);
  await writeFileAside(ours, { replaces: true }, (sink) => sink.write(text));
  return conflicts ? EXIT.findings : EXIT.clean;
}

/** Null where the text itself was changed, or marks have mistakes. */
async function mergeByMarks(run: Run, base: string, ours: string, theirs: string): Promise<string | null> {
  const [before, a, b] = [await read(run, base), await read(run, ours), await read(run, theirs)];
  // Without a common ancestor, Git gives an empty file.
  const ancestor = before.document.source.length === 0 ? null : before;
  if (ancestor !== null && ancestor.text.text !== a.text.text) return null;
  const outcome = merge({ a, b, base: ancestor, names: namesOf(a, b, ['ours', 'theirs']) });
  if ('refused' in outcome) return null;
  return outcome.merged.unplaced > 0 ? null : outcome.merged.text;
}

async function read(run: Run, path: string): Promise<Coding> {
  const corpus = new Corpus(run);
  const location = toLocation(run.cwd, path);
  let text: string;
  try {
    text = decodeText(path === '-' ? await run.readInput() : await run.files.read(location));
  } catch (error) {
    throw new CommandError(`${path}: ${reasonOf(error)}`);
  }
  await corpus.codebooks.above(location.slice(0, location.lastIndexOf('/')));
  return codingOf(corpus.workspace, corpus.workspace.setDocument(location, text));
}

/** The coders' names as their heads give them, if they are two; else what to call them. */
function namesOf(a: Coding, b: Coding, fallback: readonly [string, string]): readonly [string, string] {
  const [one, other] = [a.document.coder, b.document.coder];
  if (one && other && one !== other) return [one, other];
  return fallback[0] === fallback[1] ? ['a', 'b'] : fallback;
}

function shortName(path: string): string {
  return basename(path).replace(/\.demarche$/, '');
}

function reasonFor(refused: Refusal, [a, b, base]: readonly [string, string, string]): string {
  switch (refused.because) {
    case 'text': {
      const { line, column, a: one, b: other } = refused.difference;
      return `${a} and ${b} are not copies of one text: the published texts differ from line ${line}, column ${column} on: “${one}” and “${other}”`;
    }
    case 'mistakes': {
      const path = { a, b, base }[refused.side];
      const mistakes = refused.count === 1 ? '1 mistake' : `${refused.count} mistakes`;
      return `${path}: ${mistakes} in the marks; mend them first (demarche lint shows them)`;
    }
    case 'unsafe':
      return 'the marks of both can’t stand in one document without a change of the text: nothing was written';
  }
}
