/**
 * What a thread does for a lint. `index` reads files for what others must know of them; `check` looks for mistakes;
 * `mend` mends. Between steps only codebooks stay in memory.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Severity } from '../codebook/index.ts';
import { reasonOf } from '../files/reasons.ts';
import { entryOf, type IndexEntry, partForIndex } from '../model/corpusIndex.ts';
import type { DocumentModel } from '../model/document.ts';
import { folderOf } from '../model/location.ts';
import { fixCodebook, fixDocument } from '../rules/fixAll.ts';
import { RULES } from '../rules/index.ts';
import { Linter } from '../rules/linter.ts';
import type { Finding } from '../rules/rule.ts';
import { EntryCensus } from './entryCensus.ts';
import { type Failure, type FileJob, Shelf } from './fileJob.ts';
import { type FormSettings, formOf } from './lintForms.ts';
import { emptySummary, type LintForm, type LintSummary } from './lintReport.ts';
import { shownPath } from './paths.ts';
import type { Task } from './threads.ts';

/** Rules that look at all documents of a codebook, whatever a document refers to. */
const ACROSS_DOCUMENTS = ['unanswered-demand'];

export interface LintSettings {
  readonly cwd: string;
  readonly rules: readonly (readonly [string, Severity])[];
  readonly form: FormSettings;
  /** Codebooks that are reported on: which documents use their entries has to be known. */
  readonly codebooks: readonly string[];
}

/** What is known of a file before the lint; null for what can't be read. */
export interface Indexed {
  readonly entry: IndexEntry;
  /** UTF-16 units. */
  readonly size: number;
  /** Whether it is asked what became of its demands. */
  readonly isAskedForAnswers: boolean;
  /** Where the documents are that it may refer to, and whether folders in there count; null where it asks for none. */
  readonly home: { readonly folder: string; readonly depth: 'deep' | 'flat' } | null;
  /** Codebooks that are reported on and whose entries it uses as the first that this thread saw. */
  readonly witnessOf: readonly { readonly codebook: string; readonly keys: readonly string[] }[];
}

export interface Portion {
  readonly files: readonly FileJob[];
  /** Other documents that the findings depend on. */
  readonly company: readonly string[];
  readonly nearIds: readonly string[];
}

export interface Checked {
  /** What the form makes of the files, in UTF-8. */
  readonly bytes: Uint8Array;
  readonly summary: LintSummary;
  readonly failures: readonly Failure[];
  /** Codebooks that are no YAML, as the user is told of them. */
  readonly broken: readonly string[];
}

export interface Mended {
  /** New texts of files. Who started the threads writes them: it alone is told of signals. */
  readonly texts: readonly { readonly location: string; readonly text: string }[];
  readonly failures: readonly Failure[];
  /** How many files were looked at. */
  readonly files: number;
}

export interface LintTask extends Task {
  index(input: { readonly files: readonly FileJob[] }): Promise<{
    readonly entries: readonly (Indexed | null)[];
    readonly failures: readonly Failure[];
  }>;
  check(input: Portion): Promise<Checked>;
  mend(input: Portion): Promise<Mended>;
}

export function lintTask(settings: LintSettings): LintTask {
  const worker = new LintWorker(settings);
  return {
    index: ({ files }) => worker.index(files),
    check: (portion) => worker.check(portion),
    mend: (portion) => worker.mend(portion),
  };
}

class LintWorker {
  readonly #settings: LintSettings;
  readonly #overrides: ReadonlyMap<string, Severity>;
  readonly #shelf: Shelf;
  readonly #linter: Linter;
  readonly #form: LintForm;
  readonly #census: EntryCensus;

  constructor(settings: LintSettings) {
    this.#settings = settings;
    this.#overrides = new Map(settings.rules);
    this.#shelf = new Shelf(settings.cwd);
    this.#linter = new Linter(this.#shelf.workspace, this.#overrides);
    this.#form = formOf(settings.form);
    this.#census = new EntryCensus(settings.codebooks);
  }

  async index(files: readonly FileJob[]) {
    const entries: (Indexed | null)[] = [];
    const failures: Failure[] = [];
    for (const location of this.#settings.codebooks) {
      const file = await this.#shelf.codebooks.at(location);
      if (file !== null) this.#census.begin(file);
    }
    for await (const { job, text } of this.#shelf.texts(files)) {
      if (text instanceof Error) failures.push([job.path, reasonOf(text)]);
      entries.push(text instanceof Error ? null : await this.#read(job.location, text));
    }
    this.#shelf.clear();
    // Whether a codebook can be read, the check says.
    this.#shelf.takeFailures();
    return { entries, failures };
  }

  async #read(location: string, text: string): Promise<Indexed> {
    const { workspace, codebooks } = this.#shelf;
    const isCounted = this.#census.asksFor(text);
    // The folder's codebook may ask for the answers to demands.
    await codebooks.above(folderOf(location));
    const document = workspace.setDocument(location, isCounted ? text : partForIndex(text));
    await this.#shelf.followsNamed(document);
    const entry = entryOf(document);
    const codebook = workspace.codebookOf(document);
    const isAskedForAnswers = ACROSS_DOCUMENTS.some((rule) => {
      const severity = this.#overrides.get(rule) ?? document.head.lint.rules.get(rule)?.value;
      const ofCodebook = codebook?.codebook.lint.rules.get(rule)?.value;
      return (severity ?? ofCodebook ?? RULES.get(rule)?.severity ?? 'off') !== 'off';
    });
    const home = codebook
      ? ({ folder: folderOf(codebook.location), depth: 'deep' } as const)
      : ({ folder: folderOf(location), depth: 'flat' } as const);
    const keys = isCounted && codebook ? this.#census.count(codebook, document) : [];
    workspace.removeDocument(location);
    return {
      entry,
      size: text.length,
      isAskedForAnswers,
      home: isAskedForAnswers || entry.named.length > 0 ? home : null,
      witnessOf: keys.length > 0 && codebook ? [{ codebook: codebook.location, keys }] : [],
    };
  }

  async check(portion: Portion): Promise<Checked> {
    await this.#load(portion);
    const { workspace } = this.#shelf;
    const summary = emptySummary();
    const broken = new Set<string>();
    const told: string[] = [];
    for (const { kind, location, path } of portion.files) {
      const document = workspace.document(location);
      const codebook = kind === 'codebook' ? workspace.codebooks.get(location) : undefined;
      let findings: Finding[];
      if (document) findings = this.#linter.findingsIn(document);
      else if (codebook) findings = this.#linter.findingsInCodebook(codebook);
      else continue;
      if (document) this.#noteBroken(document, broken);
      summary.files++;
      for (const { severity } of findings) summary[severity]++;
      const text = findings.length === 0 ? '' : (document?.source.text ?? codebook?.text ?? '');
      const linted = { path, text: TextDocument.create('', '', 0, text), findings };
      const words = this.#form.file(linted, summary);
      if (words !== '') told.push(words);
    }
    this.#shelf.clear();
    const bytes = new TextEncoder().encode(told.join(this.#form.between));
    return { bytes, summary, failures: this.#shelf.takeFailures(), broken: [...broken] };
  }

  /** Documents with a codebook that is no YAML have findings that nobody understands. */
  #noteBroken(document: DocumentModel, broken: Set<string>): void {
    const file = this.#shelf.workspace.codebookOf(document);
    if (file === null || this.#settings.codebooks.includes(file.location)) return;
    if (file.codebook.problems.some(({ rule }) => rule === 'invalid-yaml'))
      broken.add(shownPath(this.#settings.cwd, file.location));
  }

  async mend(portion: Portion): Promise<Mended> {
    await this.#load(portion);
    const failures = this.#shelf.takeFailures();
    const texts: { location: string; text: string }[] = [];
    for (const { kind, location, path } of portion.files) {
      try {
        const text = this.#mended(kind, location);
        if (text !== null) texts.push({ location, text });
      } catch (error) {
        failures.push([path, reasonOf(error)]);
      }
    }
    this.#shelf.clear();
    return { texts, failures, files: portion.files.length };
  }

  /** The text of a file once it is mended; null if nothing can be. */
  #mended(kind: FileJob['kind'], location: string): string | null {
    const { workspace } = this.#shelf;
    const document = workspace.document(location);
    if (document !== null)
      return fixDocument(workspace, this.#linter, document).length > 0 ? document.source.text : null;
    if (kind !== 'codebook' || fixCodebook(workspace, this.#linter, location).length === 0) return null;
    return workspace.codebooks.get(location)?.text ?? null;
  }

  async #load({ files, company, nearIds }: Portion): Promise<void> {
    for await (const _ of this.#shelf.put(files.filter(({ kind }) => kind === 'document')));
    for (const { kind, location } of files) if (kind === 'codebook') await this.#shelf.codebooks.at(location);
    await this.#shelf.putBeside(company);
    this.#shelf.workspace.setIdsElsewhere(nearIds);
  }
}
