/** Which statements point to which: supports, rebuts, rephrases, answers. */
import { RELATIONS, type Relation } from '../codebook/attributes.ts';
import type { DocumentModel, Statement } from './document.ts';
import { factsOf, nameKey, usesOf } from './facts.ts';
import type { Workspace } from './workspace.ts';

/** A statement that points to another. */
export interface IncomingRelation {
  readonly type: Relation;
  readonly source: Statement;
}

/** What points to a statement, from its own document first, then from the same coder's others. */
export function* relationsTo(workspace: Workspace, target: Statement): Generator<IncomingRelation> {
  const { document, fact } = target;
  if (fact.id === null || document.statement(fact.id)?.tag !== target.tag) return;
  yield* relationsIn(document, fact.id);
  const reference = `${document.id}/${fact.id}`;
  for (const other of workspace.documentsUsing(nameKey('statement', reference))) {
    if (other.coder === document.coder) yield* relationsIn(other, reference);
  }
}

function* relationsIn(document: DocumentModel, reference: string): Generator<IncomingRelation> {
  const key = nameKey('statement', reference);
  const blocks = [...document.blocksUsing(key)].sort((a, b) => document.indexOf(a) - document.indexOf(b));
  for (const block of blocks) {
    for (const use of usesOf(factsOf(block), key)) {
      if (!isRelation(use.attribute)) continue;
      const source = document.statementOfTag(block, use.tag);
      if (source) yield { type: use.attribute, source };
    }
  }
}

function isRelation(name: string): name is Relation {
  return (RELATIONS as readonly string[]).includes(name);
}
