/** `demarche search`: words in context, as a concordance shows them. */
import { Command } from 'commander';
import { type ConcordanceQuery, type Hit, hitsIn, patternFor } from '../analysis/concordance.ts';
import { actorIds } from '../analysis/statementFilter.ts';
import { resolveStatement } from '../model/resolve.ts';
import { paintFor } from './colours.ts';
import { Corpus, type LoadedDocument } from './corpus.ts';
import { CommandError, EXIT } from './failure.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from './filterOptions.ts';
import type { Run } from './run.ts';
import { type HitLine, writeConcordance } from './searchText.ts';
import { formatFor, type TableFormat, tableFormatOption, writeTable } from './tables.ts';
import { addTargetOptions, type TargetOptions } from './targets.ts';

interface SearchOptions extends TargetOptions, FilterOptions {
  readonly format?: TableFormat;
  readonly word?: true;
  readonly matchCase?: true;
  readonly context: number;
}

/** UTF-16 units on either side, in the forms for programs. */
const CONTEXT = 60;

export function searchCommand(run: Run): Command {
  const command = new Command('search')
    .summary('show words in context, and whose words they are')
    .description(
      'Shows where words stand in the published texts, with what is around them, and in whose statement. Marks do not part words. Without paths: in the working folder.',
    )
    .argument('<words>', 'what to look for; * is any letters of a word, and alone all statements')
    .argument('[paths...]', 'files, folders, globs, or - for standard input')
    .addOption(tableFormatOption())
    .option('-w, --word', 'whole words only')
    .option('-c, --match-case', 'Nato is not NATO')
    .option('--context <characters>', 'how much stands on either side in csv and json', countFrom, CONTEXT)
    .action(async (words: string, paths: string[], options: SearchOptions) => {
      run.exitCode = await search(run, words, paths, options);
    });
  return addTargetOptions(addFilterOptions(command)).addHelpText(
    'after',
    `
Exit code: 0 something was found, 1 nothing, 2 wrong use or a file that can’t
be read.

Example:
  demarche search 'sanction*' --by russia --position oppose texts`,
  );
}

function countFrom(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new CommandError(`--context ${text}: write a number of characters`);
  return Number(text);
}

async function search(
  run: Run,
  words: string,
  paths: readonly string[],
  options: SearchOptions,
): Promise<number> {
  const corpus = new Corpus(run);
  const named = paths.length > 0 || options.filesFrom !== undefined ? paths : ['.'];
  const documents = await corpus.load(await corpus.findDocuments(named, options));
  const filter = filterFrom(options, corpus, documents);
  const query = { words, wholeWords: options.word ?? false, matchCase: options.matchCase ?? false, filter };
  const pattern = patternFor(query);
  if (pattern === null && words.trim() !== '*') {
    throw new CommandError('look for words, each with at most one * inside, one before and one after it');
  }
  const format = formatFor(options.format, process.stdout);
  const lines = linesOf(corpus, documents, query, pattern, format === 'table' ? 400 : options.context);
  if (format === 'table') {
    const hits = await writeConcordance(lines, run.output, paintFor(process.stdout, process.env));
    return hits > 0 ? EXIT.clean : EXIT.findings;
  }
  const all = [...lines];
  await writeTable(
    { columns: COLUMNS.map((name) => ({ name })), rows: all.map(cellsOfLine) },
    format,
    run.output,
    (_, text) => text,
  );
  return all.length > 0 ? EXIT.clean : EXIT.findings;
}

const COLUMNS = ['path', 'line', 'column', 'before', 'words', 'after', 'statement', 'kind', 'by'];

function cellsOfLine(line: HitLine) {
  const { path, line: row, column, statement, kind, by } = line;
  const [before, words, after] = [line.before, line.words, line.after].map((text) =>
    text.replace(/\s+/g, ' '),
  );
  return [path, row, column, before, words, after, statement, kind, by.join(';')].map((cell) => cell ?? null);
}

function* linesOf(
  { workspace }: Corpus,
  documents: readonly LoadedDocument[],
  query: ConcordanceQuery,
  pattern: RegExp | null,
  context: number,
): Generator<HitLine> {
  for (const { target, document } of documents) {
    const { text } = document.published;
    const names = workspace.namesFor(document);
    const place = new Places(document.source.text);
    for (const hit of hitsIn(workspace, document, query, pattern)) {
      const { statement, start, end } = hit;
      const by = statement ? actorIds(names, resolveStatement(statement).by) : [];
      yield {
        path: target.path,
        ...place.of(document.published.toSource(start)),
        before: whole(text.slice(Math.max(0, start - context), start)),
        words: text.slice(start, end),
        after: whole(text.slice(end, end + context)),
        statement: statement?.fact.id ?? '',
        kind: kindOf(hit),
        by: by.map((id) => (id === 'author' ? names.author.name : id)),
      };
    }
  }
}

/** Without the half of a character that a cut left at an end. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

function kindOf({ statement }: Hit): string {
  return statement?.fact.kind ?? '';
}

/** Lines and columns of offsets that are asked for in order. */
class Places {
  readonly #text: string;
  #line = 1;
  #lineStart = 0;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#next = this.#lineEnd(0);
  }

  of(offset: number): { line: number; column: number } {
    while (this.#next <= offset) {
      this.#line++;
      this.#lineStart = this.#next;
      this.#next = this.#lineEnd(this.#next);
    }
    return { line: this.#line, column: offset - this.#lineStart + 1 };
  }

  /** Where the line after an offset starts; past the text's end for the last. */
  #lineEnd(from: number): number {
    const ends = /\r\n|\n|\r/g;
    ends.lastIndex = from;
    return ends.test(this.#text) ? ends.lastIndex : Number.POSITIVE_INFINITY;
  }
}
