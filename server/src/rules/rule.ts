/** What a rule is, and what it finds. */
import type { Severity, TextRange } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import type { BlockFacts } from '../model/facts.ts';
import type { Ignore } from '../model/ignores.ts';
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
  /** Worked out when they are read. Empty where the fix turns out to be impossible. */
  readonly edits: readonly FileEdit[];
}

/** Another place that a finding is about. */
export interface Related extends TextRange {
  readonly location: string;
  readonly message: string;
}

/**
 * A value, or how to work it out when somebody reads the finding. A finding is kept until what it depends on
 * changes; what depends on more (the nearest of all names, the text of another file, where another block stands
 * now) has to be worked out as late as that.
 */
export type Late<T> = T | (() => T);

/** A fix whose edits may be worked out late. */
export interface DraftFix extends Omit<Fix, 'edits'> {
  readonly edits: Late<readonly FileEdit[]>;
}

/**
 * What a rule reports. Offsets, those of edits without a location too, are from the start of what the rule was
 * given: of the block, of the document, of the codebook.
 */
export interface Draft extends TextRange {
  /** What is wrong, why it matters, what to do: as an analyst would say it. */
  readonly message: Late<string>;
  readonly fixes?: Late<readonly DraftFix[]>;
  readonly related?: Late<readonly Related[]>;
  /** What stands there does nothing: shown faded. */
  readonly unnecessary?: boolean;
  /**
   * Of a rule's drafts with one key in a document, only the first that no memo quiets is a finding. So a rule that
   * looks at blocks can speak of the first of something without knowing the other blocks.
   */
  readonly oncePer?: string;
}

/** A draft with its rule and severity; offsets are from the start of its file. Read it before the next edit. */
export interface Finding extends TextRange {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
  readonly unnecessary: boolean;
}

interface Context {
  readonly workspace: Workspace;
  /** Names of all rules. */
  readonly ruleNames: readonly string[];
}

export interface DocumentContext extends Context {
  readonly document: DocumentModel;
  readonly names: Names;
}

export interface BlockContext extends DocumentContext {
  readonly block: Block;
  readonly tree: BlockTree;
  readonly facts: BlockFacts;
}

export interface CodebookContext extends Context {
  readonly file: CodebookFile;
}

/**
 * A rule looks at blocks, at a document as a whole, or at a codebook.
 *
 * Whether it finds something in a block, and where, may depend on the block, on the head, and on what the names in
 * the block mean (of a statement: its own definition). When one of those changes, the block is looked at again.
 *
 * What it finds in a document may depend on all of the document, on its codebook, and on which documents have its id.
 * It is asked again after every change, so it takes the way over an index, not over the text.
 */
export interface Rule {
  readonly name: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** One line for the settings and the table of rules. */
  readonly summary: string;
  /** Which kinds of mending it offers. */
  readonly mends: readonly Fix['kind'][];
  /** Looks at blocks without any marks, too. */
  readonly readsPlainText?: boolean;
  readonly checkBlock?: (context: BlockContext) => Iterable<Draft>;
  /**
   * Looks at the demands of a block, and at what answers them wherever that stands. Asked only where it is on, or where
   * a memo quiets it, and again when the block changes, or one that answers its demands, or a head or codebook.
   */
  readonly checkAnswers?: (context: BlockContext) => Iterable<Draft>;
  readonly checkDocument?: (context: DocumentContext) => Iterable<Draft>;
  readonly checkCodebook?: (context: CodebookContext) => Iterable<Draft>;
  /** Looks at a rule's name in a memo that quieted nothing. Asked after all the others. */
  readonly checkUnusedIgnore?: (context: BlockContext, ignore: Ignore) => Iterable<Draft>;
}
