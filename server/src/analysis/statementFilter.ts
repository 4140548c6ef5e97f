/** Which statements are meant: those of some actors, to some actors, on some topics, of some kind or position. */
import type { StatementKind } from '../codebook/attributes.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import type { Names } from '../model/names.ts';
import { type Meaning, resolveStatement } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';

/** Ids as the codebook has them. An empty list leaves nothing out; within a list, one is enough. */
export interface StatementFilter {
  /** Claimants. `author` is whoever wrote the document. */
  readonly by: readonly string[];
  readonly to: readonly string[];
  /** Topics, with those that belong to them. */
  readonly topics: readonly string[];
  readonly kinds: readonly StatementKind[];
  readonly positions: readonly string[];
}

export const EVERY_STATEMENT: StatementFilter = { by: [], to: [], topics: [], kinds: [], positions: [] };

/** A statement with what it means. */
export interface MeantStatement {
  readonly statement: Statement;
  readonly meaning: Meaning;
}

/** The statements of a document that a filter lets through, in order of place; broken ones are none. */
export function* statementsFor(
  workspace: Workspace,
  document: DocumentModel,
  filter: StatementFilter,
): Generator<MeantStatement> {
  const names = workspace.namesFor(document);
  const by = wanted(names, filter.by);
  const to = wanted(names, filter.to);
  const topics = filter.topics.length === 0 ? null : topicsWithin(names, filter.topics);
  for (const statement of document.statements()) {
    const { kind } = statement.fact;
    if (kind === 'unknown') continue;
    if (filter.kinds.length > 0 && !filter.kinds.includes(kind)) continue;
    const meaning = resolveStatement(statement);
    if (by && !actorIds(names, meaning.by).some((id) => by.has(id))) continue;
    if (to && !actorIds(names, meaning.to).some((id) => to.has(id))) continue;
    if (topics && !meaning.topics.some((id) => topics.has(id))) continue;
    if (filter.positions.length > 0 && !filter.positions.includes(meaning.position ?? '')) continue;
    yield { statement, meaning };
  }
}

/** Ids with `author` as the actors that it stands for; one that nobody defines stands for itself. */
export function actorIds(names: Names, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const actors = names.expand(id);
    return actors.length > 0 ? actors.map((actor) => actor.id) : [id];
  });
}

function wanted(names: Names, ids: readonly string[]): Set<string> | null {
  return ids.length === 0 ? null : new Set(actorIds(names, ids));
}

/** Topics with all that belong to them, however far down. */
export function topicsWithin(names: Names, ids: readonly string[]): Set<string> {
  const within = new Set(ids);
  for (const { id } of names.topics) {
    const path: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !path.includes(at); ) {
      path.push(at);
      at = names.topic(at)?.in?.value;
    }
    if (path.some((each) => within.has(each))) within.add(id);
  }
  return within;
}
