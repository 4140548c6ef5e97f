/** What a lint tells, whatever form it is told in. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../rules/rule.ts';

export type FindingSeverity = Finding['severity'];

/** From the worst on. */
export const SEVERITY_ORDER: readonly FindingSeverity[] = ['error', 'warning', 'info', 'hint'];

export interface LintedFile {
  readonly path: string;
  /** The file's text with its lines, byte order mark included. */
  readonly text: TextDocument;
  /** In order of place. */
  readonly findings: readonly Finding[];
}

/** Counts of findings, and of the files looked at; how many files are told of, and how many findings `--fix` mends. */
export type LintSummary = { files: number; shown: number; fixable: number } & Record<FindingSeverity, number>;

export function emptySummary(): LintSummary {
  return { files: 0, error: 0, warning: 0, info: 0, hint: 0, shown: 0, fixable: 0 };
}

export function addSummary(to: LintSummary, from: LintSummary): void {
  for (const key of Object.keys(to) as (keyof LintSummary)[]) to[key] += from[key];
}

/**
 * A form of telling, in pieces: what comes first, what is said of each file, what stands between files, and what comes
 * last. What is said of a file depends on nothing but the file, so threads can do it.
 */
export interface LintForm {
  readonly begin: string;
  readonly between: string;
  /** Empty for nothing. @param summary is told how many files are shown and findings can be mended */
  file(linted: LintedFile, summary: LintSummary): string;
  end(summary: LintSummary): string;
}
