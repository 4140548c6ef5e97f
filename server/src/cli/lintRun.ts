/**
 * One lint of many files. They are looked at in portions, by several threads, and no more than a few portions are in
 * memory. So that the findings are those that all files at once would have, each file is first read for what others
 * must know of it; a portion then comes with the documents that it depends on (model/corpusIndex.ts).
 */

import type { Severity } from '../codebook/index.ts';
import { CorpusIndex } from '../model/corpusIndex.ts';
import { folderOf } from '../model/location.ts';
import { Corpus } from './corpus.ts';
import { type FileJob, jobsOf, portionsOf } from './fileJob.ts';
import { type FormName, type FormSettings, formOf } from './lintForms.ts';
import type { FindingSeverity, LintSummary } from './lintReport.ts';
import { addSummary, emptySummary } from './lintReport.ts';
import { type Indexed, type LintSettings, type LintTask, lintTask, type Portion } from './lintTask.ts';
import { Progress } from './progress.ts';
import type { Run } from './run.ts';
import { inShard, type ShardOption } from './shard.ts';
import type { TargetOptions } from './targets.ts';
import { type JobsOption, Threads, threadsFor } from './threads.ts';
import { WriteError, writeFileAside } from './writeAside.ts';

export interface LintOptions extends TargetOptions, JobsOption, ShardOption {
  readonly format: FormName;
  readonly failOn: Exclude<FindingSeverity, 'hint'>;
  /** Severities that win over those of codebooks and heads. */
  readonly rule: ReadonlyMap<string, Severity>;
  readonly fix?: true;
  readonly hints?: true;
  readonly watch?: true;
}

/** What is kept of a file between its first reading and the lint. */
type Known = Pick<Indexed, 'size' | 'isAskedForAnswers' | 'home'>;

export class LintRun {
  readonly #run: Run;
  readonly #paths: readonly string[];
  readonly #options: LintOptions;
  readonly #corpus: Corpus;
  readonly #form: FormSettings;

  constructor(run: Run, paths: readonly string[], options: LintOptions) {
    this.#run = run;
    this.#paths = paths.length > 0 || options.filesFrom !== undefined ? paths : ['.'];
    this.#options = options;
    this.#corpus = new Corpus(run);
    this.#form = {
      name: options.format,
      width: Math.min(process.stdout.columns || 80, 120),
      isTerminal: process.stdout.isTTY === true,
      showsHints: options.hints ?? false,
    };
  }

  async lint(): Promise<LintSummary> {
    const targets = await this.#corpus.find(this.#paths, this.#options);
    const jobs = await jobsOf(this.#run, inShard(targets, this.#options));
    if (this.#options.fix) await this.#inThreads(jobs, 'mended', (pass) => pass.mend());
    return this.#inThreads(jobs, 'checked', (pass) => pass.check());
  }

  async #inThreads<R>(
    jobs: readonly FileJob[],
    verb: string,
    work: (pass: LintPass) => Promise<R>,
  ): Promise<R> {
    const codebooks = jobs.filter(({ kind }) => kind === 'codebook').map(({ location }) => location);
    const settings: LintSettings = {
      cwd: this.#run.cwd,
      rules: [...this.#options.rule],
      form: this.#form,
      codebooks,
    };
    const count = threadsFor(jobs.length, this.#options);
    const threads = new Threads<LintTask>('lint', () => lintTask(settings), settings, count);
    const progress = new Progress(process.stderr, 'read', jobs.length);
    try {
      const pass = new LintPass(this.#run, this.#corpus, threads, progress, settings, jobs);
      await pass.index();
      progress.begin(verb, jobs.length);
      return await work(pass);
    } finally {
      progress.end();
      await threads.close();
    }
  }
}

/** One pass over the files, with threads that keep the codebooks as they are now. */
class LintPass {
  readonly #run: Run;
  readonly #corpus: Corpus;
  readonly #threads: Threads<LintTask>;
  readonly #progress: Progress;
  readonly #settings: LintSettings;
  readonly #jobs: readonly FileJob[];
  readonly #index = new CorpusIndex();
  readonly #known = new Map<string, Known>();
  /** For each codebook that is told of, documents that together use all of its entries that are used. */
  readonly #witnesses = new Map<string, { keys: Set<string>; locations: string[] }>();

  constructor(
    run: Run,
    corpus: Corpus,
    threads: Threads<LintTask>,
    progress: Progress,
    settings: LintSettings,
    jobs: readonly FileJob[],
  ) {
    this.#run = run;
    this.#corpus = corpus;
    this.#threads = threads;
    this.#progress = progress;
    this.#settings = settings;
    this.#jobs = jobs;
  }

  /** Reads all files for what others must know of them, and those that they refer to besides. */
  async index(): Promise<void> {
    const documents = this.#jobs.filter(({ kind }) => kind === 'document');
    for (const [name, reason] of await this.#indexAll(documents)) this.#run.failNamed(name, reason);
    const homes = new Map<string, 'deep' | 'flat'>();
    for (const { location } of documents) {
      const known = this.#known.get(location);
      if (!known?.home || (!known.isAskedForAnswers && this.#index.knowsAllNamed(location))) continue;
      if (homes.get(known.home.folder) !== 'deep') homes.set(known.home.folder, known.home.depth);
    }
    // Whether a codebook's entries are used, only its documents tell.
    for (const location of this.#settings.codebooks) homes.set(folderOf(location), 'deep');
    for (const [folder, depth] of homes) {
      const found = await this.#corpus.unknownIn(folder, depth, (location) => this.#index.has(location));
      // Nobody asked for those: what can't be read is passed over.
      await this.#indexAll(found);
    }
  }

  async #indexAll(documents: readonly FileJob[]) {
    const failures: (readonly [string, string])[] = [];
    const portions = [...portionsOf(documents)];
    let next = 0;
    this.#progress.begin('read', documents.length);
    for await (const { entries, failures: own } of this.#threads.run(
      'index',
      portions.map((files) => ({ files })),
    )) {
      for (const [at, indexed] of entries.entries()) {
        const job = portions[next]?.[at];
        if (indexed !== null && job !== undefined) this.#keep(job.location, indexed);
      }
      failures.push(...own);
      this.#progress.advance(portions[next++]?.length ?? 0);
    }
    return failures;
  }

  #keep(location: string, { entry, witnessOf, ...known }: Indexed): void {
    this.#index.add(location, entry);
    this.#known.set(location, known);
    for (const { codebook, keys } of witnessOf) {
      const witnesses = this.#witnesses.get(codebook) ?? { keys: new Set(), locations: [] };
      this.#witnesses.set(codebook, witnesses);
      const before = witnesses.keys.size;
      for (const key of keys) witnesses.keys.add(key);
      if (witnesses.keys.size > before) witnesses.locations.push(location);
    }
  }

  /** Files in portions, each with what its findings depend on. */
  *#portions(jobs: readonly FileJob[]): Generator<Portion> {
    for (const files of portionsOf(jobs, ({ location }) => this.#known.get(location)?.size ?? 0)) {
      const company = new Set<string>();
      const nearIds = new Set<string>();
      for (const { kind, location } of files) {
        if (kind === 'codebook') {
          for (const each of this.#witnesses.get(location)?.locations ?? []) company.add(each);
          continue;
        }
        const isAskedForAnswers = this.#known.get(location)?.isAskedForAnswers ?? false;
        const own = this.#index.companyOf(location, isAskedForAnswers);
        for (const each of own.locations) company.add(each);
        for (const each of own.nearIds) nearIds.add(each);
      }
      yield { files, company: [...company], nearIds: [...nearIds] };
    }
  }

  /** The files that could be read. */
  #readable(): readonly FileJob[] {
    return this.#jobs.filter(({ kind, location }) => kind === 'codebook' || this.#index.has(location));
  }

  /** Mends what can be mended without asking: first documents, then codebooks. */
  async mend(): Promise<void> {
    for (const kind of ['document', 'codebook'] as const) {
      const jobs = this.#readable().filter((job) => job.kind === kind);
      const mended = this.#threads.run('mend', this.#portions(jobs));
      for await (const { texts, failures, files } of mended) {
        for (const [name, reason] of failures) this.#run.failNamed(name, reason);
        for (const { location, text } of texts) await this.#write(this.#run.shown(location), text);
        this.#progress.advance(files);
      }
    }
  }

  async #write(path: string, text: string): Promise<void> {
    try {
      await writeFileAside(path, { replaces: true }, (sink) => sink.write(text));
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      this.#run.failNamed(path, error.reason);
    }
  }

  /** Looks at each file and tells of it, in order. */
  async check(): Promise<LintSummary> {
    const form = formOf(this.#settings.form);
    const { output } = this.#run;
    const summary = emptySummary();
    const broken = new Set<string>();
    await output.write(form.begin);
    let separator = '';
    for await (const checked of this.#threads.run('check', this.#portions(this.#readable()))) {
      addSummary(summary, checked.summary);
      for (const name of checked.broken) broken.add(name);
      for (const [name, reason] of checked.failures) this.#run.failNamed(name, reason);
      if (checked.bytes.length > 0) {
        if (process.stdout.isTTY) this.#progress.clear();
        await output.write(separator);
        await output.write(checked.bytes);
        separator = form.between;
      }
      this.#progress.advance(checked.summary.files);
    }
    this.#progress.clear();
    await output.write(form.end(summary));
    for (const name of broken) this.#run.note(`${name}: mistakes in the YAML; run demarche lint on it`);
    return summary;
  }
}
