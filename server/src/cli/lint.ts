/** `demarche lint`: what is wrong, and where. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { nearestName, SEVERITIES, type Severity } from '../codebook/index.ts';
import { reasonOf } from '../files/reasons.ts';
import { folderOf } from '../model/location.ts';
import type { CodebookFile } from '../model/workspace.ts';
import { fixCodebook, fixDocument } from '../rules/fixAll.ts';
import { RULES } from '../rules/index.ts';
import { Linter } from '../rules/linter.ts';
import type { FileEdit, Finding } from '../rules/rule.ts';
import { paintFor } from './colours.ts';
import { Corpus, type LoadedDocument } from './corpus.ts';
import { CommandError, EXIT } from './failure.ts';
import { JsonReport, NdjsonReport } from './lintJson.ts';
import { type FindingSeverity, type LintReport, type LintSummary, SEVERITY_ORDER } from './lintReport.ts';
import { TextReport } from './lintText.ts';
import type { Run } from './run.ts';
import { addTargetOptions, type Target, type TargetOptions } from './targets.ts';
import { WriteError, writeFileAside } from './writeAside.ts';

type Overrides = ReadonlyMap<string, Severity>;

interface LintOptions extends TargetOptions {
  readonly format: 'text' | 'json' | 'ndjson';
  readonly failOn: Exclude<FindingSeverity, 'hint'>;
  readonly rule: Overrides;
  readonly fix?: true;
  readonly hints?: true;
}

/** Rules that look at all documents of a codebook, whatever a document refers to. */
const ACROSS_DOCUMENTS = ['unanswered-demand'];

export function lintCommand(run: Run): Command {
  const command = new Command('lint')
    .summary('find mistakes in documents and codebooks')
    .description('Finds mistakes in documents and codebooks. Without paths: in the working folder.')
    .argument('[paths...]', 'files, folders, globs, or - for standard input')
    .addOption(formatOption())
    .addOption(failOption())
    .option(
      '--rule <name=severity>',
      'set how a rule is reported; may be given several times',
      addRule,
      new Map(),
    )
    .option('--fix', 'mend what can be mended without asking')
    .option('--hints', 'show hints too, in text')
    .action(async (paths: string[], options: LintOptions) => {
      run.exitCode = await lint(run, paths, options);
    });
  return addTargetOptions(command).addHelpText(
    'after',
    `
Exit code: 0 clean, 1 findings, 2 wrong use or a file that can’t be
read.

Example:
  demarche lint --fail-on warning --rule untagged-mention=warning texts`,
  );
}

function formatOption(): Option {
  return new Option('--format <format>', 'how to tell').choices(['text', 'json', 'ndjson']).default('text');
}

function failOption(): Option {
  return new Option('--fail-on <severity>', 'exit with 1 from this severity on')
    .choices(['error', 'warning', 'info'])
    .default('error');
}

function addRule(setting: string, before: Overrides): Overrides {
  const [name = '', severity = '', ...rest] = setting.split('=');
  if (rest.length > 0 || severity === '') throw new InvalidArgumentError('Write it as name=severity.');
  if (!RULES.has(name)) {
    const near = nearestName(name, RULES.keys());
    throw new InvalidArgumentError(`There is no rule ${name}.${near ? ` Did you mean ${near}?` : ''}`);
  }
  if (!SEVERITIES.includes(severity as Severity)) {
    throw new InvalidArgumentError(`A severity is one of ${SEVERITIES.join(', ')}.`);
  }
  return new Map(before).set(name, severity as Severity);
}

async function lint(run: Run, paths: readonly string[], options: LintOptions): Promise<number> {
  if (options.fix && paths.includes('-'))
    throw new CommandError('--fix needs files: standard input has no place to write to');
  const corpus = new Corpus(run);
  const isListed = options.filesFrom !== undefined;
  const targets = await corpus.find(paths.length > 0 || isListed ? paths : ['.'], options);
  const loaded = await corpus.load(targets.filter(({ kind }) => kind === 'document'));
  const codebooks = await loadCodebooks(corpus, targets);
  await loadNeighbours(corpus, loaded, codebooks, options.rule);
  const linter = new Linter(corpus.workspace, options.rule);
  if (options.fix) await fixAll(run, corpus, linter, loaded, codebooks);
  noteBrokenCodebooks(run, corpus, loaded, codebooks);
  const summary = await reportAll(reportFor(run, options), corpus, linter, targets, loaded);
  const worst = SEVERITY_ORDER.slice(0, SEVERITY_ORDER.indexOf(options.failOn) + 1);
  return worst.some((severity) => summary[severity] > 0) ? EXIT.findings : EXIT.clean;
}

function reportFor(run: Run, { format, hints }: LintOptions): LintReport {
  if (format === 'json') return new JsonReport(run.output);
  if (format === 'ndjson') return new NdjsonReport(run.output);
  const width = Math.min(process.stdout.columns || 80, 120);
  return new TextReport(run.output, paintFor(process.stdout, process.env), {
    width,
    showsHints: hints ?? false,
  });
}

/** The codebooks that were asked for, and that can be read. */
async function loadCodebooks(corpus: Corpus, targets: readonly Target[]): Promise<CodebookFile[]> {
  const codebooks: CodebookFile[] = [];
  for (const { kind, location } of targets) {
    const file = kind === 'codebook' ? await corpus.codebooks.at(location) : null;
    if (file !== null) codebooks.push(file);
  }
  return codebooks;
}

/** Reads what the findings depend on and nobody asked for. */
async function loadNeighbours(
  corpus: Corpus,
  loaded: readonly LoadedDocument[],
  codebooks: readonly CodebookFile[],
  overrides: Overrides,
): Promise<void> {
  const { workspace } = corpus;
  const documents = loaded.map(({ document }) => document);
  const looksAcross = documents.filter((document) =>
    ACROSS_DOCUMENTS.some((rule) => {
      const ofCodebook = workspace.codebookOf(document)?.codebook.lint.rules.get(rule)?.value;
      const severity = overrides.get(rule) ?? document.head.lint.rules.get(rule)?.value ?? ofCodebook;
      return (severity ?? RULES.get(rule)?.severity ?? 'off') !== 'off';
    }),
  );
  await corpus.loadNeighbours([...new Set([...looksAcross, ...corpus.withUnknownReferences(documents)])]);
  // Whether a codebook's entries are used, only its documents tell.
  for (const { location } of codebooks) await corpus.loadFolder(folderOf(location));
}

async function fixAll(
  run: Run,
  corpus: Corpus,
  linter: Linter,
  loaded: readonly LoadedDocument[],
  codebooks: readonly CodebookFile[],
): Promise<void> {
  const { workspace } = corpus;
  /** @param mend makes the edits in the workspace and tells of them */
  const fixOne = async (location: string, mend: () => readonly FileEdit[], text: () => string) => {
    try {
      if (mend().length === 0) return;
      await writeFileAside(run.shown(location), { replaces: true }, (sink) => sink.write(text()));
    } catch (error) {
      run.failNamed(run.shown(location), error instanceof WriteError ? error.reason : reasonOf(error));
    }
  };
  for (const { document } of loaded) {
    const mend = () => fixDocument(workspace, linter, document);
    await fixOne(document.location, mend, () => document.source.text);
  }
  for (const { location } of codebooks) {
    const mend = () => fixCodebook(workspace, linter, location);
    await fixOne(location, mend, () => workspace.codebooks.get(location)?.text ?? '');
  }
}

/** Documents with a codebook that is no YAML have findings that nobody understands: says why, once. */
function noteBrokenCodebooks(
  run: Run,
  corpus: Corpus,
  loaded: readonly LoadedDocument[],
  reported: readonly CodebookFile[],
): void {
  const files = new Set(loaded.map(({ document }) => corpus.workspace.codebookOf(document)));
  for (const file of files) {
    const isBroken = file?.codebook.problems.some(({ rule }) => rule === 'invalid-yaml');
    if (file === null || !isBroken || reported.includes(file)) continue;
    run.note(`${run.shown(file.location)}: mistakes in the YAML; run demarche lint on it`);
  }
}

/** Tells of each target, in order. */
async function reportAll(
  report: LintReport,
  { workspace }: Corpus,
  linter: Linter,
  targets: readonly Target[],
  loaded: readonly LoadedDocument[],
): Promise<LintSummary> {
  const summary: LintSummary = { files: 0, error: 0, warning: 0, info: 0, hint: 0 };
  const documents = new Map(loaded.map(({ target, document }) => [target, document]));
  for (const target of targets) {
    const document = documents.get(target);
    const codebook = target.kind === 'codebook' ? workspace.codebooks.get(target.location) : undefined;
    let findings: Finding[];
    if (document) findings = linter.findingsIn(document);
    else if (codebook) findings = linter.findingsInCodebook(codebook);
    else continue;
    summary.files++;
    for (const { severity } of findings) summary[severity]++;
    const text = findings.length === 0 ? '' : (document?.source.text ?? codebook?.text ?? '');
    await report.file({ path: target.path, text: TextDocument.create('', '', 0, text), findings });
  }
  await report.end(summary);
  return summary;
}
