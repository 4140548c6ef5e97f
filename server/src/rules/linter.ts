/**
 * Runs the rules over a workspace and keeps what they found. A block is looked at again only when it is new, or
 * when the workspace says that a name in it means something else.
 */
import type { Severity } from '../codebook/codebook.ts';
import type { DocumentModel } from '../model/document.ts';
import { factsOf, type NameKey } from '../model/facts.ts';
import type { Ignore } from '../model/ignores.ts';
import { finish, type Pieces } from '../model/pieces.ts';
import type { CodebookFile, Touched, Workspace } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import { EMPTY_TREE } from '../syntax/tree.ts';
import { findingOf, type Reported } from './finding.ts';
import { RULES } from './index.ts';
import { Quieting } from './quieting.ts';
import type { BlockContext, Draft, Finding, Rule } from './rule.ts';

const NOTHING: readonly Reported[] = [];
const ALL = [...RULES.values()];
const FOR_PLAIN_TEXT = ALL.filter((rule) => rule.readsPlainText);
const FOR_ANSWERS = ALL.filter((rule) => rule.checkAnswers);
const FOR_IGNORES = ALL.filter((rule) => rule.checkUnusedIgnore);
const ruleNames = [...RULES.keys()];

/** What is known of one document. */
class DocumentState {
  readonly blocks = new WeakMap<Block, readonly Reported[]>();
  /** What was found out about demands; a block that holds none is in it too. */
  answers = new WeakMap<Block, readonly Reported[]>();
  /** What was found in the document as a whole, and what it was then. */
  document: readonly Reported[] | null = null;
  version = -1;
  codebook: CodebookFile | null = null;
}

export class Linter {
  readonly #workspace: Workspace;
  readonly #states = new WeakMap<DocumentModel, DocumentState>();
  #overridesAt: (location: string) => ReadonlyMap<string, Severity>;
  #blocksChecked = 0;
  #answersChecked = 0;

  /** @param overrides severities that win over those of codebooks and heads */
  constructor(workspace: Workspace, overrides: ReadonlyMap<string, Severity> = new Map()) {
    this.#workspace = workspace;
    this.#overridesAt = () => overrides;
    workspace.onTouched((touched) => this.#forget(touched));
  }

  /** Other severities from now on, by the location of a file; nothing has to be looked at again. */
  override(overridesAt: (location: string) => ReadonlyMap<string, Severity>): void {
    this.#overridesAt = overridesAt;
  }

  /** A linter of another workspace, with the same severities. */
  over(workspace: Workspace): Linter {
    const linter = new Linter(workspace);
    linter.#overridesAt = this.#overridesAt;
    return linter;
  }

  /** How many blocks have been looked at: what tests count. */
  get blocksChecked(): number {
    return this.#blocksChecked;
  }

  /** The same of blocks with statements whose demands have been looked at. */
  get answersChecked(): number {
    return this.#answersChecked;
  }

  /** What is wrong in a document, in order of place. */
  findingsIn(document: DocumentModel): Finding[] {
    return finish(this.check(document));
  }

  /** The same in pieces. What was looked at is kept, also if the rest never is. */
  *check(document: DocumentModel): Pieces<Finding[]> {
    const state = this.#stateOf(document);
    const severityOf = this.#severities(document);
    const findings: Finding[] = [];
    const isFirst = firsts();
    const add = (reported: Reported, base: number) => {
      if (isFirst(reported)) addFinding(findings, reported, severityOf, base);
    };

    const inBlocks = new Map<number, Reported[]>();
    for (const reported of this.#inDocument(document, state)) {
      const index = document.source.blockAt(reported.draft.start);
      if (index < 0) add(reported, 0);
      else {
        const others = inBlocks.get(index);
        if (others) others.push(reported);
        else inBlocks.set(index, [reported]);
      }
    }
    const quieting = new Quieting();
    const addUnused = (unused: readonly Ignore[], index: number) => {
      const start = document.source.startOf(index);
      for (const each of this.#checkIgnores(document, index, unused)) add(each, start);
    };
    const { blocks } = document.source;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index] as Block;
      const found = this.#inBlock(document, block, state);
      const others = inBlocks.get(index) ?? NOTHING;
      const facts = factsOf(block);
      quieting.enter(facts.ignores);
      // A rule that is off is not asked, but a memo that quiets it must not look useless by that.
      const isAsked = (rule: Rule) => severityOf(rule) !== 'off' || quieting.names(rule.name);
      if (facts.statements.length > 0 && FOR_ANSWERS.some(isAsked)) {
        const start = document.source.startOf(index);
        for (const each of this.#answersIn(document, block, state))
          if (!quieting.quiets(each.rule.name)) add(each, start);
      }
      if (found.length + others.length > 0) {
        const start = document.source.startOf(index);
        for (const each of found) if (!quieting.quiets(each.rule.name)) add(each, start);
        for (const each of others) if (!quieting.quiets(each.rule.name)) add(each, 0);
      }
      quieting.leave((unused, back) => addUnused(unused, index - back));
      yield;
    }
    quieting.end((unused, back) => addUnused(unused, blocks.length - back));
    return findings.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** What is wrong in a codebook, in order of place. Not kept: codebooks are few. */
  findingsInCodebook(file: CodebookFile): Finding[] {
    const findings: Finding[] = [];
    const overrides = this.#overridesAt(file.location);
    const severityOf = (rule: Rule) =>
      overrides.get(rule.name) ?? file.codebook.lint.rules.get(rule.name)?.value ?? rule.severity;
    const context = { workspace: this.#workspace, file, ruleNames };
    for (const reported of collect(ALL, (rule) => rule.checkCodebook?.(context))) {
      addFinding(findings, reported, severityOf, 0);
    }
    return findings.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  #severities(document: DocumentModel): (rule: Rule) => Severity {
    const ofHead = document.head.lint.rules;
    const ofCodebook = this.#workspace.codebookOf(document)?.codebook.lint.rules;
    const overrides = this.#overridesAt(document.location);
    return (rule) =>
      overrides.get(rule.name) ??
      ofHead.get(rule.name)?.value ??
      ofCodebook?.get(rule.name)?.value ??
      rule.severity;
  }

  #inDocument(document: DocumentModel, state: DocumentState): readonly Reported[] {
    const codebook = this.#workspace.codebookOf(document);
    if (state.document !== null && state.version === document.version && state.codebook === codebook) {
      return state.document;
    }
    const names = this.#workspace.namesFor(document);
    const context = { workspace: this.#workspace, document, names, ruleNames };
    // What actors belong to decides who may answer for whom.
    if (state.codebook !== codebook) state.answers = new WeakMap();
    state.document = collect(ALL, (rule) => rule.checkDocument?.(context));
    state.version = document.version;
    state.codebook = codebook;
    return state.document;
  }

  #inBlock(document: DocumentModel, block: Block, state: DocumentState): readonly Reported[] {
    let found = state.blocks.get(block);
    if (found === undefined) {
      this.#blocksChecked++;
      const rules = block.tree === EMPTY_TREE ? FOR_PLAIN_TEXT : ALL;
      const context = this.#blockContext(document, block);
      found = collect(rules, (rule) => rule.checkBlock?.(context));
      state.blocks.set(block, found);
    }
    return found;
  }

  #answersIn(document: DocumentModel, block: Block, state: DocumentState): readonly Reported[] {
    let found = state.answers.get(block);
    if (found === undefined) {
      this.#answersChecked++;
      const context = this.#blockContext(document, block);
      found = collect(FOR_ANSWERS, (rule) => rule.checkAnswers?.(context));
      state.answers.set(block, found);
    }
    return found;
  }

  #checkIgnores(document: DocumentModel, index: number, unused: readonly Ignore[]): readonly Reported[] {
    const context = this.#blockContext(document, document.source.blocks[index] as Block);
    return unused
      .filter((ignore) => RULES.has(ignore.rule))
      .flatMap((ignore) => collect(FOR_IGNORES, (rule) => rule.checkUnusedIgnore?.(context, ignore)));
  }

  #blockContext(document: DocumentModel, block: Block): BlockContext {
    const workspace = this.#workspace;
    const names = workspace.namesFor(document);
    return { workspace, document, names, ruleNames, block, tree: block.tree, facts: factsOf(block) };
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
    this.#forgetAnswers(touched);
    for (const [document, keys] of touched.documents) {
      const state = this.#states.get(document);
      if (state === undefined) continue;
      if (keys === 'all') this.#states.delete(document);
      else this.#forgetUsers(document, state, keys);
    }
  }

  #forgetAnswers({ answers }: Touched): void {
    for (const [document, blocks] of answers) {
      const state = this.#states.get(document);
      if (state === undefined) continue;
      if (blocks === 'all') state.answers = new WeakMap();
      else for (const block of blocks) state.answers.delete(block);
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

function collect(
  rules: readonly Rule[],
  check: (rule: Rule) => Iterable<Draft> | undefined,
): readonly Reported[] {
  let found: Reported[] | null = null;
  for (const rule of rules) {
    for (const draft of check(rule) ?? []) {
      found ??= [];
      found.push({ rule, draft });
    }
  }
  return found ?? NOTHING;
}

/** A test whether a draft is the first of its key. Each draft is asked about once, in order of place. */
function firsts(): (reported: Reported) => boolean {
  const seen = new Set<string>();
  return ({ rule, draft: { oncePer } }) => {
    if (oncePer === undefined) return true;
    const before = seen.size;
    return seen.add(`${rule.name} ${oncePer}`).size > before;
  };
}

function addFinding(
  findings: Finding[],
  reported: Reported,
  severityOf: (rule: Rule) => Severity,
  base: number,
): void {
  const severity = severityOf(reported.rule);
  if (severity !== 'off') findings.push(findingOf(reported, severity, base));
}
