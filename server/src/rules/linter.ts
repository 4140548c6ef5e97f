/**
 * Runs the rules over a workspace and keeps what they found. A block is looked at again only when it is new, or
 * when the workspace says that a name in it means something else.
 */
import type { Severity, TextRange } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import { factsOf, type NameKey } from '../model/facts.ts';
import type { Ignore } from '../model/ignores.ts';
import type { CodebookFile, Touched, Workspace } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import { RULES } from './index.ts';
import type { Draft, Finding, Fix, Rule } from './rule.ts';

/** A draft, and who reported it. */
interface Reported {
  readonly rule: Rule;
  readonly draft: Draft;
}

const NOTHING: readonly Reported[] = [];

/** What is known of one document. */
class DocumentState {
  readonly blocks = new WeakMap<Block, readonly Reported[]>();
  document: readonly Reported[] | null = null;
}

export class Linter {
  readonly #workspace: Workspace;
  readonly #states = new WeakMap<DocumentModel, DocumentState>();
  readonly #overrides: ReadonlyMap<string, Severity>;
  #blocksChecked = 0;

  /** @param overrides severities that win over those of codebooks and heads */
  constructor(workspace: Workspace, overrides: ReadonlyMap<string, Severity> = new Map()) {
    this.#workspace = workspace;
    this.#overrides = overrides;
    workspace.onTouched((touched) => this.#forget(touched));
  }

  /** How many blocks have been looked at: what tests count. */
  get blocksChecked(): number {
    return this.#blocksChecked;
  }

  /** What is wrong in a document, in order of place. */
  findingsIn(document: DocumentModel): Finding[] {
    const state = this.#stateOf(document);
    const severityOf = this.#severities(document);
    const findings: Finding[] = [];
    state.document ??= this.#checkDocument(document);
    for (const reported of state.document) addFinding(findings, reported, severityOf, 0);

    const { blocks } = document.source;
    let ignores: readonly Ignore[] = [];
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index] as Block;
      let found = state.blocks.get(block);
      if (found === undefined) {
        found = this.#checkBlock(document, block);
        state.blocks.set(block, found);
      }
      const own = factsOf(block).ignores;
      if (found.length > 0) {
        const quieted = new Set([...ignores, ...own].map((ignore) => ignore.rule));
        const start = document.source.startOf(index);
        for (const reported of found) {
          if (!quieted.has(reported.rule.name)) addFinding(findings, reported, severityOf, start);
        }
      }
      ignores = own.filter((ignore) => ignore.forNextBlock);
    }
    return findings.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** What is wrong in a codebook, in order of place. Not kept: codebooks are few. */
  findingsInCodebook(file: CodebookFile): Finding[] {
    const findings: Finding[] = [];
    const severityOf = (rule: Rule) =>
      this.#overrides.get(rule.name) ?? file.codebook.lint.rules.get(rule.name)?.value ?? rule.severity;
    for (const rule of RULES.values()) {
      for (const draft of rule.checkCodebook?.({ workspace: this.#workspace, file }) ?? []) {
        addFinding(findings, { rule, draft }, severityOf, 0);
      }
    }
    return findings.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  #severities(document: DocumentModel): (rule: Rule) => Severity {
    const ofHead = document.head.lint.rules;
    const ofCodebook = this.#workspace.codebookOf(document)?.codebook.lint.rules;
    return (rule) =>
      this.#overrides.get(rule.name) ??
      ofHead.get(rule.name)?.value ??
      ofCodebook?.get(rule.name)?.value ??
      rule.severity;
  }

  #checkDocument(document: DocumentModel): readonly Reported[] {
    const context = { workspace: this.#workspace, document, names: this.#workspace.namesFor(document) };
    return collect((rule) => rule.checkDocument?.(context));
  }

  #checkBlock(document: DocumentModel, block: Block): readonly Reported[] {
    this.#blocksChecked++;
    const workspace = this.#workspace;
    const facts = factsOf(block);
    const context = { workspace, document, names: workspace.namesFor(document), block, tree: block.tree, facts };
    return collect((rule) => rule.checkBlock?.(context));
  }

  #stateOf(document: DocumentModel): DocumentState {
    let state = this.#states.get(document);
    if (state === undefined) {
      state = new DocumentState();
      this.#states.set(document, state);
    }
    return state;
  }

  #forget(touched: Touched): void {
    for (const [document, keys] of touched.documents) {
      const state = this.#states.get(document);
      if (state === undefined) continue;
      if (keys === 'all') this.#states.delete(document);
      else this.#forgetUsers(document, state, keys);
    }
  }

  #forgetUsers(document: DocumentModel, state: DocumentState, keys: ReadonlySet<NameKey>): void {
    state.document = null;
    for (const key of keys) {
      for (const block of document.blocksUsing(key)) state.blocks.delete(block);
      for (const block of document.blocksDefining(key)) state.blocks.delete(block);
    }
  }
}

function collect(check: (rule: Rule) => Iterable<Draft> | undefined): readonly Reported[] {
  let found: Reported[] | null = null;
  for (const rule of RULES.values()) {
    for (const draft of check(rule) ?? []) {
      found ??= [];
      found.push({ rule, draft });
    }
  }
  return found ?? NOTHING;
}

function addFinding(
  findings: Finding[],
  { rule, draft }: Reported,
  severityOf: (rule: Rule) => Severity,
  base: number,
): void {
  const severity = severityOf(rule);
  if (severity === 'off') return;
  findings.push({
    rule: rule.name,
    severity,
    ...moved(draft, base),
    message: draft.message,
    fixes: (draft.fixes ?? []).map((fix) => movedFix(fix, base)),
    related: draft.related ?? [],
    unnecessary: draft.unnecessary ?? false,
  });
}

function moved(range: TextRange, base: number): TextRange {
  return { start: range.start + base, end: range.end + base };
}

function movedFix(fix: Fix, base: number): Fix {
  if (base === 0) return fix;
  return {
    ...fix,
    edits: fix.edits.map((edit) => (edit.location === undefined ? { ...edit, ...moved(edit, base) } : edit)),
  };
}
