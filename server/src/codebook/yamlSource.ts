/**
 * A YAML text, read as far as it can be. Each mistake costs its own line and no more: where the library would
 * lose what comes after it, the line is mended or blanked, and the text read again.
 */
import { isMap, type ParsedNode } from 'yaml';
import type { TextRange } from './codebook.ts';
import { applyMasks, endOfDeeperLines, indentOf, lineAt, type Mask, maskOf, nextLine } from './lines.ts';
import { blocksWithWords, type Meant, type Mend, mendLine, type SourceFault } from './mend.ts';
import { adviceFor } from './yamlAdvice.ts';
import { type ParsedYaml, parseYaml, type YamlFault } from './yamlParse.ts';

export interface YamlSource {
  /** The text, with LF for a lone CR: offsets are those of the file. */
  readonly text: string;
  readonly root: ParsedNode | null;
  /** Mistakes that are settled. */
  readonly faults: readonly SourceFault[];
  /** Values that are sound but for a missing pair of quotes: who reads one at its place reports it. */
  readonly unquoted: readonly SourceFault[];
  /** By the place of its placeholder: a value that was mended. */
  readonly meant: ReadonlyMap<number, Meant>;
}

/** Characters that are read again, in sum, before a text is taken as it is. */
const REREAD_LIMIT = 500_000;
const MAX_ROUNDS = 20;
const MAX_MENDS = 200;

/** Faults that a value causes which is complete in itself: nothing else is lost. */
const LOCAL = new Set(['BAD_SCALAR_START', 'BLOCK_IN_FLOW']);
/** Faults that mix up a line with those around it. */
const SPILLING = new Set(['MULTILINE_IMPLICIT_KEY', 'BLOCK_AS_IMPLICIT_KEY', 'TOO_DEEP']);
/** Faults that no line is to blame for. */
const WHOLE = new Set(['MULTIPLE_DOCS', 'TOO_LONG', 'FAILED']);

/** Reads a text that is no longer than its cap. Never throws. */
export function readYaml(file: string): YamlSource {
  const text = file.replace(/\r(?!\n)/g, '\n');
  const repairs = new Repairs(text);
  const rounds = Math.max(1, Math.min(MAX_ROUNDS, Math.floor(REREAD_LIMIT / (text.length + 1))));
  let parsed = parseYaml(text);
  for (let round = 0; round < rounds && repairs.make(parsed); round++) parsed = parseYaml(repairs.masked());
  const { faults, unquoted } = repairs.remaining(parsed);
  return { text, root: parsed.root, faults, unquoted, meant: repairs.meant };
}

class Repairs {
  readonly meant = new Map<number, Meant>();
  readonly #text: string;
  readonly #masks: Mask[] = [];
  readonly #faults: SourceFault[] = [];
  /** Starts of the lines that were mended or blanked. */
  readonly #lines = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  masked(): string {
    return applyMasks(this.#text, this.#masks);
  }

  /** @returns whether anything was repaired, so that the text should be read again */
  make(parsed: ParsedYaml): boolean {
    const before = this.#masks.length;
    if (before > MAX_MENDS) return false;
    if (parsed.root !== null && !isMap(parsed.root) && parsed.faults.length === 0) this.#mendAll();
    for (const start of blocksWithWords(this.#text)) this.#mend(lineAt(this.#text, start));
    for (const fault of inOrder(parsed.faults)) {
      if (!LOCAL.has(fault.code)) this.#mendAround(fault, parsed.longQuotes);
    }
    if (this.#masks.length > before) return true;
    return inOrder(parsed.faults).some(
      (fault) => this.#spills(fault) && this.#blank(fault, parsed.longQuotes),
    );
  }

  /** The faults of the last reading, one a line, after those that repairs have settled. */
  remaining({ faults }: ParsedYaml): Pick<YamlSource, 'faults' | 'unquoted'> {
    const lines = new Set(this.#faults.map(({ start }) => lineAt(this.#text, start).start));
    const byLine = new Map<number, YamlFault>();
    const unquoted: SourceFault[] = [];
    for (const fault of inOrder(faults)) {
      const line = lineAt(this.#text, fault.start).start;
      const first = byLine.get(line);
      if (LOCAL.has(fault.code)) unquoted.push(this.#describe(fault));
      // Of two brackets that are not closed, the inner one was forgotten.
      else if (!first || (first.code === 'UNCLOSED' && fault.code === 'UNCLOSED')) byLine.set(line, fault);
    }
    const settled = [...this.#faults];
    for (const [line, fault] of byLine) if (!lines.has(line)) settled.push(this.#describe(fault));
    return { faults: settled, unquoted };
  }

  #describe(fault: YamlFault): SourceFault {
    return { start: fault.start, end: fault.end, message: adviceFor(fault, this.#text), fix: null };
  }

  /** Whether more than its own line is lost to a fault. */
  #spills(fault: YamlFault): boolean {
    if (WHOLE.has(fault.code)) return false;
    return fault.fatal || SPILLING.has(fault.code) || this.#isOpenQuote(fault);
  }

  #isOpenQuote(fault: YamlFault): boolean {
    return fault.code === 'UNCLOSED' && /["']/.test(this.#text[fault.start] ?? '');
  }

  /** A text without any key may be one whose colons are all full-width. */
  #mendAll(): void {
    for (let start = 0; start < this.#text.length; ) {
      const line = lineAt(this.#text, start);
      this.#mend(line);
      if (this.#masks.length > MAX_MENDS) return;
      start = nextLine(this.#text, line);
    }
  }

  /** The line of a fault, or the one where a quote opens that ends on it. */
  #mendAround(fault: YamlFault, longQuotes: readonly TextRange[]): void {
    const line = lineAt(this.#text, fault.start);
    const quote = quoteInto(line, fault, longQuotes);
    if (!this.#mend(line) && quote) this.#mend(lineAt(this.#text, quote.start));
  }

  #mend(line: TextRange): boolean {
    if (this.#lines.has(line.start) || this.#masks.length > MAX_MENDS) return false;
    const mend: Mend | null = mendLine(this.#text, line);
    if (!mend) return false;
    this.#lines.add(line.start);
    this.#masks.push(...mend.masks);
    this.#faults.push(mend.fault);
    if (mend.meant) this.meant.set(mend.placeholder, mend.meant);
    return true;
  }

  /** Takes a line out, with those that are indented deeper, unless it only forgot to close a quote. */
  #blank(fault: YamlFault, longQuotes: readonly TextRange[]): boolean {
    const quote = this.#isOpenQuote(fault)
      ? fault
      : quoteInto(lineAt(this.#text, fault.start), fault, longQuotes);
    const blamed = quote
      ? { ...fault, code: 'UNCLOSED', start: quote.start, end: quote.start + 1 }
      : this.#blame(fault);
    const line = lineAt(this.#text, blamed.start);
    if (this.#lines.has(line.start)) return false;
    this.#lines.add(line.start);
    const indent = Math.min(indentOf(this.#text, line), line.end - line.start);
    const end = quote ? line.end : endOfDeeperLines(this.#text, line, indent);
    this.#masks.push(maskOf(this.#text, { start: line.start, end }, ' '));
    this.#faults.push(this.#describe(blamed));
    return true;
  }

  /** Where a text runs into a deeper line, that line is to blame: before it, all was sound. */
  #blame(fault: YamlFault): YamlFault {
    if (fault.code !== 'MULTILINE_IMPLICIT_KEY') return fault;
    const own = lineAt(this.#text, fault.start);
    if (own.start + indentOf(this.#text, own) === fault.start)
      return { ...fault, end: Math.min(fault.end, own.end) };
    const last = lineAt(this.#text, fault.end);
    return {
      ...fault,
      code: 'BAD_INDENT',
      start: last.start + Math.min(indentOf(this.#text, last), fault.end - last.start),
    };
  }
}

/** The quoted text of several lines that ends on a fault's line, before it. */
function quoteInto(
  line: TextRange,
  fault: TextRange,
  longQuotes: readonly TextRange[],
): TextRange | undefined {
  return longQuotes.find(({ end }) => end >= line.start && end <= fault.start);
}

/** By place; where one line runs into another, that comes first. */
function inOrder(faults: readonly YamlFault[]): YamlFault[] {
  const rank = ({ code }: YamlFault) => (code === 'MULTILINE_IMPLICIT_KEY' ? 0 : 1);
  return [...faults].sort((a, b) => a.start - b.start || rank(a) - rank(b));
}
