/** What a rule is, and what it finds. */
import type { CodebookProblem, Severity, TextRange } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import type { BlockFacts } from '../model/facts.ts';
import type { Names } from '../model/names.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import type { BlockTree } from '../syntax/tree.ts';

export const RULE_GROUPS = ['Syntax', 'Names', 'Sense', 'Coverage', 'Head', 'Coder'] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** New text for a range of a file. */
export interface FileEdit extends TextRange {
  readonly text: string;
  /** Another file; without it, the file of the finding. */
  readonly location?: string;
}

/** A way to mend a finding. A `fix` keeps the meaning and may run on save; a `suggestion` asks. */
export interface Fix {
  readonly title: string;
  readonly kind: 'fix' | 'suggestion';
  readonly edits: readonly FileEdit[];
}

/** Another place that a finding is about. */
export interface Related extends TextRange {
  readonly location: string;
  readonly message: string;
}

/**
 * What a rule reports. Offsets, those of edits without a location too, are from the start of what the rule was
 * given: of the block, of the document, of the codebook.
 */
export interface Draft extends TextRange {
  /** What is wrong, why it matters, what to do: as an analyst would say it. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** What stands there does nothing: shown faded. */
  readonly unnecessary?: boolean;
}

/** A draft with its rule and severity; offsets are from the start of its file. */
export interface Finding extends Required<Draft> {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
}

export interface DocumentContext {
  readonly workspace: Workspace;
  readonly document: DocumentModel;
  readonly names: Names;
}

export interface BlockContext extends DocumentContext {
  readonly block: Block;
  readonly tree: BlockTree;
  readonly facts: BlockFacts;
}

export interface CodebookContext {
  readonly workspace: Workspace;
  readonly file: CodebookFile;
}

/**
 * A rule looks at blocks, at a document as a whole, or at a codebook. What it finds in a block may depend on the
 * block, on the head, and on what the names in the block mean; when one of those changes the block is looked at
 * again. What it finds in a document may depend on the head and the document's id, nothing else.
 */
export interface Rule {
  readonly name: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** One line for the settings and the table of rules. */
  readonly summary: string;
  /** Which kinds of mending it offers. */
  readonly mends: readonly Fix['kind'][];
  readonly checkBlock?: (context: BlockContext) => Iterable<Draft>;
  readonly checkDocument?: (context: DocumentContext) => Iterable<Draft>;
  readonly checkCodebook?: (context: CodebookContext) => Iterable<Draft>;
}

/** What reading a head or a codebook found that a rule of this name reports. */
export function* reportedProblems(rule: string, problems: readonly CodebookProblem[]): Generator<Draft> {
  for (const problem of problems) {
    if (problem.rule !== rule) continue;
    const { start, end, message, fix } = problem;
    yield { start, end, message, fixes: fix ? [{ ...fix, kind: 'fix' }] : [] };
  }
}
