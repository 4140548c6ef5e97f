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

/** Counts of findings, and of the files looked at. */
export type LintSummary = { files: number } & Record<FindingSeverity, number>;

/** A form of telling. Files come one by one, as they are done. */
export interface LintReport {
  file(linted: LintedFile): Promise<void>;
  end(summary: LintSummary): Promise<void>;
}
