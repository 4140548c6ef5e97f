/** Statements as completion offers them: those of the document, and `#document/id` of the same coder's others. */
import type { StatementKind } from '../codebook/attributes.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CompletionEntry } from './completionEntry.ts';
import { entry } from './completionItems.ts';
import { FuzzyQuery } from './fuzzy.ts';
import { openingWords, shorten } from './wording.ts';

/** Kinds that may be pointed to; null for any. */
type Targets = readonly StatementKind[] | null;

const SIGN = /^[#＃]/;

/** Statements to offer; of very many only the best. */
export interface OfferedStatements {
  readonly entries: readonly CompletionEntry[];
  readonly isIncomplete: boolean;
}

/** So many of the document itself, and of others, are offered at a time. */
const MOST_OWN = 500;
const MOST = 100;

/** The document's statements that have an id. @param typed what there is of a reference, with or without its sign */
export function statementItems(document: DocumentModel, targets: Targets, typed: string): OfferedStatements {
  const all: { readonly statement: Statement; readonly id: string }[] = [];
  for (const statement of document.statements()) {
    const { id } = statement.fact;
    if (id !== null && isTarget(statement, targets)) all.push({ statement, id });
  }
  const isIncomplete = all.length > MOST_OWN;
  const offered = isIncomplete ? bestOf(all, typed) : all;
  const entries = offered.map(({ statement, id }) => statementItem(statement, id, `0 ${id}`));
  return { entries, isIncomplete };
}

function bestOf<T extends { readonly id: string }>(all: readonly T[], typed: string): T[] {
  const fuzzy = new FuzzyQuery(typed.replace(SIGN, ''));
  const scored = all.map((each) => ({ each, score: fuzzy.score(each.id) })).filter(({ score }) => score > 0);
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_OWN)
    .map(({ each }) => each);
}

/**
 * Statements of other documents that go with what is typed, the best first.
 *
 * @param typed the reference so far, with or without its sign
 */
export function otherStatementItems(
  workspace: Workspace,
  document: DocumentModel,
  targets: Targets,
  typed: string,
): OfferedStatements {
  const references = matchingReferences(workspace, document, typed);
  const entries: CompletionEntry[] = [];
  for (const reference of references) {
    if (entries.length === MOST) return { entries, isIncomplete: true };
    const statement = workspace.statement(reference, document);
    if (statement === null || !isTarget(statement, targets)) continue;
    entries.push(statementItem(statement, reference, `1 ${String(entries.length).padStart(3, '0')}`));
  }
  return { entries, isIncomplete: false };
}

/** References such as `document/id` that have the letters typed, the best first. Looks at ids alone. */
function matchingReferences(workspace: Workspace, document: DocumentModel, typed: string): string[] {
  const fuzzy = new FuzzyQuery(typed.replace(SIGN, ''));
  const found: { readonly reference: string; readonly score: number }[] = [];
  for (const other of workspace.documents.values()) {
    if (other === document || other.coder !== document.coder) continue;
    const documentId = other.id;
    for (const key of other.definedKeys()) {
      const reference = `${documentId}/${key.slice('statement:'.length)}`;
      const score = fuzzy.score(reference);
      if (score > 0) found.push({ reference, score });
    }
  }
  found.sort((a, b) => b.score - a.score || (a.reference < b.reference ? -1 : 1));
  return [...new Set(found.map(({ reference }) => reference))];
}

function isTarget({ fact }: Statement, targets: Targets): boolean {
  return fact.kind !== 'unknown' && (targets === null || targets.includes(fact.kind));
}

function statementItem(statement: Statement, id: string, sortText: string): CompletionEntry {
  const words = openingWords(statement, 240);
  return entry({
    label: `#${id}`,
    kind: 'statement',
    id,
    detail: shorten(words, 60),
    filterText: `#${id} ${shorten(words, 200)}`,
    sortText,
  });
}
