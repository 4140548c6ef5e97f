/** Collects what is wrong with a head or a codebook. */
import type { CodebookProblem, TextRange } from './codebook.ts';

/** A file with more mistakes than this is not YAML that somebody wrote: the rest would only bury the first. */
const MAX_PROBLEMS = 500;

export type Fix = NonNullable<CodebookProblem['fix']>;

/** A fix that replaces one piece of text. */
export function replacement(title: string, range: TextRange, text: string): Fix {
  return { title, edits: [{ start: range.start, end: range.end, text }] };
}

/** Problems in offsets of the file. The same problem twice (through a YAML alias) counts once. */
export class ProblemList {
  #problems: CodebookProblem[] = [];
  readonly #seen = new Set<string>();

  /** @param fix only where one reading is clear */
  report(rule: CodebookProblem['rule'], range: TextRange, message: string, fix: Fix | null = null): void {
    const key = `${rule} ${range.start} ${range.end} ${message}`;
    if (this.#problems.length >= MAX_PROBLEMS || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#problems.push({ rule, start: range.start, end: range.end, message, fix });
  }

  /** Drops what has been reported at these places: where the YAML itself is broken, it follows from that. */
  dropAt(broken: readonly TextRange[]): void {
    const follows = (problem: TextRange) =>
      broken.some(({ start, end }) => start < problem.end && problem.start < Math.max(end, start + 1));
    this.#problems = this.#problems.filter((problem) => !follows(problem));
  }

  /** All problems, by place. */
  inOrder(): CodebookProblem[] {
    return this.#problems.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }
}
