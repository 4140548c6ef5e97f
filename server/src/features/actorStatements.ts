/** What an actor says, is asked and where it is named: the rows below it in the view of actors. */
import { activityIn, idsMeant } from '../model/activity.ts';
import type { DocumentModel } from '../model/document.ts';
import { factsOf } from '../model/facts.ts';
import type { Workspace } from '../model/workspace.ts';
import { mentionRow, type StatementRow, statementRow, withOwnKeys } from './statementRows.ts';

export type ActorPart = 'claims' | 'demands' | 'received' | 'mentions';

/**
 * The first rows of one part of what an actor does, document by document; documents after the last row are not looked at.
 *
 * @param documents with the id that means the actor in each
 */
export function actorStatements(
  workspace: Workspace,
  documents: readonly { readonly document: DocumentModel; readonly id: string }[],
  part: ActorPart,
  limit: number,
): StatementRow[] {
  const rows: StatementRow[] = [];
  for (const { document, id } of documents) {
    if (rows.length >= limit) break;
    const found =
      part === 'mentions' ? mentionsOf(workspace, document, id) : saidIn(workspace, document, id, part);
    for (const row of found) {
      if (rows.push(row) >= limit) break;
    }
  }
  return withOwnKeys(rows);
}

function* saidIn(
  workspace: Workspace,
  document: DocumentModel,
  id: string,
  part: Exclude<ActorPart, 'mentions'>,
): Generator<StatementRow> {
  for (const { statement } of activityIn(workspace, document).actors.get(id)?.[part] ?? []) {
    yield statementRow(workspace, statement);
  }
}

function* mentionsOf(workspace: Workspace, document: DocumentModel, id: string): Generator<StatementRow> {
  const names = workspace.namesFor(document);
  for (const block of document.source.blocks) {
    for (const use of factsOf(block).uses) {
      if (use.kind !== 'actor' || use.attribute !== '' || !idsMeant(names, use.id).includes(id)) continue;
      const tag = block.tree.tags[use.tag];
      if (tag) yield mentionRow(document, block, tag);
    }
  }
}
